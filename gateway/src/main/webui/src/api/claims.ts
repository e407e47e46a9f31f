import type { ContestPlacing, Edition, OutcomeKind, Route, SkillLevel } from './creditbank'
import { call, get, post } from './http'
import type { Condition, EntitlementReason } from './reward'

/** Something to choose from, with its name in the reader's language. */
export interface Named {
  readonly value: string
  readonly text: string
}

/** What the self-check asks, and which policies it asks for. Dates are ISO days. */
export interface Questions {
  /** the business date */
  readonly today: string
  readonly policies: readonly {
    readonly policyId: string
    readonly version: number
    readonly name: string
    readonly from: string
    readonly until: string
  }[]
  /** the next policy to open, where one is known */
  readonly next?: { readonly policyId: string; readonly name: string; readonly from: string }
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly level: UnitLevel }[]
  readonly heldBefore: readonly Named[]
  readonly levels: readonly Named[]
  readonly ownerships: readonly Named[]
}

export type UnitLevel = 'CITY' | 'DISTRICT' | 'FUNCTIONAL_ZONE' | 'MUNICIPAL_UNIT' | 'GRASSROOTS'

/** The answers to the three questions. The service keeps none of them. */
export interface Answers {
  readonly memberUnitId: string
  readonly ownership?: string
  readonly heldBefore: string
  readonly level: string
}

/** What somebody is about to claim. */
export interface Claim {
  readonly kind: OutcomeKind
  readonly occupationCode: string
  readonly occupationEdition: Edition
  readonly level?: SkillLevel
  readonly heldBefore?: SkillLevel | 'NONE'
  readonly heldInOccupation?: SkillLevel | 'NONE'
  readonly issuedOn: string
  readonly route: Route
  readonly qualification?: string
  readonly contest?: ContestPlacing
}

/** The places of a unit, a group and a year, and what one more claim would get. */
export interface Place {
  readonly unitId: string
  readonly unitName: string
  readonly group: string
  readonly year: number
  readonly places: number
  readonly used: number
  readonly waiting: number
  readonly left: number
  /** `none`: no place and no line to wait in */
  readonly outcome: 'place' | 'waitlist' | 'none'
  /** which place it would be, or which number in the line */
  readonly position?: number
}

/** What one policy says to a claim that has not been made. Amounts in fen. */
export interface Assessed {
  readonly policyId: string
  readonly version: number
  readonly name: string
  readonly result: 'owed' | 'refused' | 'pending'
  readonly group?: string
  readonly amountFen?: number
  readonly computation?: { readonly text: string }
  readonly conditions: readonly Condition[]
  readonly reasons: readonly EntitlementReason[]
  readonly missing: readonly { readonly fact: string; readonly text: string }[]
  readonly place?: Place
}

/** What all policies say, as things stand on a day. */
export interface Assessment {
  readonly asOf: string
  readonly results: readonly Assessed[]
  readonly notOpen: readonly NotOpen[]
}

/** A policy that is not for a claim of this date; `opensOn` where its time is still to come. */
export interface NotOpen {
  readonly policyId: string
  readonly version: number
  readonly name: string
  readonly from: string
  readonly until: string
  readonly opensOn?: string
}

const base = '/api/reward'

export const readQuestions = (signal?: AbortSignal): Promise<Questions> => get(`${base}/self-check/questions`, signal)
export const selfCheck = (answers: Answers, signal?: AbortSignal): Promise<Assessment> =>
  call('POST', `${base}/self-check`, { body: answers, ...(signal ? { signal } : {}) })
export const previewClaim = (claim: Claim): Promise<Assessment> => post(`${base}/claims/preview`, claim)
