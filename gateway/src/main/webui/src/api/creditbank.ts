import { get } from './http'

/** Why something was refused or taken back: the rule, what was found, what would have passed, and the sentence for it. */
export interface Reason {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly value?: string
  readonly needed?: string
}

export interface Outcome {
  readonly outcomeId: string
  readonly occupationName: string
  readonly level: SkillLevel
  readonly state: 'recognized' | 'refused' | 'revoked'
  readonly issuedOn: string
  readonly reasons: readonly Reason[]
  readonly revoked?: { readonly on: string; readonly reasonCode?: string }
}

export type SkillLevel =
  | 'APPRENTICE'
  | 'BEGINNER'
  | 'INTERMEDIATE'
  | 'SENIOR'
  | 'TECHNICIAN'
  | 'SENIOR_TECHNICIAN'
  | 'SPECIAL_TECHNICIAN'
  | 'CHIEF_TECHNICIAN'

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
