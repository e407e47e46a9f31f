import type { Replay } from '../../api/reward'
import { day, type Locale } from '../../format/dates'
import { useText } from '../../text/locale'
import { auditText } from './text'
import { differencesOf, outcomeOf } from './verdict'

/** Up to when a replay counts, in words; `say` writes a date. */
export function rangeWords(
  replay: Pick<Replay, 'asOf' | 'asKnownOn'>,
  locale: Locale,
  say: (iso: string, locale: Locale) => string = day,
): string {
  const t = auditText[locale]
  const parts = [
    replay.asOf && t.asOf(say(replay.asOf, locale)),
    replay.asKnownOn && t.asKnownOn(say(replay.asKnownOn, locale)),
  ].filter(Boolean)
  return parts.length === 0 ? t.present : parts.join(locale === 'zh' ? '，' : ', ')
}

/** What a replay came to, as the head of a page says it. */
export function useVerdictWords(): (replay: Replay) => string {
  const t = useText(auditText)
  return (replay) => {
    const outcome = outcomeOf(replay)
    switch (outcome) {
      case 'different':
        return t.verdict.different(differencesOf(replay))
      case 'identical':
        return t.identicalBy[replay.mode] ?? t.verdict.identical
      case 'incomplete':
        return incompleteWords(replay, t)
      case 'running':
      case 'canceled':
      case 'failed':
        return t.verdict[outcome]
    }
  }
}

/** What was not there to be checked. */
export function incompleteWords(replay: Replay, t: (typeof auditText)['zh']): string {
  if (replay.missingEvents) {
    return t.verdict.missing(replay.missingEvents)
  }
  if (replay.decided?.inputsMissing) {
    return t.verdict.inputsMissing(replay.decided.inputsMissing)
  }
  return replay.mode === 'verify' ? t.verdict.tooShort : t.verdict.incomplete
}

/** The page that shows a replay best. */
export function addressOf(replay: Pick<Replay, 'replayId' | 'mode' | 'state'>): string {
  const place = replay.mode === 'what-if' && replay.state === 'finished' ? 'whatif' : 'replays'
  return `/audit/${place}/${encodeURIComponent(replay.replayId)}`
}
