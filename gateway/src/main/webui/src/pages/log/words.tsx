import { Link } from 'react-router'
import type { LogEvent } from '../../api/log'
import { isService } from '../../api/services'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { eventAddress } from './address'
import { logText } from './text'

/** What happened, in words; for an accepted input what happened elsewhere. */
export function useWhat(): (event: LogEvent) => string {
  const t = useText(logText)
  const name = useServiceName()
  return (event) => (event.input ? t.accepted(name(event.input.source), event.input.words) : event.words)
}

/** Who acted, as far as a log may say: the reader, a number's beginning, a service. */
export function useActor(): (actor: string) => string {
  const t = useText(logText)
  const serviceName = useServiceName()
  const session = useSession()
  return (actor) => {
    const [kind, ...rest] = actor.split(':')
    const name = rest.join(':')
    if (kind === 'user') {
      return name === session.subject ? t.you : t.user(name.slice(0, 8))
    }
    return kind === 'service' && isService(name) ? serviceName(name) : t.self
  }
}

/** What brought an event about, and the way there if it happened in another service. */
export function Why({ event }: { readonly event: LogEvent }) {
  const t = useText(logText)
  const name = useServiceName()
  const actor = useActor()
  const [, source, index] = /^(?:input|parked):([a-z-]+)\/(\d+)$/.exec(event.cause) ?? []
  return source && index ? (
    <Link to={eventAddress(source, Number(index))}>{t.byInput(name(source), Number(index))}</Link>
  ) : (
    <>{t.byCommand(actor(event.actor))}</>
  )
}
