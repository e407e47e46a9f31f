import { useState } from 'react'
import { parseCheckpoint, readKeys, readNote, type Checkpoint } from '../../../api/checkpoint'
import { services, type ServiceName } from '../../../api/services'
import { asFailure, type Failure } from '../../../api/problem'
import { FailureNotice, Notice, PageHead, type Tone } from '../../../parts/Parts'
import { useTitle } from '../../../shell/Frame'
import { useText } from '../../../text/locale'
import { useServiceName } from '../../../text/services'
import { AuditNav } from '../AuditNav'
import { signedBy } from './prove'
import { StandingCard } from './StandingCard'
import { compared } from './standing'
import { checkpointText } from './text'
import '../audit.css'
import './checkpoint.css'

/** The checkpoints of all services, and the comparison with one that was kept outside. */
export default function Checkpoints() {
  const t = useText(checkpointText)
  const name = useServiceName()
  useTitle(t.title)
  return (
    <div className="page stack checkpoints">
      <AuditNav />
      <PageHead title={t.title} sub={t.sub} />
      <div className="three">
        {services.map((service) => (
          <StandingCard key={service} service={service} heading={name(service)} />
        ))}
      </div>
      <Compare />
    </div>
  )
}

interface Answer {
  readonly tone: Tone
  readonly words: string
}

function Compare() {
  const t = useText(checkpointText)
  const [note, setNote] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  async function check() {
    setBusy(true)
    setFailure(undefined)
    setAnswer(undefined)
    try {
      setAnswer(await answerTo(note, t))
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className="card compare"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <h2>{t.compare}</h2>
      <p className="second">{t.compareMore}</p>
      <label>
        {t.note}
        <textarea rows={7} spellCheck={false} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      {answer && <Notice tone={answer.tone} title={answer.words} urgent={answer.tone !== 'ok'} />}
      {failure && <FailureNotice failure={failure} />}
      <div className="ways">
        <button type="submit" className="button filled" disabled={busy}>
          {t.check}
        </button>
      </div>
    </form>
  )
}

async function answerTo(pasted: string, t: (typeof checkpointText)['zh']): Promise<Answer> {
  const signal = new AbortController().signal
  const kept = parseCheckpoint(pasted)
  if (!kept) {
    return { tone: 'wait', words: t.notOne }
  }
  const service = services.find((one) => kept.origin === `gongxue/${one}`)
  if (!service) {
    return { tone: 'wait', words: t.foreign(kept.origin) }
  }
  const keys = await readKeys(service)
  const signed = await signedBy(kept, keys)
  if (signed.by === 'nobody') {
    return { tone: 'mend', words: t.answer.unsigned }
  }
  const answer = await against(service, kept, t, signal)
  // A proof says nothing about a checkpoint of which nobody can tell who signed it.
  return signed.by === 'unknown' && answer.tone === 'ok'
    ? { tone: 'wait', words: t.answer.unverified }
    : answer
}

async function against(
  service: ServiceName,
  kept: Checkpoint,
  t: (typeof checkpointText)['zh'],
  signal: AbortSignal,
): Promise<Answer> {
  const now = parseCheckpoint(await readNote(service))
  if (!now) {
    return { tone: 'wait', words: t.unproven(kept.size) }
  }
  if (kept.size > now.size) {
    return { tone: 'mend', words: t.answer.larger(kept.size, now.size) }
  }
  switch ((await compared(service, kept, now, signal)).kind) {
    case 'proven':
      return { tone: 'ok', words: t.answer.proven(kept.size) }
    case 'broken':
      return { tone: 'mend', words: t.answer.broken(kept.size) }
    case 'first':
    case 'unproven':
      return { tone: 'wait', words: t.unproven(kept.size) }
  }
}
