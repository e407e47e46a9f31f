import { useCallback, useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { readReplay, readReplays, type Replay } from '../../api/reward'
import { day, moment } from '../../format/dates'
import { ScaleIcon } from '../../parts/Icons'
import { Blank, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { usePreferences, useText } from '../../text/locale'
import { AuditNav } from './AuditNav'
import { Conclusion, Findings } from './Conclusion'
import { OutcomeTag } from './OutcomeTag'
import { Running } from './Running'
import { StartReplay } from './StartReplay'
import { auditText } from './text'
import { chosen, differencesOf, outcomeOf } from './verdict'
import './audit.css'

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

  const start = running ? null : <StartReplay onStarted={setStarted} />
  if (!shown && !running) {
    return (
      <div className="page stack">
        <AuditNav />
        <Blank picture={<ScaleIcon size={56} />} title={t.verdict.none} actions={start}>
          <p>{t.noneMore}</p>
        </Blank>
      </div>
    )
  }
  return (
    <div className="page stack">
      <AuditNav />
      {shown ? <Head replay={shown}>{start}</Head> : <PageHead title={t.verdict.running} sub={t.noneMore} />}
      {running && <Running key={running.replayId} replay={running} onEnd={finished} />}
      <div className="audit-columns">
        {shown ? <Full key={shown.replayId} replay={shown} /> : <span />}
        <History replays={props.replays} shown={shown?.replayId} />
      </div>
      {shown && <Findings replay={shown} />}
    </div>
  )
}

/** The list holds only the first differences of each replay; the one that is looked at is read whole. */
function Full({ replay }: { readonly replay: Replay }) {
  const [whole] = useLoad(useCallback((signal: AbortSignal) => readReplay(replay.replayId, signal), [replay.replayId]))
  return <Conclusion replay={whole.state === 'ready' ? whole.value : replay} />
}

function Head({ replay, children }: { readonly replay: Replay; readonly children: ReactNode }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const outcome = outcomeOf(replay)
  const title =
    outcome === 'different' ? t.verdict.different(differencesOf(replay)) : t.verdict[outcome]
  const sub = [
    t.latest(moment(replay.finishedAt ?? replay.startedAt, locale)),
    t.mode[replay.mode] ?? replay.mode,
    replay.asOf ? t.asOf(day(replay.asOf, locale)) : t.present,
    replay.index ? t.upTo(replay.index) : undefined,
  ].filter(Boolean)
  return (
    <PageHead title={title} sub={sub.join(' · ')}>
      {children}
    </PageHead>
  )
}

function History(props: { readonly replays: readonly Replay[]; readonly shown: string | undefined }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const ended = props.replays.filter((one) => one.state !== 'running')
  return (
    <section className="card" aria-label={t.history}>
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
                  to={`/audit/replays/${encodeURIComponent(one.replayId)}`}
                  {...(one.replayId === props.shown ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="whole">{moment(one.startedAt, locale)}</span>
                </Link>
              </th>
              <td className="whole">{one.asOf ? t.asOf(one.asOf) : t.present}</td>
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
