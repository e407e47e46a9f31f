import type { Attempt, Entitlement } from '../../api/reward'

/** Where money stands, for a person: what the service says, and what it waits for. */
export type MoneyState =
  | 'checking'
  | 'awaitingApproval'
  | 'awaitingPlace'
  | 'awaitingFund'
  | 'approved'
  | 'atBank'
  | 'paid'
  | 'returned'
  | 'refused'
  | 'cancelled'
  | 'expired'
  | 'recovering'
  | 'recovered'

/** No money comes of these any more; they have no line of steps. */
const ended = ['refused', 'cancelled', 'expired', 'recovering', 'recovered'] as const

type Ended = (typeof ended)[number]

/** Those on their way to the learner. */
export type OnItsWay = Exclude<MoneyState, Ended>

/** The five steps of money, in order. */
export const moneySteps = ['due', 'approved', 'payable', 'atBank', 'paid'] as const
export type MoneyStep = (typeof moneySteps)[number]

export function moneyState(entitlement: Pick<Entitlement, 'state' | 'waiting' | 'line'>): MoneyState {
  switch (entitlement.state) {
    case 'pending':
      return entitlement.waiting === 'officer' ? 'awaitingApproval' : 'checking'
    case 'waitlisted':
      return entitlement.line === 'quota' ? 'awaitingPlace' : 'awaitingFund'
    case 'in-payment':
      return 'atBank'
    default:
      return entitlement.state
  }
}

/** The attempt that counts: the newest. */
export function lastAttempt(entitlement: Pick<Entitlement, 'attempts'>): Attempt | undefined {
  return entitlement.attempts?.at(-1)
}

export function isOnItsWay(state: MoneyState): state is OnItsWay {
  return !(ended as readonly MoneyState[]).includes(state)
}

/** The step one is at; those before it are done, `paid` itself is done. */
export function stepOf(state: OnItsWay): MoneyStep {
  switch (state) {
    case 'checking':
    case 'awaitingPlace':
      return 'due'
    case 'awaitingApproval':
    case 'awaitingFund':
      return 'approved'
    case 'approved':
      return 'payable'
    case 'atBank':
    case 'returned':
      return 'atBank'
    case 'paid':
      return 'paid'
  }
}

/** The kinds of money a learner must not take for one another. */
export const moneyKinds = ['due', 'approved', 'atBank', 'paid', 'recovering'] as const
export type MoneyKind = (typeof moneyKinds)[number]

/** What an amount counts as; undefined where it is not owed: not decided, in line for a place, refused or over. */
export function kindOf(state: MoneyState): MoneyKind | undefined {
  switch (state) {
    case 'awaitingApproval':
    case 'awaitingFund':
      return 'due'
    case 'approved':
    case 'returned':
      return 'approved'
    case 'atBank':
    case 'paid':
    case 'recovering':
      return state
    case 'checking':
    case 'awaitingPlace':
    case 'refused':
    case 'cancelled':
    case 'expired':
    case 'recovered':
      return undefined
  }
}

/** Fen per kind of money; each entitlement counts once. */
export function sums(entitlements: readonly Entitlement[]): Record<MoneyKind, number> {
  const fen = { due: 0, approved: 0, atBank: 0, paid: 0, recovering: 0 }
  for (const one of entitlements) {
    const kind = kindOf(moneyState(one))
    if (kind) {
      fen[kind] += one.amountFen
    }
  }
  return fen
}
