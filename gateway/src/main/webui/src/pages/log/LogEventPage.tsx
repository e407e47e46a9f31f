import { useCallback, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { readEvent, type LogEventWhole } from '../../api/log'
import { isService, type ServiceName } from '../../api/services'
import { moment } from '../../format/dates'
import { count } from '../../format/money'
import { PathIcon } from '../../parts/Icons'
import { Blank, CardBones, FailureNotice, Notice, PageHead, Tag } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { addressOf, eventAddress, learnersIn } from './address'
import { Chain } from './Chain'
import { logText } from './text'
import { useActor, useWhat, Why } from './words'
import './log.css'

/** One event: what brought it about, what it says, what came of it. */
export default function LogEventPage() {
  const t = useText(logText)
  const { service, index } = useParams()
  const number = Number(index)
  useTitle(Number.isSafeInteger(number) ? t.number(number) : t.title)
  const c = useText(common)
  if (!isService(service) || !Number.isSafeInteger(number) || number < 1) {
    return (
      <Blank picture={<PathIcon size={56} />} title={c.notFoundTitle}>
        <Link to="/admin/log">{t.back}</Link>
      </Blank>
    )
  }
  return <Event key={`${service}/${number}`} service={service} index={number} />
}

function Event({ service, index }: { readonly service: ServiceName; readonly index: number }) {
  const t = useText(logText)
  const [event, reload] = useLoad(useCallback((signal: AbortSignal) => readEvent(service, index, signal), [service, index]))
  switch (event.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['35%', '60%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page stack log">
          <Up service={service} />
          <PageHead title={t.number(index)} />
          <FailureNotice failure={event.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Whole whole={event.value} />
  }
}

function Up({ service }: { readonly service: ServiceName }) {
  const t = useText(logText)
  return (
    <p className="up">
      <Link to={addressOf({ service, query: {} })}>{t.back}</Link>
    </p>
  )
}

function Whole({ whole }: { readonly whole: LogEventWhole }) {
  const t = useText(logText)
  const { locale } = usePreferences()
  const what = useWhat()
  const name = useServiceName()
  const { event, service, lastIndex } = whole
  const sub = [name(service), t.number(event.index), moment(event.recordedAt, locale)]
  return (
    <div className="page stack log">
      <Up service={service} />
      <PageHead
        title={what(event)}
        sub={
          <>
            <code className="mono">{event.input?.type ?? event.type}</code>
            <br />
            {sub.join(' · ')}
          </>
        }
      >
        {event.index > 1 && (
          <Link className="button outlined" to={eventAddress(service, event.index - 1)}>
            {t.before}
          </Link>
        )}
        {event.index < lastIndex && (
          <Link className="button outlined" to={eventAddress(service, event.index + 1)}>
            {t.after}
          </Link>
        )}
      </PageHead>
      {!whole.intact && <Notice tone="mend" title={t.changed} urgent />}
      <Chain whole={whole} />
      <div className="beside">
        <section className="card" aria-label={t.data}>
          <h2>{t.data}</h2>
          <pre tabIndex={0}>{JSON.stringify(whole.data, null, 2)}</pre>
        </section>
        <Envelope whole={whole} />
      </div>
    </div>
  )
}

function Envelope({ whole }: { readonly whole: LogEventWhole }) {
  const t = useText(logText)
  const { locale } = usePreferences()
  const actor = useActor()
  const { event, service } = whole
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.fact.stream, <code className="mono">{event.stream}</code>],
    [t.fact.version, count(event.version)],
    [t.fact.occurred, moment(event.occurredAt, locale)],
    [t.fact.recorded, moment(event.recordedAt, locale)],
    [t.fact.actor, actor(event.actor)],
    [t.fact.cause, <Why event={event} />],
    [t.fact.correlation, <code className="mono">{event.correlation}</code>],
    [t.fact.type, <><code className="mono">{event.type}</code> {t.revision(event.revision)}</>],
    [t.fact.id, <code className="mono">{whole.id}</code>],
    [t.fact.leaf, <code className="mono">{whole.leaf}</code>],
  ]
  return (
    <section className="card" aria-label={t.facts}>
      <div className="between">
        <h2>{t.facts}</h2>
        {whole.intact && <Tag tone="ok">{t.intact}</Tag>}
      </div>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="ways-on">
        <li>
          <Link to={addressOf({ service, query: { stream: event.stream } })}>{t.allOfStream}</Link>
        </li>
        <li>
          <Link to={addressOf({ service, query: { cause: event.cause } })}>{t.allOfCause}</Link>
        </li>
        <li>
          <Link to={addressOf({ service, query: { correlation: event.correlation } })}>{t.allOfCorrelation}</Link>
        </li>
        {learnersIn(whole.data).map((learner) => (
          <li key={learner}>
            <Link to={addressOf({ service, query: { learner } })}>{t.allOfLearner(learner)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
