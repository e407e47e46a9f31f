import { useCallback, useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { readReplay, readReplays, type Replay } from '../../api/reward'
import { moment } from '../../format/dates'
import { ScaleIcon } from '../../parts/Icons'
import { Blank, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { AuditNav } from './AuditNav'
import { StandingCard } from './checkpoint/StandingCard'
import { checkpointText } from './checkpoint/text'
import { Conclusion } from './Conclusion'
import { Findings } from './Findings'
import { OutcomeTag } from './OutcomeTag'
import { Running } from './Running'
import { StartReplay } from './StartReplay'
import { auditText } from './text'
import { addressOf, rangeWords, useVerdictWords } from './words'
import { chosen } from './verdict'
import './audit.css'
import './checkpoint/checkpoint.css'

/** Replays: the verdict of the one chosen, the one that runs, and those before. */
export default function Audit() {
  const t = useText(auditText)
  useTitle(t.title)
  const { replayId } = useParams()
  const [replays, reload] = useLoad(readReplays)
  switch (replays.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['50%', '35%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={replays.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Overview replays={replays.value} replayId={replayId} reload={reload} />
  }
}

function Overview(props: {
  readonly replays: readonly Replay[]
  readonly replayId: string | undefined
  readonly reload: () => void
}) {
  const t = useText(auditText)
  const navigate = useNavigate()
  const [started, setStarted] = useState<Replay>()
  const running = props.replays.find((one) => one.state === 'running') ?? started
  const shown = chosen(props.replays, props.replayId)

  function finished() {
    setStarted(undefined)
    props.reload()
    void navigate('/audit')
  }

  const start = running ? undefined : <StartReplay onStarted={setStarted} />
  const beside = (
    <div className="stack">
      <Held />
      <History replays={props.replays} shown={shown?.replayId} />
    </div>
  )
  if (!shown && !running) {
    return (
      <div className="page stack">
        <AuditNav />
        <Blank picture={<ScaleIcon size={56} />} title={t.verdict.none} actions={start}>
          <p>{t.noneMore}</p>
        </Blank>
        <Held />
      </div>
    )
  }
  return (
    <div className="page stack">
      <AuditNav />
      {shown ? <Head replay={shown}>{start}</Head> : <PageHead title={t.verdict.running} sub={t.noneMore} />}
      {running && <Running key={running.replayId} replay={running} onEnd={finished} />}
      {shown ? (
        <Chosen key={shown.replayId} replay={shown}>
          {beside}
        </Chosen>
      ) : (
        beside
      )}
    </div>
  )
}

const asWritten = (iso: string) => iso

/** What there is to hold the ledger's log against. */
function Held() {
  const t = useText(checkpointText)
  return (
    <StandingCard service="reward" heading={t.title}>
      <p>
        <Link to="/audit/checkpoints">{t.all}</Link>
      </p>
    </StandingCard>
  )
}

/** The list holds only the first differences of each replay; the one that is looked at is read whole. */
function Chosen({ replay, children }: { readonly replay: Replay; readonly children: ReactNode }) {
  const [read] = useLoad(useCallback((signal: AbortSignal) => readReplay(replay.replayId, signal), [replay.replayId]))
  const whole = read.state === 'ready' ? read.value : replay
  return (
    <div className="audit-columns">
      <div className="stack">
        <Conclusion replay={whole} />
        <Findings replay={whole} />
      </div>
      {children}
    </div>
  )
}

function Head({ replay, children }: { readonly replay: Replay; readonly children: ReactNode }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const session = useSession()
  const verdict = useVerdictWords()
  const sub = [
    t.latest(moment(replay.finishedAt ?? replay.startedAt, locale)),
    t.mode[replay.mode] ?? replay.mode,
    rangeWords(replay, locale),
    replay.index ? t.upTo(replay.index) : undefined,
    replay.askedBy &&
      `${t.askedBy} ${replay.askedBy === session.subject ? t.you : t.user(replay.askedBy.slice(0, 8))}`,
  ].filter(Boolean)
  return (
    <PageHead title={verdict(replay)} sub={sub.join(' · ')}>
      {children}
    </PageHead>
  )
}

function History(props: { readonly replays: readonly Replay[]; readonly shown: string | undefined }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const ended = props.replays.filter((one) => one.state !== 'running')
  if (ended.length === 0) {
    return null
  }
  return (
    <section className="card past" aria-label={t.history}>
      <h2>{t.history}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.historyColumn.at}</th>
            <th scope="col">{t.historyColumn.range}</th>
            <th scope="col" className="number">
              {t.historyColumn.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {ended.map((one) => (
            <tr key={one.replayId} className={one.replayId === props.shown ? 'shown' : ''}>
              <th scope="row">
                <Link
                  to={addressOf(one)}
                  {...(one.replayId === props.shown ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="whole">{moment(one.startedAt, locale)}</span>
                </Link>
              </th>
              <td>
                {t.mode[one.mode] ?? one.mode}
                <span className="caption under">{rangeWords(one, locale, asWritten)}</span>
              </td>
              <td className="number">
                <OutcomeTag replay={one} short />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
