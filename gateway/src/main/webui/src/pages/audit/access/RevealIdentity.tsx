import { useEffect, useRef, useState } from 'react'
import { reveal, type Revealed } from '../../../api/access'
import { asFailure, Refused, type Failure } from '../../../api/problem'
import { Dialog } from '../../../parts/Dialog'
import { FailureNotice } from '../../../parts/Parts'
import { useText } from '../../../text/locale'
import { accessText } from './text'
import { secondsUntil } from './words'

const TICK_MILLIS = 1_000

/** Asks for whom and why, shows who it is, and takes it off the screen when its time is over. */
export function RevealIdentity(props: { readonly learner: string | undefined; readonly onRevealed: () => void }) {
  const t = useText(accessText)
  const [asking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<Revealed>()

  function close() {
    setAsking(false)
    if (revealed) {
      setRevealed(undefined)
      props.onRevealed()
    }
  }

  return (
    <>
      <button type="button" className="button filled" onClick={() => setAsking(true)}>
        {t.reveal}
      </button>
      <Dialog open={asking} title={revealed ? t.shownTitle(revealed.learnerId) : t.revealTitle} onClose={close}>
        {asking &&
          (revealed ? (
            <Shown revealed={revealed} onOver={close} />
          ) : (
            <Question learner={props.learner} onRevealed={setRevealed} onClose={close} />
          ))}
      </Dialog>
    </>
  )
}

function Question(props: {
  readonly learner: string | undefined
  readonly onRevealed: (revealed: Revealed) => void
  readonly onClose: () => void
}) {
  const t = useText(accessText)
  const [learner, setLearner] = useState(props.learner ?? '')
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const key = useRef(crypto.randomUUID())

  async function send() {
    setBusy(true)
    setFailure(undefined)
    try {
      props.onRevealed(await reveal(learner.trim(), why.trim(), key.current))
    } catch (error) {
      const failed = asFailure(error)
      if (failed instanceof Refused) {
        key.current = crypto.randomUUID()
      }
      setFailure(failed)
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const incomplete = learner.trim() === '' || why.trim() === ''
        setMissing(incomplete)
        if (!incomplete) {
          void send()
        }
      }}
    >
      <p className="second">{t.revealMore}</p>
      <label className="looks-at">
        {t.learner}
        <input value={learner} maxLength={50} placeholder={t.whomHint} autoComplete="off" spellCheck={false} onChange={(e) => setLearner(e.target.value)} />
      </label>
      <label className="looks-at">
        {t.why}
        <input value={why} maxLength={60} placeholder={t.whyHint} autoComplete="off" onChange={(e) => setWhy(e.target.value)} />
      </label>
      {missing && (
        <p className="wrong" role="alert">
          {t.missing}
        </p>
      )}
      {failure && <FailureNotice failure={failure} />}
      <div className="actions">
        <button type="button" className="button quiet" onClick={props.onClose}>
          {t.cancel}
        </button>
        <button type="submit" className="button filled" disabled={busy}>
          {t.show}
        </button>
      </div>
    </form>
  )
}

function Shown({ revealed, onOver }: { readonly revealed: Revealed; readonly onOver: () => void }) {
  const t = useText(accessText)
  const [left, setLeft] = useState(() => secondsUntil(revealed.until, Date.now()))
  const over = useRef(onOver)
  over.current = onOver
  useEffect(() => {
    const timer = setInterval(() => {
      const now = secondsUntil(revealed.until, Date.now())
      setLeft(now)
      if (now === 0) {
        over.current()
      }
    }, TICK_MILLIS)
    return () => clearInterval(timer)
  }, [revealed.until])
  return (
    <>
      <dl className="revealed">
        <dt className="second">{t.name}</dt>
        <dd>{revealed.name}</dd>
        <dt className="second">{t.idNumber}</dt>
        <dd className="mono">{revealed.idNumber}</dd>
      </dl>
      <p className="second">{t.left(Math.floor(left / 60), left % 60)}</p>
      <div className="actions">
        <button type="button" className="button outlined" onClick={onOver}>
          {t.hide}
        </button>
      </div>
    </>
  )
}
