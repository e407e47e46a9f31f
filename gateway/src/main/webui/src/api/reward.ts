import { call, get, getAll, post } from './http'

/** Where money owed to a learner stands. */
export type EntitlementState =
  | 'pending'
  | 'waitlisted'
  | 'approved'
  | 'refused'
  | 'in-payment'
  | 'paid'
  | 'returned'
  | 'cancelled'
  | 'expired'
  | 'recovering'
  | 'recovered'

/** One condition of the policy as it was evaluated. */
export interface Condition {
  readonly name: string
  readonly fact: string
  readonly comparison: string
  readonly value?: string | null
  readonly needed?: string | null
  readonly passed?: boolean | null
  readonly article: string
  /** what must hold for the rule to be about this case at all */
  readonly when?: readonly { readonly holds?: boolean | null }[]
}

/** A step with the log index of its event; `line` says which line was joined. */
export interface Step {
  readonly state: string
  readonly on: string
  readonly index: number
  readonly line?: 'quota' | 'fund'
}

/** The places of a unit, a group and a year. */
export interface Quota {
  readonly cellId: string
  readonly unitId: string
  readonly unitName: string
  readonly group: string
  readonly year: number
  readonly places: number
  readonly used: number
}

/** The part of an amount one fund pays, in fen. */
export interface Share {
  readonly fundId: string
  readonly fundName: string
  readonly amountFen: number
}

export interface Attempt {
  readonly batchId: string
  readonly lineNumber: number
  readonly paymentNumber: string
  readonly state: 'open' | 'paid' | 'returned'
  readonly on: string
  readonly bankReference?: string
  /** why the bank sent it back, in words */
  readonly failureText?: string
  /** the version of the bank card it was sent to */
  readonly payeeVersion?: number
}

export interface EntitlementReason {
  readonly code: string
  readonly text: string
  readonly rule?: string
  readonly value?: string
  readonly needed?: string
  readonly article?: string
  /** the entitlement that already stands for the same, for a duplicate */
  readonly first?: string
}

/** What is owed to one learner for one thing, and why. Amounts in fen. */
export interface Entitlement {
  readonly entitlementId: string
  readonly policyId: string
  readonly policyVersion: number
  readonly policyName: string
  readonly state: EntitlementState
  /** what it waits for */
  readonly waiting?: 'facts' | 'officer' | 'place' | 'fund' | 'payee-account' | 'bank'
  /** the stream of facts it hangs on, such as `outcome/O-1` */
  readonly basis?: string
  /** the line it stands in, and its number there */
  readonly line?: 'quota' | 'fund'
  readonly position?: number
  /** how many stand before it there; absent in lists */
  readonly ahead?: number
  /** the places it counts against */
  readonly quota?: Quota
  readonly amountFen: number
  /** which fund pays which part */
  readonly shares?: readonly Share[]
  /** the fact it hangs on was taken back at its source */
  readonly revoked?: { readonly reasonCode: string; readonly on: string }
  /** how the amount was worked out, in one line */
  readonly computation?: { readonly text: string; readonly terms: readonly { readonly fact: string }[] }
  readonly conditions: readonly Condition[]
  /** the facts it waits for */
  readonly missing: readonly string[]
  readonly reasons: readonly EntitlementReason[]
  readonly timeline?: readonly Step[]
  readonly attempts?: readonly Attempt[]
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

/** How much a replay decided again. */
export interface Decided {
  /** decisions on inputs */
  readonly inputs: number
  /** decisions on commands whose events tell what was asked */
  readonly commands: number
  /** what was taken as recorded */
  readonly taken: number
  /** events compared to the byte */
  readonly eventsCompared: number
  /** inputs that the log says it took in */
  readonly inputsRecorded: number
  /** how many of them are not in the topics they are said to come from */
  readonly inputsMissing: number
}

/** A sum over entitlements under the policy in force and under the one tried, in fen. */
export interface WhatIfLine {
  readonly key: string
  readonly entitlements: number
  readonly beforeFen: number
  readonly afterFen: number
  readonly differenceFen: number
}

/** What another policy would have given over the same history, in fen. */
export interface WhatIf {
  readonly policyId: string
  readonly policyVersion: number
  /** the policy on whose entitlements it was tried */
  readonly insteadOf: string
  readonly group?: string | null
  readonly entitlements: number
  /** how many would get another amount */
  readonly changed: number
  readonly beforeFen: number
  readonly afterFen: number
  readonly differenceFen: number
  readonly byGroup: readonly WhatIfLine[]
  readonly byFund: readonly WhatIfLine[]
  readonly byCell: readonly WhatIfLine[]
  readonly byUnit: readonly WhatIfLine[]
  /** the largest differences first, at most a thousand */
  readonly learners: readonly {
    readonly learnerId: string
    readonly entitlementId: string
    readonly beforeFen: number
    readonly afterFen: number
    readonly differenceFen: number
  }[]
}

/** What is to be replayed; dates are days in Shanghai, their end. */
export interface ReplayRequest {
  readonly mode: string
  /** by when things happened */
  readonly asOf?: string | undefined
  /** by when they were recorded */
  readonly asKnownOn?: string | undefined
  /** the policy to try; it need not be proposed */
  readonly whatIf?: {
    readonly document: unknown
    readonly insteadOf: string
    readonly group?: string
  }
  /** a checkpoint that was kept outside, and the key that its keeper trusts */
  readonly checkpoint?: { readonly note: string; readonly verifierKey: string }
}

/** A replay: what it read and what it found. Amounts in fen. */
export interface Replay {
  readonly replayId: string
  readonly mode: string
  readonly asOf?: string | null
  readonly asKnownOn?: string | null
  readonly decided?: Decided | null
  readonly whatIf?: WhatIf | null
  /** the log's tree as a verification worked it out; absent where events were missing */
  readonly tree?: { readonly size: number; readonly root: string } | null
  readonly askedBy?: string | null
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

export const readEntitlements = (signal?: AbortSignal): Promise<readonly Entitlement[]> =>
  getAll(`${base}/entitlements/mine`, signal)
export const readEntitlement = (id: string, signal?: AbortSignal): Promise<Entitlement> =>
  get(`${base}/entitlements/${encodeURIComponent(id)}`, signal)

/** Newest first. */
export const readReplays = (signal?: AbortSignal): Promise<readonly Replay[]> =>
  getAll(`${base}/audit/replays`, signal)
export const readReplay = (id: string, signal?: AbortSignal): Promise<Replay> =>
  get(`${base}/audit/replays/${encodeURIComponent(id)}`, signal)
export const startReplay = (request: ReplayRequest, key: string): Promise<Replay> =>
  post(`${base}/audit/replays`, request, key)
export const cancelReplay = (id: string): Promise<Replay> =>
  call('DELETE', `${base}/audit/replays/${encodeURIComponent(id)}`)
/** The report to the byte: its SHA-256 is the digest in the log. */
export const reportPath = (id: string): string => `${base}/audit/replays/${encodeURIComponent(id)}/report`
export const progressPath = (id: string): string => `${base}/audit/replays/${encodeURIComponent(id)}/progress`
