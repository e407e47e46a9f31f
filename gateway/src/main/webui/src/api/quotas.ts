import { get, getAll, post, upload, withQuery } from './http'

/** Stands for the whole of what a policy does not divide its places by. */
export const WHOLE = '*'

/** The places of a policy in a year, all units together. */
export interface QuotaSummary {
  readonly policyId: string
  readonly policyVersion: number
  readonly name: string
  readonly year: number
  readonly groups: readonly {
    readonly group: string
    readonly ceiling: number
    readonly allotted: number
    readonly used: number
    readonly waiting: number
  }[]
}

/** The places of one unit and group. */
export interface Cell {
  readonly cellId: string
  readonly unitId: string
  readonly unitName: string
  readonly unitLevel?: string
  readonly group: string
  readonly places: number
  readonly used: number
  readonly waiting: number
  readonly left: number
}

export interface CellPlaces {
  readonly unitId: string
  readonly group: string
  readonly places: number
}

export const reasonCodes = ['ALLOTMENT', 'REALLOCATION', 'CORRECTION'] as const

export type ReasonCode = (typeof reasonCodes)[number]

/** What waits for its second person. */
export interface Proposal {
  readonly number: number
  readonly digest: string
  readonly reasonCode: ReasonCode
  readonly proposedBy: string
  readonly proposedByMe: boolean
  readonly cells: readonly CellPlaces[]
}

export interface Ceiling {
  readonly group: string
  readonly places: number
}

export interface QuotaGrid {
  readonly policyId: string
  readonly policyVersion: number
  readonly name: string
  readonly year: number
  readonly groups: readonly string[]
  readonly ceilings: readonly Ceiling[]
  readonly cells: readonly Cell[]
  readonly proposal?: Proposal | null
}

/** What a file would come to; nothing is stored. */
export interface FilePreview {
  readonly cells: readonly CellPlaces[]
  readonly errors: readonly {
    readonly row: number
    readonly column: string
    readonly value?: string
    readonly code: string
    readonly reason: string
    readonly mend: string
  }[]
  readonly totals: readonly { readonly group: string; readonly places: number; readonly ceiling: number }[]
}

export interface Waiting {
  readonly position: number
  readonly entitlementId: string
  readonly learnerId: string
  readonly since: string
}

const base = '/api/reward/quotas'
const gridPath = (policyId: string, year: number): string => `${base}/${encodeURIComponent(policyId)}/${year}`

export const readQuotas = (signal?: AbortSignal): Promise<readonly QuotaSummary[]> => getAll(base, signal)
export const readGrid = (policyId: string, year: number, signal?: AbortSignal): Promise<QuotaGrid> =>
  get(gridPath(policyId, year), signal)
export const proposePlaces = (
  grid: QuotaGrid,
  reasonCode: ReasonCode,
  cells: readonly CellPlaces[],
  key: string,
): Promise<unknown> =>
  post(`${gridPath(grid.policyId, grid.year)}/proposals`, { policyVersion: grid.policyVersion, reasonCode, cells }, key)
export const confirmPlaces = (grid: QuotaGrid, proposal: Proposal, key: string): Promise<unknown> =>
  post(`${gridPath(grid.policyId, grid.year)}/proposals/${proposal.number}/confirmation`, { digest: proposal.digest }, key)
export const rejectPlaces = (grid: QuotaGrid, proposal: Proposal, key: string): Promise<unknown> =>
  post(`${gridPath(grid.policyId, grid.year)}/proposals/${proposal.number}/rejection`, undefined, key)
export const checkFile = (grid: QuotaGrid, file: File, onProgress: (share: number) => void): Promise<FilePreview> =>
  upload(withQuery(`${gridPath(grid.policyId, grid.year)}/file`, { policyVersion: grid.policyVersion }), file, onProgress)
export const gridTemplatePath = (grid: QuotaGrid): string =>
  withQuery(`${gridPath(grid.policyId, grid.year)}/template.xlsx`, { policyVersion: grid.policyVersion })
export const readWaiting = (cellId: string, signal?: AbortSignal): Promise<readonly Waiting[]> =>
  getAll(`${base}/cells/${encodeURIComponent(cellId)}/waitlist`, signal)
