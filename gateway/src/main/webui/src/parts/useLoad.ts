import { useCallback, useEffect, useState } from 'react'
import { asFailure, Refused, type Failure } from '../api/problem'

/** Something a page reads: on its way, there, or failed. A reload keeps showing what was there. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure }

const RETRY_MILLIS = 2_000

/** Reads something when the page opens, again when `reload` is called or the network comes back. */
export function useLoad<T>(read: (signal: AbortSignal) => Promise<T>): readonly [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  const reload = useCallback(() => setRound((n) => n + 1), [])

  useEffect(() => {
    const abort = new AbortController()
    readTwice(read, abort.signal)
      .then((value) => setLoaded({ state: 'ready', value }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setLoaded({ state: 'failed', failure: asFailure(error) })
        }
      })
    return () => abort.abort()
  }, [read, round])

  const failed = loaded.state === 'failed'
  useEffect(() => {
    if (failed) {
      window.addEventListener('online', reload)
    }
    return () => window.removeEventListener('online', reload)
  }, [failed, reload])

  return [loaded, reload]
}

/** A service that is just starting answers 503; one more look saves the person a click. */
async function readTwice<T>(read: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await read(signal)
  } catch (error) {
    if (!(error instanceof Refused && error.problem.status === 503)) {
      throw error
    }
    await new Promise((resume) => setTimeout(resume, RETRY_MILLIS))
    signal.throwIfAborted()
    return read(signal)
  }
}
