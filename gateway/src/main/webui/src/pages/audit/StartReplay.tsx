import { useState } from 'react'
import { Link } from 'react-router'
import type { Replay } from '../../api/reward'
import { Dialog } from '../../parts/Dialog'
import { FailureNotice } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { auditText } from './text'
import { useStart } from './useStart'

/** What a replay of the whole log can do. */
const modes = ['fold'] as const

/** Asks how, then starts. */
export function StartReplay({ onStarted }: { readonly onStarted: (replay: Replay) => void }) {
  const t = useText(auditText)
  const [asking, setAsking] = useState(false)
  const [mode, setMode] = useState<(typeof modes)[number]>('fold')
  const { start, busy, failure } = useStart((replay) => {
    setAsking(false)
    onStarted(replay)
  })
  return (
    <>
      <button type="button" className="button filled" onClick={() => setAsking(true)}>
        {t.start}
      </button>
      <Dialog open={asking} title={t.startTitle} onClose={() => setAsking(false)}>
        <p className="second">{t.startMore}</p>
        <fieldset className="modes">
          <legend className="unseen">{t.whichMode}</legend>
          {modes.map((one) => (
            <label key={one} className={one === mode ? 'chosen' : ''}>
              <input type="radio" name="mode" checked={one === mode} onChange={() => setMode(one)} />
              <span>
                <strong>{t.mode[one]}</strong>
                <span className="second">{t.modeMore[one]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="second">
          {t.asOfElsewhere} <Link to="/audit/asof">{t.asOfPage}</Link>
        </p>
        {failure && <FailureNotice failure={failure} />}
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {t.cancel}
          </button>
          <button type="button" className="button filled" disabled={busy} onClick={() => start({ mode })}>
            {t.start}
          </button>
        </div>
      </Dialog>
    </>
  )
}
