import { getAll, post } from './http'
import type { FundLine } from './reward'

export interface Fund extends FundLine {
  readonly source: string
}

export interface NewFund {
  readonly fundId: string
  readonly name: string
  readonly year: number
  readonly source: string
}

export interface Appropriation {
  readonly number: number
  readonly documentNumber: string
  readonly amountFen: number
  readonly on: string
  readonly state: 'proposed' | 'confirmed' | 'rejected'
  /** subjects of the sign-in */
  readonly proposedBy: string
  readonly settledBy?: string
}

export interface NewAppropriation {
  /** 拨款文号 */
  readonly documentNumber: string
  readonly amountFen: number
  readonly on: string
}

const base = '/api/reward/funds'
const moneyPath = (fundId: string): string => `${base}/${encodeURIComponent(fundId)}/appropriations`

export const readFunds = (signal?: AbortSignal): Promise<readonly Fund[]> => getAll(base, signal)
export const openFund = (fund: NewFund, key: string): Promise<unknown> => post(base, fund, key)
export const readAppropriations = (fundId: string, signal?: AbortSignal): Promise<readonly Appropriation[]> =>
  getAll(moneyPath(fundId), signal)
export const proposeAppropriation = (fundId: string, money: NewAppropriation, key: string): Promise<unknown> =>
  post(moneyPath(fundId), money, key)
export const confirmAppropriation = (fundId: string, number: number, key: string): Promise<unknown> =>
  post(`${moneyPath(fundId)}/${number}/confirmation`, undefined, key)
export const rejectAppropriation = (fundId: string, number: number, key: string): Promise<unknown> =>
  post(`${moneyPath(fundId)}/${number}/rejection`, undefined, key)
