import type { PolicyDocument } from './policies'
import { get } from './http'
import type { Condition } from './reward'

/** An event that something rests on: where it stands, so that it can be fetched and proven. */
export interface Place {
  readonly service: string
  readonly index: number
  /** Base64 */
  readonly leaf: string
  readonly type: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly actor: string
  readonly cause: string
}

/** An event in the log of another service. */
export interface Source {
  readonly service: string
  readonly index: number
  readonly leaf: string
  readonly id: string
  readonly type: string
}

/** What the entitlement hangs on; `reference` is `file/<id>#<row>`, `message/<id>` or a keyed token. */
export interface Ground {
  readonly kind: 'university-row' | 'certificate'
  readonly reference: string
  readonly source: Source
}

export interface PolicyUsed {
  readonly policyId: string
  readonly version: number
  readonly document: PolicyDocument
  readonly digest: string
  readonly proposedBy: string
  readonly proposed: Place
  readonly publishedBy?: string
  readonly published?: Place
}

export interface Heard {
  readonly accepted: Place
  readonly source: Source
}

/** A quota cell as of an index. */
export interface QuotaMoment {
  readonly index: number
  readonly places: number
  readonly used: number
  readonly lastPosition: number
  readonly servedPosition: number
}

/** A fund's balances as of an index, in fen, by account. */
export interface FundMoment {
  readonly index: number
  readonly balances: Readonly<Record<string, number>>
}

export interface QuotaCell {
  readonly policyId: string
  readonly year: number
  readonly unitId: string
  readonly group: string
}

export interface Reason {
  readonly code: string
  readonly rule?: string | null
  readonly fact?: string | null
  readonly value?: string | null
  readonly needed?: string | null
  readonly article?: string | null
  readonly first?: string | null
}

export interface Assessed {
  readonly result: 'OWED' | 'REFUSED' | 'PENDING'
  readonly assessor: string
  readonly conditions: readonly Condition[]
  readonly missing: readonly string[]
  readonly group?: string | null
  readonly quotaCell?: QuotaCell | null
  readonly shares: readonly { readonly fundId: string; readonly amountFen: number }[]
  readonly amountFen: number
}

export interface Decision {
  readonly outcome: 'assessed' | 'refused' | 'waitlisted' | 'held' | 'approved' | 'expired'
  /** the policy when it was automatic, else the officer */
  readonly by?: string
  readonly assessed?: Assessed
  readonly reasons: readonly Reason[]
  readonly line?: string
  readonly position?: number
  readonly quota?: { readonly cellId: string; readonly before: QuotaMoment; readonly after: QuotaMoment }
  readonly funds: readonly { readonly fundId: string; readonly before: FundMoment; readonly after: FundMoment }[]
  readonly events: readonly Place[]
}

export interface BankFile {
  readonly fileDigest: string
  readonly by: string
  readonly at: Place
}

export interface Batch {
  readonly batchId: string
  readonly fundId: string
  readonly purpose: string
  readonly maker: string
  readonly opened: Place
  readonly frozenBy?: string
  readonly frozen?: Place
  readonly checker?: string
  readonly approvedOn?: string
  readonly approved?: Place
  readonly lines?: number
  readonly totalFen?: number
  readonly exports: readonly BankFile[]
}

export interface Payment {
  readonly paymentId: string
  readonly attempt: number
  readonly line: number
  readonly amountFen: number
  readonly payeeVersion: number
  readonly drafted: Place
  readonly batch: Batch
  readonly bank?: {
    readonly state: 'paid' | 'returned'
    readonly bankReference?: string
    readonly failureCode?: string
    readonly on: string
    readonly at: Place
    readonly file?: BankFile
  }
}

export interface Correction {
  readonly what: 'returned' | 'revoked' | 'cancelled' | 'recovery-ordered' | 'recovery-received'
  readonly reasonCode?: string
  readonly amountFen?: number
  readonly bankReference?: string
  readonly on?: string
  readonly by?: string
  readonly at: Place
}

export interface JournalEntry {
  readonly entryId: string
  readonly fundId: string
  readonly reason: string
  readonly postings: readonly { readonly account: string; readonly amountFen: number }[]
  readonly at: Place
}

/** Why an entitlement was granted, refused, paid or taken back: everything the log says of it, each with its place. */
export interface Explanation {
  readonly entitlementId: string
  readonly paymentId?: string
  readonly state: string
  readonly index: number
  readonly learnerId: string
  readonly unitId: string
  readonly opened: Place
  readonly ground?: Ground
  readonly policy: PolicyUsed
  readonly inputs: readonly Heard[]
  readonly decisions: readonly Decision[]
  readonly attempts: readonly Payment[]
  readonly corrections: readonly Correction[]
  readonly entries: readonly JournalEntry[]
}

/** A payment's number or an entitlement's. */
export function pathOf(id: string): string {
  return `/api/reward/audit/${id.startsWith('P-') ? 'payments' : 'entitlements'}/${encodeURIComponent(id)}`
}

export const readExplanation = (id: string, signal?: AbortSignal): Promise<Explanation> =>
  get(`${pathOf(id)}/explanation`, signal)
