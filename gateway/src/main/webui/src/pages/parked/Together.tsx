import { propose, settle, type ParkedLine, type ServiceName } from '../../api/parked'
import { Ask } from '../../parts/Ask'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { releasable, standing } from './lines'
import type { Said } from './Parked'
import { parkedText } from './text'

/**
 * One bug can park what is about many: the same act for all of them, one after another. Each remains an act of its own, so a stop
 * in between leaves the rest as it was.
 */
export function Together(props: {
  readonly service: ServiceName
  readonly lines: readonly ParkedLine[]
  readonly act: (said: Said) => void
  readonly reload: () => void
}) {
  const t = useText(parkedText)
  const { subject } = useSession()
  const { service, lines } = props
  const toPropose = lines.filter(releasable)
  const toConfirm = lines.filter((line) => standing(line, subject, true) === 'yours' && !line.proposal?.discard)
  const common = { cancel: t.cancel, busyWords: t.doing }
  return (
    <div className="acts">
      {toConfirm.length > 1 && (
        <Ask
          {...common}
          kind="outlined"
          words={t.confirmAll(toConfirm.length)}
          title={t.confirmAll(toConfirm.length)}
          act={async () => {
            await all(toConfirm, (line) =>
              line.proposal
                ? settle(service, line, line.proposal, 'confirmation', crypto.randomUUID())
                : Promise.resolve(),
            )
            props.act({ tone: 'ok', words: t.saidAll })
          }}
        >
          <p>{t.allMore(toConfirm.length)}</p>
          <p className="caption">{t.rule}</p>
        </Ask>
      )}
      {toPropose.length > 1 && (
        <Ask
          {...common}
          kind="quiet"
          words={t.releaseAll(toPropose.length)}
          title={t.releaseAll(toPropose.length)}
          act={async () => {
            await all(toPropose, (line) => propose(service, line, undefined, crypto.randomUUID()))
            props.act({ tone: 'ok', words: t.saidProposed })
          }}
        >
          <p>{t.allMore(toPropose.length)}</p>
          <p className="caption">{t.rule}</p>
        </Ask>
      )}
    </div>
  )

  /** One that fails ends the round; what is shown is then read again. */
  async function all(of: readonly ParkedLine[], send: (line: ParkedLine) => Promise<unknown>): Promise<void> {
    try {
      for (const line of of) {
        await send(line)
      }
    } catch (error) {
      props.reload()
      throw error
    }
  }
}
