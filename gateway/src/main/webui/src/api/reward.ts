import type { Page } from './enrollment'
import { call, get, post } from './http'

/** Where money owed to a learner stands. `approved` also covers money whose batch is being made. */
export type EntitlementState =
  | 'pending'
  | 'held'
  | 'waitlisted'
  | 'approved'
  | 'in_transit'
  | 'paid'
  | 'returned'
  | 'refused'

/** One condition of the policy as it was evaluated. */
export interface Condition {
  readonly name: string
  readonly fact: string
  readonly comparison: string
  readonly value?: string | null
  readonly needed?: string | null
  readonly passed?: boolean | null
  readonly article: string
}

/** How the amount was worked out, in fen. */
export interface Computation {
  readonly terms: readonly { readonly fact: string; readonly amountFen: number }[]
  readonly shareOf: number
  readonly shareIn: number
  readonly beforeCapFen: number
  readonly capFen?: number | null
  readonly amountFen: number
  readonly article?: string
}

export interface Attempt {
  readonly batchId: string
  readonly lineNumber: number
  readonly state: string
  readonly on?: string
  readonly bankReference?: string
  readonly failureCode?: string
  readonly failureText?: string
}

export interface EntitlementReason {
  readonly code: string
  readonly title?: string
  readonly text?: string
  readonly rule?: string
  readonly value?: string
  readonly needed?: string
  readonly article?: string
  readonly first?: string
}

/** What is owed to one learner for one thing, and why. Amounts in fen. */
export interface Entitlement {
  readonly entitlementId: string
  readonly policyId: string
  readonly policyVersion: number
  readonly policyName: string
  readonly state: EntitlementState
  readonly amountFen?: number
  readonly computation?: Computation
  readonly conditions: readonly Condition[]
  readonly reasons: readonly EntitlementReason[]
  readonly timeline: readonly { readonly state: string; readonly on: string; readonly index: number }[]
  readonly attempts: readonly Attempt[]
}

export interface FundLine {
  readonly fundId: string
  readonly name: string
  readonly year: number
  readonly appropriatedFen: number
  readonly heldFen: number
  readonly payableFen: number
  readonly inTransitFen: number
  readonly paidFen: number
  readonly returnedFen: number
  readonly receivableFen: number
  readonly availableFen: number
}

export type Verdict = 'identical' | 'different' | 'incomplete'

export interface Difference {
  readonly what: string
  readonly index: number
  readonly live: string
  readonly replayed: string
}

/** A replay: what it read and what it found. Amounts in fen. */
export interface Replay {
  readonly replayId: string
  readonly mode: string
  readonly asOf?: string | null
  readonly state: 'running' | 'finished' | 'canceled' | 'failed'
  readonly verdict?: Verdict | null
  readonly index?: number | null
  readonly eventsRead: number
  readonly eventsTotal: number
  readonly eventsPerSecond: number
  readonly missingEvents?: number
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  readonly differenceCount?: number
  readonly differences: readonly Difference[]
  readonly funds: readonly FundLine[]
  readonly netPaidFen?: number | null
  readonly owedFen?: number | null
  readonly confirmedPayments?: number | null
  readonly startedAt: string
  readonly finishedAt?: string | null
  readonly digest?: string | null
  readonly logIndex?: number | null
  readonly failure?: string | null
}

const base = '/api/reward'

export const readEntitlements = async (signal?: AbortSignal): Promise<readonly Entitlement[]> =>
  (await get<Page<Entitlement>>(`${base}/entitlements/mine`, signal)).items

export const readReplays = async (signal?: AbortSignal): Promise<readonly Replay[]> =>
  (await get<Page<Replay>>(`${base}/audit/replays`, signal)).items
export const readReplay = (id: string, signal?: AbortSignal): Promise<Replay> =>
  get(`${base}/audit/replays/${encodeURIComponent(id)}`, signal)
export const startReplay = (asOf: string | undefined, key: string): Promise<Replay> =>
  post(`${base}/audit/replays`, { mode: 'fold', ...(asOf ? { asOf } : {}) }, key)
export const cancelReplay = (id: string): Promise<Replay> =>
  call('DELETE', `${base}/audit/replays/${encodeURIComponent(id)}`)
export const progressPath = (id: string): string => `${base}/audit/replays/${encodeURIComponent(id)}/progress`
