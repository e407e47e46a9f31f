import { useRef, useState } from 'react'
import { asFailure, type Failure } from '../../api/problem'
import { startReplay, type Replay } from '../../api/reward'
import { Dialog } from '../../parts/Dialog'
import { FailureNotice } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { auditText } from './text'

/** Asks up to which day, then starts. */
export function StartReplay({ onStarted }: { readonly onStarted: (replay: Replay) => void }) {
  const t = useText(auditText)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [asOf, setAsOf] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const key = useRef(crypto.randomUUID())

  async function start() {
    setBusy(true)
    setFailure(undefined)
    try {
      const replay = await startReplay(asOf || undefined, key.current)
      key.current = crypto.randomUUID()
      setAsking(false)
      onStarted(replay)
    } catch (error) {
      key.current = crypto.randomUUID()
      setFailure(asFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <button type="button" className="button filled" onClick={() => setAsking(true)}>
        {t.start}
      </button>
      <Dialog open={asking} title={t.startTitle} onClose={() => setAsking(false)}>
        <p className="second">{t.startMore}</p>
        <label>
          {t.asOfLabel}
          <input type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
        </label>
        <p className="caption">{t.asOfHint}</p>
        {failure && <FailureNotice failure={failure} />}
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {t.cancel}
          </button>
          <button type="button" className="button filled" disabled={busy} onClick={() => void start()}>
            {t.start}
          </button>
        </div>
      </Dialog>
    </>
  )
}
