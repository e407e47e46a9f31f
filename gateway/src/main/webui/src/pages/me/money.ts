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

/** The five steps of money, in order. */
export const moneySteps = ['due', 'approved', 'payable', 'atBank', 'paid'] as const
export type MoneyStep = (typeof moneySteps)[number]

export function moneyState(entitlement: Pick<Entitlement, 'state' | 'waiting'>): MoneyState {
  switch (entitlement.state) {
    case 'pending':
      return entitlement.waiting === 'officer' ? 'awaitingApproval' : 'checking'
    case 'in-payment':
      return 'atBank'
    case 'waitlisted':
    case 'approved':
    case 'refused':
    case 'paid':
    case 'returned':
      return entitlement.state
  }
}

/** The attempt that counts: the newest. */
export function lastAttempt(entitlement: Pick<Entitlement, 'attempts'>): Attempt | undefined {
  return entitlement.attempts?.at(-1)
}

/** The step one is at; those before it are done, `paid` itself is done. Refused money has no line. */
export function stepOf(state: Exclude<MoneyState, 'refused'>): MoneyStep {
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
