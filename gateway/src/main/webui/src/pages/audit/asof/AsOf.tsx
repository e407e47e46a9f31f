import { useState, type ReactNode } from 'react'
import { Link, useParams, useNavigate } from 'react-router'
import { readReplays, type Replay } from '../../../api/reward'
import { moment } from '../../../format/dates'
import { count } from '../../../format/money'
import { CardBones, FailureNotice, PageHead } from '../../../parts/Parts'
import { useLoad } from '../../../parts/useLoad'
import { useTitle } from '../../../shell/Frame'
import { usePreferences, useText } from '../../../text/locale'
import { AuditNav } from '../AuditNav'
import { Figures, Funds } from '../Conclusion'
import { OutcomeTag } from '../OutcomeTag'
import { Running } from '../Running'
import { useStart } from '../useStart'
import { isOfAPastDay, outcomeOf } from '../verdict'
import { rangeWords } from '../words'
import { asOfText } from './text'
import '../audit.css'

/** The books of a past day: what had happened by then, what was known by then, or both. */
export default function AsOf() {
  const t = useText(asOfText)
  useTitle(t.title)
  const { replayId } = useParams()
  const navigate = useNavigate()
  const [replays, reload] = useLoad(readReplays)
  const [started, setStarted] = useState<Replay>()
  if (replays.state === 'loading') {
    return (
      <Page>
        <CardBones lines={['50%', '35%']} />
      </Page>
    )
  }
  if (replays.state === 'failed') {
    return (
      <Page>
        <FailureNotice failure={replays.failure} retry={reload} />
      </Page>
    )
  }
  const running = replays.value.find((one) => one.state === 'running') ?? started
  const past = replays.value.filter((one) => isOfAPastDay(one) && one.state === 'finished')
  const shown = replayId === undefined ? past[0] : past.find((one) => one.replayId === replayId)

  function ended() {
    const id = running?.replayId
    setStarted(undefined)
    reload()
    void navigate(id && running && isOfAPastDay(running) ? `/audit/asof/${encodeURIComponent(id)}` : '/audit/asof')
  }

  return (
    <Page>
      {shown ? <Answer replay={shown} /> : <PageHead title={t.ask} sub={t.askMore} />}
      {running && <Running key={running.replayId} replay={running} onEnd={ended} />}
      {shown && <Sums replay={shown} />}
      {!running && <AskDays asking={!shown} onStarted={setStarted} />}
      <Earlier past={past} shown={shown?.replayId} />
    </Page>
  )
}

function Page({ children }: { readonly children: ReactNode }) {
  return (
    <div className="page stack">
      <AuditNav />
      {children}
    </div>
  )
}

function Answer({ replay }: { readonly replay: Replay }) {
  const t = useText(asOfText)
  const { locale } = usePreferences()
  const range = rangeWords(replay, locale)
  const words = outcomeOf(replay) === 'incomplete' ? t.incomplete(range) : t.answer(range)
  return (
    <PageHead
      title={words}
      sub={t.computed(moment(replay.finishedAt ?? replay.startedAt, locale), count(replay.index ?? 0))}
    />
  )
}

function AskDays(props: { readonly asking: boolean; readonly onStarted: (replay: Replay) => void }) {
  const t = useText(asOfText)
  const [asOf, setAsOf] = useState('')
  const [without, setWithout] = useState(false)
  const { start, busy, failure } = useStart(props.onStarted)
  return (
    <form
      className="card asof"
      aria-label={t.ask}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const none = asOf === ''
        setWithout(none)
        if (!none) {
          start({ mode: 'fold', asOf })
        }
      }}
    >
      {!props.asking && <h2>{t.ask}</h2>}
      <div className="two">
        <Day label={t.occurred} hint={t.occurredMore} value={asOf} set={setAsOf} wrong={without} />
      </div>
      {without && (
        <p className="wrong" role="alert" id="asof-wrong">
          {t.needOne}
        </p>
      )}
      {failure && <FailureNotice failure={failure} />}
      <button type="submit" className="button filled" disabled={busy}>
        {t.start}
      </button>
    </form>
  )
}

function Day(props: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly set: (day: string) => void
  readonly wrong: boolean
}) {
  return (
    <label>
      <strong>{props.label}</strong>
      <input
        type="date"
        value={props.value}
        onChange={(event) => props.set(event.target.value)}
        {...(props.wrong ? { 'aria-invalid': true, 'aria-describedby': 'asof-wrong' } : {})}
      />
      <span className="second">{props.hint}</span>
    </label>
  )
}

function Sums({ replay }: { readonly replay: Replay }) {
  const t = useText(asOfText)
  return (
    <section className="card" aria-label={t.sums}>
      <div className="between">
        <h2>{t.sums}</h2>
        <OutcomeTag replay={replay} />
      </div>
      <Figures replay={replay} />
      {replay.funds.length > 0 && <Funds funds={replay.funds} />}
      <p className="second honest">{t.wholeLog}</p>
      <p className="caption">
        <Link to={`/audit/replays/${encodeURIComponent(replay.replayId)}`}>{t.openRun}</Link>
      </p>
    </section>
  )
}

function Earlier({ past, shown }: { readonly past: readonly Replay[]; readonly shown: string | undefined }) {
  const t = useText(asOfText)
  const { locale } = usePreferences()
  return (
    <section className="card" aria-label={t.earlier}>
      <h2>{t.earlier}</h2>
      {past.length === 0 ? (
        <p className="second">{t.none}</p>
      ) : (
        <ul className="rows">
          {past.map((one) => (
            <li key={one.replayId}>
              <Link
                to={`/audit/asof/${encodeURIComponent(one.replayId)}`}
                {...(one.replayId === shown ? { 'aria-current': 'true' as const } : {})}
              >
                {rangeWords(one, locale)}
              </Link>
              <span className="caption">{moment(one.startedAt, locale)}</span>
              <OutcomeTag replay={one} short />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
