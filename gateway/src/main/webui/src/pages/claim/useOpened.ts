import { useEffect, useState } from 'react'
import { asFailure, type Failure } from '../../api/problem'
import { readEntitlements, type Entitlement } from '../../api/reward'

/** Whether the reward service has heard of an outcome, and what it made of it. */
export type Opened =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly entitlements: readonly Entitlement[] }
  | { readonly state: 'late' }
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly failure: Failure }

const LOOKS_MAX = 8
/** Where no policy was foreseen, one look and one more are enough. */
const LOOKS_UNFORESEEN = 2
const LOOK_EVERY_MILLIS = 1_000

/**
 * The rewards an outcome has opened; `foreseen` tells whether the preview named a policy for it. Each look asks for the log index of the deposit, so the service answers when it has heard of
 * it, or after its own patience; a few looks bridge a service that is behind.
 */
export function useOpened(outcomeId: string, foreseen: boolean): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'waiting' })
  useEffect(() => {
    const abort = new AbortController()
    look(outcomeId, foreseen ? LOOKS_MAX : LOOKS_UNFORESEEN, abort.signal)
      .then((found) => setOpened(found ? { state: 'there', entitlements: found } : { state: foreseen ? 'late' : 'none' }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setOpened({ state: 'failed', failure: asFailure(error) })
        }
      })
    return () => abort.abort()
  }, [outcomeId, foreseen])
  return opened
}

async function look(
  outcomeId: string,
  looks: number,
  signal: AbortSignal,
): Promise<readonly Entitlement[] | undefined> {
  for (let i = 0; i < looks; i++) {
    const found = (await readEntitlements(signal)).filter((one) => one.basis === `outcome/${outcomeId}`)
    if (found.length > 0) {
      return found
    }
    await new Promise((resume) => setTimeout(resume, LOOK_EVERY_MILLIS))
    signal.throwIfAborted()
  }
  return undefined
}
