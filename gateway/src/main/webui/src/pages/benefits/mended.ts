import type { Card } from '../../api/enrollment'
import type { Entitlement } from '../../api/reward'
import { lastAttempt } from './states'

/** Whether there is a newer card than the one the bank refused. */
export function mended(card: Card | null | undefined, entitlement: Entitlement): boolean {
  const refused = lastAttempt(entitlement)?.payeeVersion
  return card !== null && card !== undefined && refused !== undefined && card.version > refused
}
