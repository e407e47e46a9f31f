import { get, getAll, post } from './http'
import { Refused } from './problem'

/** Why something was refused or taken back: the rule, what was found, what would have passed, and the sentence for it. */
export interface Reason {
  readonly code: string
  /** the field of the deposit it is about */
  readonly field?: string
  readonly title: string
  readonly text: string
  readonly value?: string
  readonly needed?: string
}

export const outcomeKinds = ['SKILL_CERTIFICATE', 'PROFESSIONAL_QUALIFICATION', 'CONTEST_RESULT'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export interface Outcome {
  readonly outcomeId: string
  readonly kind?: OutcomeKind
  readonly occupationCode: string
  readonly occupationEdition: Edition
  readonly occupationName: string
  /** absent where the document names none */
  readonly level?: SkillLevel
  readonly state: 'recognized' | 'refused' | 'revoked'
  readonly issuedOn: string
  readonly reasons: readonly Reason[]
  readonly revoked?: { readonly on: string; readonly reasonCode?: string; readonly text?: string }
}

/** Lowest first: the order is the comparison. */
export const skillLevels = [
  'APPRENTICE',
  'BEGINNER',
  'INTERMEDIATE',
  'SENIOR',
  'TECHNICIAN',
  'SENIOR_TECHNICIAN',
  'SPECIAL_TECHNICIAN',
  'CHIEF_TECHNICIAN',
] as const

export type SkillLevel = (typeof skillLevels)[number]

/** 职业分类大典 */
export const editions = ['1999', '2015', '2022'] as const
export type Edition = (typeof editions)[number]

/** 取得方式 */
export const routes = ['TRAINING', 'SELF_STUDY', 'CONTEST'] as const
export type Route = (typeof routes)[number]

export const contestLevels = ['ENTERPRISE', 'DISTRICT', 'CITY', 'PROVINCE', 'NATION'] as const
export const contestRounds = ['FINAL', 'SEMI_FINAL', 'NATIONAL_CITY_TRIAL'] as const

/** How far somebody came in a contest. */
export interface ContestPlacing {
  readonly level: (typeof contestLevels)[number]
  readonly highestRound: (typeof contestRounds)[number]
  /** from 1 */
  readonly rank: number
  /** whether skill certificates are issued for the trade */
  readonly certifiedTrade: boolean
}

/** What is handed in. */
export interface Deposit {
  readonly kind: OutcomeKind
  readonly certificateNumber: string
  readonly occupationCode: string
  readonly occupationEdition: Edition
  readonly occupationName: string
  readonly level?: SkillLevel
  readonly issuedOn: string
  readonly route: Route
  readonly issuerCode?: string
  readonly qualification?: string
  readonly contest?: ContestPlacing
}

/** What became of it. */
export interface Deposited {
  readonly outcomeId: string
  readonly state: 'recognized' | 'refused'
  readonly reasons: readonly Reason[]
}

export interface Conversion {
  readonly conversionId: string
  readonly outcomeId: string
  readonly enrollmentId: string
  readonly ruleId?: string
  readonly ruleVersion?: number
  readonly courses: readonly { readonly courseCode: string; readonly courseName: string; readonly credits: number }[]
  readonly credits: number
  readonly state: 'converted' | 'refused' | 'reversed'
  readonly reasons: readonly Reason[]
}

/** A learner's credit bank account. */
export interface Account {
  readonly accountId: string
  readonly outcomes: readonly Outcome[]
  readonly conversions: readonly Conversion[]
}

export const readAccount = (signal?: AbortSignal): Promise<Account> => get('/api/credit-bank/accounts/mine', signal)

/** A learner the credit bank has not heard of yet simply has nothing there. */
export async function readAccountIfAny(signal?: AbortSignal): Promise<Account | undefined> {
  try {
    return await readAccount(signal)
  } catch (error) {
    if (error instanceof Refused && [403, 404].includes(error.problem.status)) {
      return undefined
    }
    throw error
  }
}

/** A body in the register of issuers; days inclusive, `until` absent while open-ended. */
export interface Issuer {
  readonly issuerCode: string
  readonly name: string
  readonly terms: readonly {
    readonly scopes: readonly { readonly kind: OutcomeKind }[]
    readonly from: string
    readonly until?: string
  }[]
}

/** One body of the register, or undefined where the register has none of this code. */
export async function readIssuerIfAny(code: string, signal?: AbortSignal): Promise<Issuer | undefined> {
  try {
    return await get(`/api/credit-bank/issuers/${encodeURIComponent(code)}`, signal)
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) {
      return undefined
    }
    throw error
  }
}

export const readIssuers = (signal?: AbortSignal): Promise<readonly Issuer[]> =>
  getAll('/api/credit-bank/issuers', signal)

export const depositOutcome = (deposit: Deposit, key: string): Promise<Deposited> =>
  post('/api/credit-bank/outcomes', deposit, key)
