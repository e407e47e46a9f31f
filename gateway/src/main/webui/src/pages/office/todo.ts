import type { Appointment, Award, Case, DepositedOutcome, ItemResult } from '../../api/office'
import type { QuotaGrid, QuotaSummary } from '../../api/quotas'

/** The units an officer acts for on a day; `everywhere` needs none. */
export interface Acting {
  readonly everywhere: boolean
  readonly units: ReadonlySet<string>
}

export function actingOn(appointments: readonly Appointment[], today: string): Acting {
  const units = appointments
    .filter(
      (one) =>
        one.role === 'UNION_OFFICER' &&
        one.dismissedOn === undefined &&
        one.from <= today &&
        (one.until === undefined || today <= one.until),
    )
    .map((one) => one.organizationId)
  return { everywhere: units.includes('*'), units: new Set(units) }
}

/** Whether an application waits for this officer's own union, not for one below or above it. */
export const isMine = (one: Case, acting: Acting): boolean =>
  acting.everywhere || (one.holder !== undefined && acting.units.has(one.holder.organizationId))

/** How urgent something is: past its day, due within a few days, or later. */
export type Urgency = 'overdue' | 'soon' | 'later'

const SOON_DAYS = 3
const DAY_MILLIS = 86_400_000

/** Days from one ISO day to another; below zero when it is past. */
export const daysUntil = (today: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(today)) / DAY_MILLIS)

export function urgencyOf(until: string | undefined, today: string): Urgency {
  if (until === undefined) {
    return 'later'
  }
  const left = daysUntil(today, until)
  return left < 0 ? 'overdue' : left <= SOON_DAYS ? 'soon' : 'later'
}

/** What is due first comes first; without a day, last. */
export const byDueDay = (cases: readonly Case[]): readonly Case[] =>
  [...cases].sort((a, b) => (a.holder?.until ?? '9').localeCompare(b.holder?.until ?? '9'))

/** How long a refused certificate is news. */
export const NEWS_DAYS = 30

/** Refused of late, the latest first. */
export const ofLate = (outcomes: readonly DepositedOutcome[], today: string): readonly DepositedOutcome[] =>
  outcomes.filter((one) => daysUntil(one.depositedOn, today) <= NEWS_DAYS).reverse()

/** Grids with a proposal that somebody else made. */
export const toConfirm = (grids: readonly QuotaGrid[]): readonly QuotaGrid[] =>
  grids.filter((grid) => grid.proposal && !grid.proposal.proposedByMe)

/** The lines of people who wait for a place, the longest first. */
export function lines(quotas: readonly QuotaSummary[]) {
  return quotas
    .flatMap((quota) => quota.groups.filter((group) => group.waiting > 0).map((group) => ({ quota, ...group })))
    .sort((a, b) => b.waiting - a.waiting)
}

/** What an officer has to do, as far as it is known. */
export interface Todo {
  readonly recommend: readonly Case[]
  readonly review: readonly Case[]
  readonly awards: readonly Award[]
  readonly proposals: readonly QuotaGrid[]
}

export interface Counted {
  readonly all: number
  readonly overdue: number
  readonly soon: number
}

export function counted(todo: Todo, today: string): Counted {
  const urgencies = [...todo.recommend, ...todo.review].map((one) => urgencyOf(one.holder?.until, today))
  return {
    all: urgencies.length + todo.awards.length + todo.proposals.length,
    overdue: urgencies.filter((one) => one === 'overdue').length,
    soon: urgencies.filter((one) => one === 'soon').length,
  }
}

/** What became of several at once. */
export interface Tally {
  readonly done: number
  readonly already: number
  readonly refused: readonly ItemResult[]
}

export const tally = (results: readonly ItemResult[]): Tally => ({
  done: results.filter((one) => one.status === 'accepted').length,
  already: results.filter((one) => one.status === 'duplicate').length,
  refused: results.filter((one) => one.status === 'refused'),
})
