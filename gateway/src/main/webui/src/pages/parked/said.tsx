import type { Failure } from '../../api/problem'
import { FailureNotice, Notice, type Tone } from '../../parts/Parts'
import type { ParkedText } from './text'

/** What an act led to, in words, how good that is, and what kept it from its end. */
export interface Said {
  readonly tone: Tone
  readonly words: string
  readonly failure?: Failure
}

/** What confirmed proposals led to: nothing is done while anything stays parked. */
export function told({ decided, count }: { readonly decided: number; readonly count: number }, t: ParkedText): Said {
  return count > 0 ? { tone: 'mend', words: t.saidStays(decided, count) } : { tone: 'ok', words: t.saidDone(decided) }
}

export function SaidNotice({ said }: { readonly said: Said | undefined }) {
  return (
    said && (
      <>
        <Notice tone={said.tone} title={said.words} />
        {said.failure && <FailureNotice failure={said.failure} />}
      </>
    )
  )
}
