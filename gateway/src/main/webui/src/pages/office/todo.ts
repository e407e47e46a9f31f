import type { Award, Case, DepositedOutcome, ItemResult } from '../../api/office'
import { WHOLE, type QuotaGrid, type QuotaSummary } from '../../api/quotas'
import { dividesBelow } from '../quotas/grid'

/** Whether an application waits for one of these unions, not for one below or above; `*` stands for all. */
export const isMine = (one: Case, acting: ReadonlySet<string>): boolean =>
  acting.has(WHOLE) || (one.holder !== undefined && acting.has(one.holder.organizationId))

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

/** Grids with a proposal that somebody else made for units this officer divides among. */
export const toConfirm = (grids: readonly QuotaGrid[], acting: ReadonlySet<string>): readonly QuotaGrid[] =>
  grids.filter(
    ({ proposal }) =>
      proposal && !proposal.proposedByMe && proposal.cells.every((cell) => dividesBelow(acting)(cell.unitId)),
  )

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
