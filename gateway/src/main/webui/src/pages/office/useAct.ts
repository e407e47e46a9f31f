import { useRef, useState } from 'react'
import type { ItemResult } from '../../api/office'
import { asFailure, Refused, type Failure } from '../../api/problem'

/** What was done, in words of its own, and what became of each. */
export interface Done {
  readonly words: (n: number) => string
  readonly results: readonly ItemResult[]
}

/**
 * Acts on several at once. Without an answer the same selection goes out under the same key, so that nothing happens twice; with one
 * the next act has its own.
 */
export function useAct(onDone: () => void) {
  const [done, setDone] = useState<Done>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const last = useRef({ what: '', key: '' })

  /** @throws what `act` throws, after it was noted */
  async function run(
    name: string,
    ids: readonly string[],
    act: (ids: readonly string[], key: string) => Promise<readonly ItemResult[]>,
    words: (n: number) => string,
  ): Promise<void> {
    const what = `${name} ${ids.join(' ')}`
    if (last.current.what !== what) {
      last.current = { what, key: crypto.randomUUID() }
    }
    setBusy(true)
    setFailure(undefined)
    setDone(undefined)
    try {
      setDone({ words, results: await act(ids, last.current.key) })
      last.current = { what: '', key: '' }
      onDone()
    } catch (error) {
      const failed = asFailure(error)
      if (failed instanceof Refused) {
        last.current = { what: '', key: '' }
      }
      setFailure(failed)
      throw error
    } finally {
      setBusy(false)
    }
  }

  return { run, done, busy, failure }
}

export type Act = ReturnType<typeof useAct>
