import { moment, type Locale } from '../../../format/dates'
import type { accessText } from './text'

type Words = (typeof accessText)['zh']

/** Who looked: the reader, a person's beginning, a service. */
export function whoWords(actor: string, me: string | undefined, t: Words): string {
  const [, kind, name] = /^([a-z]+):(.*)$/.exec(actor) ?? []
  if (kind === 'user' && name !== undefined) {
    return name === me ? t.you : t.user(name.slice(0, 8))
  }
  return kind === 'service' && name !== undefined ? t.service(name) : actor
}

/** What a look belonged to: the end of a reveal, or a batch or a file. */
export function contextWords(context: string, locale: Locale, t: Words, now: Date = new Date()): string {
  const [, until] = /^until (\S+)$/.exec(context) ?? []
  return until === undefined ? t.context(context) : t.until(moment(until, locale, now))
}

/** Whole seconds until then; 0 when it is past. */
export function secondsUntil(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
}

/** What was asked of a log, without what every such request begins with. */
export function asked(request: string): string {
  const path = request.replace(/^\/api\/[a-z-]+\/log\//, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
