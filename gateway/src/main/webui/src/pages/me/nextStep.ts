import type { Learner } from '../../api/enrollment'
import type { Entitlement } from '../../api/reward'
import { lastAttempt, moneyState } from './money'

/** The one thing a learner should do now; the first that applies. */
export type NextStep =
  | { readonly kind: 'mendCard'; readonly fen: number; readonly reason: string | undefined }
  | { readonly kind: 'addCard'; readonly fen: number }
  | { readonly kind: 'nothing' }

export function nextStep(learner: Pick<Learner, 'card'>, entitlements: readonly Entitlement[]): NextStep {
  const returned = entitlements.filter((one) => moneyState(one) === 'returned')
  if (returned.length > 0) {
    const attempt = lastAttempt(returned[0]?.attempts ?? [])
    return { kind: 'mendCard', fen: sum(returned), reason: attempt?.failureText ?? attempt?.failureCode }
  }
  const approved = entitlements.filter((one) => moneyState(one) === 'approved')
  if (approved.length > 0 && !learner.card) {
    return { kind: 'addCard', fen: sum(approved) }
  }
  return { kind: 'nothing' }
}

function sum(entitlements: readonly Entitlement[]): number {
  return entitlements.reduce((fen, one) => fen + (one.amountFen ?? 0), 0)
}
