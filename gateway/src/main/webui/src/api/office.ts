import type { Assessment, Claim } from './claims'
import type { Account, Deposit, Deposited, SkillLevel } from './creditbank'
import type { Application } from './enrollment'
import { get, getAll, post, withQuery } from './http'
import { Refused, type Problem } from './problem'
import type { Entitlement } from './reward'

/** An application as an office sees it. */
export interface Case extends Application {
  readonly learnerId: string
  readonly unitId: string
  readonly unitName?: string
}

/** An entitlement as an office sees it. */
export interface Award extends Entitlement {
  readonly learnerId: string
  readonly unitId: string
  readonly group?: string
}

/** An outcome as an office sees it. */
export interface DepositedOutcome {
  readonly outcomeId: string
  readonly learnerId: string
  readonly unitId?: string
  readonly kind: string
  readonly occupationName: string
  readonly level?: SkillLevel
  readonly issuedOn: string
  readonly depositedOn: string
  readonly state: 'recognized' | 'refused' | 'revoked'
  readonly reasons: readonly { readonly code: string; readonly title: string; readonly text: string }[]
}

/** An appointment; days inclusive. */
export interface Appointment {
  readonly organizationId: string
  readonly role: string
  readonly from: string
  readonly until?: string
  readonly dismissedOn?: string
}

/** What became of one item of a batch. */
export interface ItemResult {
  readonly id: string
  readonly status: 'accepted' | 'duplicate' | 'refused'
  readonly problem?: Problem
}

/** The most items an office acts on at once. */
export const ACT_MAX = 50

const enrollment = '/api/enrollment'

export const readCalendar = (signal?: AbortSignal): Promise<{ readonly date: string }> =>
  get(`${enrollment}/calendar`, signal)
export const readAppointments = (signal?: AbortSignal): Promise<readonly Appointment[]> =>
  getAll(`${enrollment}/officers/mine`, signal)

/** The units somebody acts for as a union officer on a day; `*` stands for all. */
export const actingFor = (appointments: readonly Appointment[], today: string): ReadonlySet<string> =>
  new Set(
    appointments
      .filter(
        (one) =>
          one.role === 'UNION_OFFICER' &&
          one.dismissedOn === undefined &&
          one.from <= today &&
          (one.until === undefined || today <= one.until),
      )
      .map((one) => one.organizationId),
  )

export const readCases = (state: 'submitted' | 'recommended', signal?: AbortSignal): Promise<readonly Case[]> =>
  getAll(withQuery(`${enrollment}/applications`, { state }), signal)

/** Somebody as the vault shows him to an officer, who is written down for it. */
export interface Person {
  readonly learnerId: string
  readonly name: string
  /** with all but the first and last digits hidden */
  readonly idNumber?: string
}

export const readPerson = (learnerId: string, purpose: string): Promise<Person> =>
  get(withQuery(`${enrollment}/learners/${encodeURIComponent(learnerId)}`, { purpose }))

/** Somebody found by his ID number; the name is masked. */
export interface Found {
  readonly learnerId: string
  readonly name: string
  readonly unitId: string
}

export const lookUp = (idNumber: string, purpose: string): Promise<Found> =>
  post(`${enrollment}/learners/lookup`, { idNumber, purpose })

interface BatchAnswer {
  readonly results: readonly { readonly ordinal: number; readonly status: ItemResult['status']; readonly problem?: Problem }[]
}

async function inBatch(path: string, ids: readonly string[], more: object, key: string): Promise<readonly ItemResult[]> {
  const items = ids.map((applicationId) => ({ applicationId, ...more }))
  const { results } = await post<BatchAnswer>(path, { items }, key)
  return results.flatMap(({ ordinal, status, problem }) => {
    const id = ids[ordinal]
    return id === undefined ? [] : [{ id, status, ...(problem ? { problem } : {}) }]
  })
}

export const recommend = (ids: readonly string[], key: string): Promise<readonly ItemResult[]> =>
  inBatch(`${enrollment}/applications/recommendations`, ids, {}, key)

export const reviewReasons = ['NOT_A_WORKER', 'DOCUMENTS_INCOMPLETE', 'NOT_OURS', 'OTHER'] as const

export type ReviewReason = (typeof reviewReasons)[number]

export const review = (
  ids: readonly string[],
  /** why not; a yes needs no reason */
  reason: ReviewReason | undefined,
  key: string,
): Promise<readonly ItemResult[]> =>
  inBatch(`${enrollment}/applications/reviews`, ids, reason ? { approve: false, reason } : { approve: true }, key)

/** Those that a policy leaves to an officer. */
export const readAwards = async (signal?: AbortSignal): Promise<readonly Award[]> =>
  (await getAll<Award>('/api/reward/entitlements?state=pending&limit=500', signal)).filter(
    (award) => award.waiting === 'officer',
  )

/** One after the other: the service judges each by itself. An answer of no stops nothing. */
export async function judge(
  ids: readonly string[],
  reasonCode: string | undefined,
  key: string,
): Promise<readonly ItemResult[]> {
  const results: ItemResult[] = []
  for (const id of ids) {
    try {
      await post(
        `/api/reward/entitlements/${encodeURIComponent(id)}/approval`,
        reasonCode ? { approve: false, reasonCode } : { approve: true },
        `${key}.${id}`,
      )
      results.push({ id, status: 'accepted' })
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status === 401 || error.problem.status >= 500) {
        throw error
      }
      results.push({ id, status: 'refused', problem: error.problem })
    }
  }
  return results
}

/** In order of deposit. */
export const readRefusedOutcomes = (signal?: AbortSignal): Promise<readonly DepositedOutcome[]> =>
  getAll('/api/credit-bank/outcomes?state=refused&limit=500', signal)

/** A document of somebody, to be deposited. */
export type DepositOf = Deposit & { readonly learnerId: string }

/** What became of one certificate: recognized or refused with reasons, or not deposited at all. */
export interface DepositResult {
  readonly ordinal: number
  readonly status: ItemResult['status']
  readonly reasons?: readonly { readonly code: string; readonly title: string; readonly text: string }[]
  readonly problem?: Problem
}

export const depositAll = async (items: readonly DepositOf[], key: string): Promise<readonly DepositResult[]> =>
  (await post<{ readonly results: readonly DepositResult[] }>('/api/credit-bank/outcomes/batch', { items }, key)).results

export const readAccountOf = async (learnerId: string, signal?: AbortSignal): Promise<Account | undefined> => {
  try {
    return await get(`/api/credit-bank/accounts/${encodeURIComponent(learnerId)}`, signal)
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) {
      return undefined
    }
    throw error
  }
}

/** What the policies would say, before anything is handed in. */
export const previewFor = (learnerId: string, claim: Claim): Promise<Assessment> =>
  post('/api/reward/claims/preview', { learnerId, ...claim })

export const depositFor = (learnerId: string, deposit: Deposit, key: string): Promise<Deposited> =>
  post('/api/credit-bank/outcomes', { learnerId, ...deposit }, key)
