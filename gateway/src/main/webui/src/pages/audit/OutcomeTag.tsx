import type { Replay } from '../../api/reward'
import { Tag } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { auditText } from './text'
import { differencesOf, outcomeOf, toneOf } from './verdict'

/** What a replay came to, in words. */
export function OutcomeTag({ replay, short = false }: { readonly replay: Replay; readonly short?: boolean }) {
  const t = useText(auditText)
  const outcome = outcomeOf(replay)
  return (
    <Tag tone={toneOf[outcome]}>
      {outcome === 'different'
        ? t.tag.different(differencesOf(replay))
        : outcome === 'identical' && short
          ? t.tag.same
          : t.tag[outcome]}
    </Tag>
  )
}
