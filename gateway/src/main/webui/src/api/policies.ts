import { call, get, getAll, post, withQuery } from './http'

/** A version of a policy; `document` only when it is read alone. */
export interface PolicyVersion {
  readonly policyId: string
  readonly version: number
  readonly name: string
  readonly state: 'draft' | 'published'
  readonly sourceEvent: string
  readonly validFrom: string
  readonly validUntil: string
  readonly digest: string
  /** subjects of the sign-in */
  readonly proposedBy: string
  readonly proposedByMe: boolean
  readonly publishedBy?: string
  readonly document?: PolicyDocument
}

export type Literal = string | number | boolean

/** A fact compared with a value, a list or another fact. */
export interface Test {
  readonly fact: string
  readonly comparison: string
  readonly value?: Literal | readonly Literal[] | { readonly fact: string }
}

export interface PolicyCondition extends Test {
  readonly name: string
  readonly article: string
  readonly code?: string
  /** it applies only where all of these hold */
  readonly when?: readonly Test[]
}

export interface Sum {
  readonly plus: readonly string[]
  readonly minus?: readonly string[]
}

export interface Share {
  readonly of: number
  readonly in: number
}

export interface Formula {
  readonly article: string
  readonly sum: Sum
  readonly share?: Share
  readonly cap?: Sum | { readonly fen: number }
}

export interface AmountTable {
  readonly article: string
  readonly table: {
    readonly by: readonly string[]
    readonly rows: readonly { readonly when: readonly string[]; readonly fen: number }[]
  }
}

/** A policy as it is written; docs/policies.md says what each part means. */
export interface PolicyDocument {
  readonly policyId: string
  readonly version: number
  readonly name: string
  readonly source: string
  readonly assessor: string
  readonly businessKeys: readonly (readonly string[])[]
  readonly validity: { readonly by: string; readonly from: string; readonly until: string }
  readonly eligibility: readonly PolicyCondition[]
  readonly groups?: readonly { readonly name: string; readonly when: readonly PolicyCondition[] }[]
  readonly amount: Formula | AmountTable
  readonly quota?: {
    readonly yearBy: string
    readonly unitBy?: string
    readonly ceilings: readonly { readonly year: number; readonly group?: string; readonly places: number }[]
  }
  readonly funds: {
    readonly yearBy: string
    readonly from: readonly { readonly prefix: string; readonly share?: Share }[]
  }
  readonly shortfall: 'waitlist' | 'refuse'
  readonly approval: 'automatic' | 'officer'
}

/** A fact policies may ask for, and its name in the reader's language. */
export interface Fact {
  readonly fact: string
  readonly text: string
  /** the words it can be, where they are known */
  readonly words: readonly { readonly value: string; readonly text: string }[]
}

/** What one version says otherwise than another. */
export interface PolicyDifference {
  /** JSON pointer */
  readonly place: string
  readonly what: string
  readonly before?: string | null
  readonly after?: string | null
}

const base = '/api/reward/policies'
const versionPath = (policyId: string, version: number): string =>
  `${base}/${encodeURIComponent(policyId)}/versions/${version}`

export const readPolicies = (signal?: AbortSignal): Promise<readonly PolicyVersion[]> => getAll(base, signal)
export const readPolicy = (policyId: string, version: number, signal?: AbortSignal): Promise<PolicyVersion> =>
  get(versionPath(policyId, version), signal)
export const readFacts = (signal?: AbortSignal): Promise<readonly Fact[]> => get(`${base}/facts`, signal)
export const readDifference = async (
  policyId: string,
  version: number,
  from: number,
  signal?: AbortSignal,
): Promise<readonly PolicyDifference[]> =>
  (
    await get<{ readonly items: readonly PolicyDifference[] }>(
      withQuery(`${versionPath(policyId, version)}/difference`, { from }),
      signal,
    )
  ).items
/** The document goes out as it was written, so that what the service says about a place is about this text. */
export const proposePolicy = (
  document: string,
  key: string,
): Promise<{ readonly policyId: string; readonly version: number; readonly digest: string }> =>
  call('POST', base, { text: document, key })
export const publishPolicy = (policy: PolicyVersion, key: string): Promise<unknown> =>
  post(`${versionPath(policy.policyId, policy.version)}/publication`, { digest: policy.digest }, key)
