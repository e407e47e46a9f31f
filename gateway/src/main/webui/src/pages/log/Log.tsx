import { Link, useNavigate, useSearchParams } from 'react-router'
import type { LogEvent } from '../../api/log'
import type { ServiceName } from '../../api/services'
import { moment } from '../../format/dates'
import { count } from '../../format/money'
import { Bones, FailureNotice, PageHead, ProgressBar } from '../../parts/Parts'
import { useTitle } from '../../shell/Frame'
import { usePreferences, useText } from '../../text/locale'
import { addressOf, asked, eventAddress, type Asked } from './address'
import { Filters, namesField } from './Filters'
import { logText } from './text'
import { useSearch } from './useSearch'
import { useWhat, Why } from './words'
import './log.css'

/** Every event of one service's log, newest first, narrowed by what the address says. */
export default function Log() {
  const t = useText(logText)
  useTitle(t.title)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const page = asked(search)
  return (
    <div className="page stack log">
      <Found page={page} go={(next) => void navigate(addressOf(next))} />
    </div>
  )
}

function Found({ page, go }: { readonly page: Asked; readonly go: (asked: Asked) => void }) {
  const t = useText(logText)
  const { items, lastIndex, next, busy, failure, more, stop, again } = useSearch(page.service, page.query)
  return (
    <>
      <PageHead title={t.title} sub={lastIndex === undefined ? ' ' : t.sub(lastIndex)} />
      {/* a new address fills the form anew */}
      <Filters key={addressOf(page)} asked={page} failure={failure} go={go} />
      {items.length > 0 && <Events service={page.service} events={items} />}
      {failure && !namesField(failure) && <FailureNotice failure={failure} retry={next === undefined ? again : more} />}
      {busy && lastIndex === undefined && (
        <section className="card">
          <Bones lines={['100%', '100%', '100%']} />
        </section>
      )}
      {busy && lastIndex !== undefined && next !== undefined && (
        <section className="card searching">
          <p role="status">{t.searching(next)}</p>
          <ProgressBar percent={100 * (1 - next / Math.max(1, lastIndex))} label={t.searching(next)} />
          <button type="button" className="button outlined" onClick={stop}>
            {t.stop}
          </button>
        </section>
      )}
      {!busy && !failure && next !== undefined && (
        <p className="further">
          <button type="button" className="button outlined" onClick={more}>
            {t.older}
          </button>
          {items.length === 0 && <span className="second">{t.stopped(next)}</span>}
        </p>
      )}
      {!busy && !failure && next === undefined && (
        <section className="card" role="status">
          <p>{items.length === 0 ? t.none : t.end}</p>
          {items.length === 0 && <p className="second">{t.noneMore}</p>}
        </section>
      )}
    </>
  )
}

function Events({ service, events }: { readonly service: ServiceName; readonly events: readonly LogEvent[] }) {
  const t = useText(logText)
  return (
    <section className="card" aria-label={t.title}>
      <table className="table stacking">
        <thead>
          <tr>
            {(['index', 'what', 'stream', 'when', 'why'] as const).map((what) => (
              <th key={what} scope="col">
                {t.column[what]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Line key={event.index} service={service} event={event} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ service, event }: { readonly service: ServiceName; readonly event: LogEvent }) {
  const t = useText(logText)
  const { locale } = usePreferences()
  const what = useWhat()
  const recorded = moment(event.recordedAt, locale)
  const occurred = moment(event.occurredAt, locale)
  return (
    <tr>
      <td className="whole index">{count(event.index)}</td>
      <th scope="row">
        <div>
          <Link to={eventAddress(service, event.index)}>{what(event)}</Link>
          <code className="mono caption under">{event.input?.type ?? event.type}</code>
        </div>
      </th>
      <td data-label={t.column.stream}>
        <Link className="mono stream" to={addressOf({ service, query: { stream: event.stream } })}>
          {event.stream}
        </Link>
      </td>
      <td data-label={t.column.when}>
        <div>
          <span className="whole">{recorded}</span>
          {occurred !== recorded && <span className="caption under">{t.occurred(occurred)}</span>}
        </div>
      </td>
      <td data-label={t.column.why}>
        <Why event={event} />
      </td>
    </tr>
  )
}

