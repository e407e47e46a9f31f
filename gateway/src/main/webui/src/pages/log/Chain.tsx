import { useCallback, type ReactNode } from 'react'
import { Link } from 'react-router'
import { readEvents, type LogEvent, type LogEventWhole } from '../../api/log'
import { services, type ServiceName } from '../../api/services'
import { Bones, FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { addressOf, eventAddress } from './address'
import { logText } from './text'
import { useActor, useWhat } from './words'

/** More effects than this in one service, the newest of them, are looked at in its list. */
const EFFECTS_MAX = 50

/** Cause, this decision, effects: three links of a chain that goes on in other services. */
export function Chain({ whole }: { readonly whole: LogEventWhole }) {
  const t = useText(logText)
  const { event, service, together, togetherCount } = whole
  return (
    <ol className="chain" aria-label={`${t.cause} → ${t.effects}`}>
      <li className="card">
        <h2>{t.cause}</h2>
        <Cause whole={whole} />
      </li>
      <li className="card">
        <h2>{t.together(togetherCount)}</h2>
        <Steps events={together} service={service} here={event.index} />
        {together.length < togetherCount && (
          <p className="caption">
            {t.shownOf(together.length, togetherCount)}{' '}
            <Link to={addressOf({ service, query: { cause: event.cause } })}>{t.seeAll}</Link>
          </p>
        )}
      </li>
      <li className="card">
        <h2>{t.effects}</h2>
        {services
          .filter((other) => other !== service)
          .map((other) => (
            <Effects key={other} of={service} index={event.index} there={other} />
          ))}
      </li>
    </ol>
  )
}

function Cause({ whole }: { readonly whole: LogEventWhole }) {
  const t = useText(logText)
  const actor = useActor()
  const name = useServiceName()
  const { source, index, commandId } = whole.cause
  if (source && index) {
    return (
      <>
        <p>{t.causeInput(name(source))}</p>
        <p>
          <Link to={eventAddress(source, index)}>{t.number(index)}</Link>
        </p>
      </>
    )
  }
  return (
    <>
      <p>{t.causeCommand(actor(whole.event.actor))}</p>
      <p className="caption mono">{commandId}</p>
    </>
  )
}

/** What other services took in of this event, and did then. */
function Effects({ of, index, there }: { readonly of: string; readonly index: number; readonly there: ServiceName }) {
  const t = useText(logText)
  const cause = `${of}/${index}`
  const [effects, reload] = useLoad(
    useCallback((signal: AbortSignal) => readEvents(there, { cause }, undefined, EFFECTS_MAX, signal), [cause, there]),
  )
  const name = useServiceName()(there)
  switch (effects.state) {
    case 'loading':
      return <Bones lines={['70%']} />
    case 'failed':
      return <FailureNotice failure={effects.failure} retry={reload} />
    case 'ready':
      return effects.value.items.length === 0 ? (
        <p className="second">{t.noEffects(name)}</p>
      ) : (
        <>
          <h3>{name}</h3>
          <Steps events={[...effects.value.items].reverse()} service={there} />
          {effects.value.next && (
            <p className="caption">
              {t.newest(effects.value.items.length)}{' '}
              <Link to={addressOf({ service: there, query: { cause } })}>{t.seeAll}</Link>
            </p>
          )}
        </>
      )
  }
}

function Steps(props: { readonly events: readonly LogEvent[]; readonly service: string; readonly here?: number }): ReactNode {
  const t = useText(logText)
  const what = useWhat()
  return (
    <ol className="steps">
      {props.events.map((event) => (
        <li key={event.index} {...(event.index === props.here ? { 'aria-current': 'true' as const } : {})}>
          {event.index === props.here ? (
            <span>
              {what(event)} <span className="caption">{t.here}</span>
            </span>
          ) : (
            <Link to={eventAddress(props.service, event.index)}>{what(event)}</Link>
          )}
          <code className="mono caption">{event.stream}</code>
        </li>
      ))}
    </ol>
  )
}
