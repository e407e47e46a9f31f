import { useRef, useState } from 'react'
import { asFailure, Refused, type Failure } from '../../api/problem'
import { startReplay, type Replay, type ReplayRequest } from '../../api/reward'

/** Starts a replay; without an answer the same request goes out again under the same key, so that it starts once. */
export function useStart(onStarted: (replay: Replay) => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const asked = useRef({ what: '', key: '' })

  async function begin(request: ReplayRequest) {
    const what = JSON.stringify(request)
    if (asked.current.what !== what) {
      asked.current = { what, key: crypto.randomUUID() }
    }
    setBusy(true)
    setFailure(undefined)
    try {
      const replay = await startReplay(request, asked.current.key)
      asked.current = { what: '', key: '' }
      onStarted(replay)
    } catch (error) {
      const failed = asFailure(error)
      if (failed instanceof Refused) {
        asked.current = { what: '', key: '' }
      }
      setFailure(failed)
    } finally {
      setBusy(false)
    }
  }

  return { start: (request: ReplayRequest) => void begin(request), busy, failure }
}
