import type { Attempt, Entitlement } from '../../api/reward'

/** Where money stands, for a person: what the service says, and whether the bank has it at this moment. */
export type MoneyState =
  | 'checking'
  | 'awaitingApproval'
  | 'waitlisted'
  | 'approved'
  | 'atBank'
  | 'paid'
  | 'returned'
  | 'refused'
  | 'cancelled'
  | 'recovering'
  | 'recovered'

/** Those on their way to the learner; the others have no line of steps. */
export type OnItsWay = Exclude<MoneyState, 'refused' | 'cancelled' | 'recovering' | 'recovered'>

/** The five steps of money, in order. */
export const moneySteps = ['due', 'approved', 'payable', 'atBank', 'paid'] as const
export type MoneyStep = (typeof moneySteps)[number]

export function moneyState(entitlement: Pick<Entitlement, 'state' | 'waiting'>): MoneyState {
  switch (entitlement.state) {
    case 'pending':
      return entitlement.waiting === 'officer' ? 'awaitingApproval' : 'checking'
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
  return !['refused', 'cancelled', 'recovering', 'recovered'].includes(state)
}

/** The step one is at; those before it are done, `paid` itself is done. */
export function stepOf(state: OnItsWay): MoneyStep {
  switch (state) {
    case 'checking':
      return 'due'
    case 'awaitingApproval':
    case 'waitlisted':
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
