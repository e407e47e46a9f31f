import type { ReactNode } from 'react'
import { propose, settle, type ParkedAnswer, type ParkedLine } from '../../api/parked'
import type { ServiceName } from '../../api/services'
import { Ask } from '../../parts/Ask'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { proposedByAnother, releasable } from './lines'
import { goRound, type Round } from './round'
import { told, type Said } from './said'
import { parkedText } from './text'

/**
 * One bug can park what is about many: the same act for all of them, one after another. Each remains an act of its own, so a stop
 * in between leaves the rest as it was; how far it came is said on the page, for the question is gone once its lines are.
 */
export function Together(props: {
  readonly service: ServiceName
  readonly lines: readonly ParkedLine[]
  readonly act: (said: Said) => void
}) {
  const t = useText(parkedText)
  const { subject } = useSession()
  const { service, lines, act } = props
  const releases = proposedByAnother(lines, subject).filter(({ proposal }) => !proposal.discard)
  return (
    <div className="acts">
      <ForAll
        kind="outlined"
        words={t.confirmAll}
        lines={releases}
        send={({ proposal, ...line }) => settle(service, line, proposal, 'confirmation', crypto.randomUUID())}
        said={(round) => told(round, t)}
        act={act}
      />
      <ForAll
        kind="quiet"
        words={t.releaseAll}
        lines={lines.filter(releasable)}
        send={(line) => propose(service, line, undefined, crypto.randomUUID())}
        said={() => ({ tone: 'ok', words: t.saidProposed })}
        act={act}
      />
    </div>
  )
}

function ForAll<Line extends ParkedLine>(props: {
  readonly kind: 'outlined' | 'quiet'
  readonly words: (n: number) => string
  readonly lines: readonly Line[]
  readonly send: (line: Line) => Promise<ParkedAnswer>
  readonly said: (round: Round) => Said
  readonly act: (said: Said) => void
}): ReactNode {
  const t = useText(parkedText)
  const { lines } = props
  if (lines.length < 2) {
    return null
  }
  const words = props.words(lines.length)
  return (
    <Ask
      kind={props.kind}
      words={words}
      title={words}
      cancel={t.cancel}
      busyWords={t.doing}
      act={async () => {
        const round = await goRound(lines, props.send)
        props.act(
          round.failure
            ? { tone: 'mend', words: t.saidStopped(round.done, lines.length), failure: round.failure }
            : props.said(round),
        )
      }}
    >
      <p>{t.allMore(lines.length)}</p>
      <p className="caption">{t.rule}</p>
    </Ask>
  )
}
