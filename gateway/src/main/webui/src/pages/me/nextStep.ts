import type { Card } from '../../api/enrollment'
import type { Entitlement } from '../../api/reward'
import { mended } from '../benefits/mended'
import { lastAttempt, moneyState } from '../benefits/states'

/** The one thing a learner should do now; the first that applies. */
export type NextStep =
  | { readonly kind: 'mendCard'; readonly reason: string | undefined }
  | { readonly kind: 'addCard'; readonly fen: number }
  | { readonly kind: 'nothing' }

export function nextStep(card: Card | null | undefined, entitlements: readonly Entitlement[]): NextStep {
  const returned = entitlements.find((one) => moneyState(one) === 'returned' && !mended(card, one))
  if (returned) {
    return { kind: 'mendCard', reason: lastAttempt(returned)?.failureText }
  }
  const approved = entitlements.filter((one) => moneyState(one) === 'approved')
  return approved.length > 0 && !card
    ? { kind: 'addCard', fen: approved.reduce((fen, one) => fen + one.amountFen, 0) }
    : { kind: 'nothing' }
}
