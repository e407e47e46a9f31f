import type { Claim } from '../../api/claims'
import {
  skillLevels,
  type Account,
  type ContestPlacing,
  type Deposit,
  type Edition,
  type OutcomeKind,
  type Route,
  type SkillLevel,
} from '../../api/creditbank'
import { socialWork, type Occupation } from './occupations'

/** What the form holds; which parts are asked for depends on the kind. */
export interface Typed {
  readonly kind: OutcomeKind
  readonly occupationName?: string
  readonly occupationCode?: string
  readonly occupationEdition?: Edition
  readonly level?: SkillLevel
  readonly certificateNumber?: string
  readonly issuedOn?: string
  readonly route?: Route
  readonly issuerCode?: string
  readonly qualification?: Qualification
  readonly contestLevel?: ContestPlacing['level']
  readonly highestRound?: ContestPlacing['highestRound']
  readonly rank?: string
  readonly certifiedTrade?: 'yes' | 'no'
}

export const qualifications = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER'] as const
export type Qualification = (typeof qualifications)[number]

export const fieldNames = [
  'kind',
  'occupationName',
  'occupationCode',
  'occupationEdition',
  'level',
  'certificateNumber',
  'issuedOn',
  'route',
  'issuerCode',
  'qualification',
  'rank',
] as const

/** Highest levels the credit bank recognizes: at all, and in one occupation. Of revoked and refused ones nothing counts. */
export function heldIn(
  account: Account | undefined,
  occupationCode?: string,
): { readonly highest: SkillLevel | undefined; readonly inOccupation: SkillLevel | undefined } {
  const held = (account?.outcomes ?? []).filter(
    (one) => one.state === 'recognized' && (one.kind ?? 'SKILL_CERTIFICATE') === 'SKILL_CERTIFICATE',
  )
  return {
    highest: highestOf(held.map((one) => one.level)),
    inOccupation: highestOf(held.filter((one) => one.occupationCode === occupationCode).map((one) => one.level)),
  }
}

function highestOf(levels: readonly (SkillLevel | undefined)[]): SkillLevel | undefined {
  return levels.reduce<SkillLevel | undefined>(
    (highest, one) => (rank(one) > rank(highest) ? one : highest),
    undefined,
  )
}

const rank = (level: SkillLevel | undefined): number => (level ? skillLevels.indexOf(level) : -1)

/** The occupations of an account, the newest certificate first. */
export function ownOccupations(account: Account | undefined): readonly Occupation[] {
  return [...(account?.outcomes ?? [])]
    .reverse()
    .map((one) => ({ name: one.occupationName, code: one.occupationCode, edition: one.occupationEdition }))
}

/** What is shown before anything is handed in is asked with this. */
export function claimOf(typed: Typed, account: Account | undefined): Claim {
  const { occupationCode, occupationEdition, issuedOn, route, level, qualification, contest } = partsOf(typed)
  const held = heldIn(account, occupationCode)
  return {
    kind: typed.kind,
    occupationCode,
    occupationEdition,
    issuedOn,
    route,
    heldBefore: held.highest ?? 'NONE',
    heldInOccupation: held.inOccupation ?? 'NONE',
    ...(level ? { level } : {}),
    ...(qualification ? { qualification } : {}),
    ...(contest ? { contest } : {}),
  }
}

/** What is handed in. */
export function depositOf(typed: Typed): Deposit {
  return { kind: typed.kind, ...partsOf(typed) }
}

/** The parts that belong to the kind; what was typed for another kind before stays out. */
function partsOf(typed: Typed): Omit<Deposit, 'kind'> {
  const document = { certificateNumber: (typed.certificateNumber ?? '').trim(), issuedOn: typed.issuedOn ?? '' }
  const occupation = {
    occupationCode: (typed.occupationCode ?? '').trim().toUpperCase(),
    occupationEdition: typed.occupationEdition ?? '2015',
    occupationName: (typed.occupationName ?? '').trim(),
  }
  const issuer = typed.issuerCode ? { issuerCode: typed.issuerCode } : {}
  switch (typed.kind) {
    case 'SKILL_CERTIFICATE':
      return {
        ...document,
        ...occupation,
        route: typed.route ?? 'TRAINING',
        ...(typed.level ? { level: typed.level } : {}),
      }
    case 'PROFESSIONAL_QUALIFICATION':
      return {
        ...document,
        ...issuer,
        occupationCode: socialWork.code,
        occupationEdition: socialWork.edition,
        occupationName: socialWork.name,
        route: typed.route ?? 'SELF_STUDY',
        ...(typed.qualification ? { qualification: typed.qualification } : {}),
      }
    case 'CONTEST_RESULT':
      return { ...document, ...occupation, ...issuer, route: 'CONTEST', contest: placingOf(typed) }
  }
}

function placingOf(typed: Typed): ContestPlacing {
  return {
    level: typed.contestLevel ?? 'CITY',
    highestRound: typed.highestRound ?? 'FINAL',
    rank: Number(typed.rank ?? 0),
    certifiedTrade: typed.certifiedTrade !== 'no',
  }
}
