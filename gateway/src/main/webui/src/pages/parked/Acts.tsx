import { useState } from 'react'
import {
  discardReasons,
  propose,
  settle,
  type DiscardReason,
  type ParkedLine,
  type Proposal,
} from '../../api/parked'
import type { ServiceName } from '../../api/services'
import { Ask } from '../../parts/Ask'
import { Choice } from '../../parts/Choice'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { told, type Said } from './said'
import { parkedText } from './text'

interface ActProps {
  readonly service: ServiceName
  readonly line: ParkedLine
  readonly name: string
  readonly act: (said: Said) => void
}

/** What an administrator can do about a line: propose, unless it merely waits for another one, or answer a proposal. */
export function Acts(props: ActProps & { readonly mayPropose: boolean }) {
  const { proposal } = props.line
  return (
    <div className="acts">
      {proposal ? <Answers {...props} proposal={proposal} /> : props.mayPropose && <Proposals {...props} />}
    </div>
  )
}

function Proposals({ service, line, act }: ActProps) {
  const t = useText(parkedText)
  const serviceName = useServiceName()
  const [why, setWhy] = useState<DiscardReason>()
  const common = { cancel: t.cancel, busyWords: t.doing }
  const first = t.message(serviceName(line.first.source), line.first.index)
  const send = async (discard: DiscardReason | undefined, key: string) => {
    await propose(service, line, discard, key)
    act({ tone: 'ok', words: t.saidProposed })
  }
  return (
    <>
      <Ask
        {...common}
        kind="outlined"
        words={t.release}
        title={t.releaseTitle}
        act={(key) => send(undefined, key)}
      >
        <p>{t.releaseMore(line.count)}</p>
        <p className="caption">{t.rule}</p>
      </Ask>
      <Ask
        {...common}
        kind="quiet"
        words={t.discard}
        title={t.discardTitle}
        disabled={!why}
        act={(key) => send(why, key)}
      >
        <p>{t.discardMore(first)}</p>
        <label className="field">
          <span>{t.reason}</span>
          <Choice
            placeholder={t.choose}
            options={discardReasons.map((value) => ({ value, label: t.reasons[value] }))}
            {...(why ? { value: why } : {})}
            onChange={(value) => setWhy(value as DiscardReason)}
          />
        </label>
        <p className="caption">{t.rule}</p>
      </Ask>
    </>
  )
}

function Answers({ service, line, name, act, proposal }: ActProps & { readonly proposal: Proposal }) {
  const t = useText(parkedText)
  const serviceName = useServiceName()
  const { subject } = useSession()
  const mine = proposal.proposedBy === subject
  const common = { cancel: t.cancel, busyWords: t.doing, title: name }
  const first = t.message(serviceName(line.first.source), line.first.index)
  return (
    <>
      {!mine && (
        <Ask
          {...common}
          kind="filled"
          words={proposal.discard ? t.confirmDiscard : t.confirmRelease}
          act={async (key) => act(told(await settle(service, line, proposal, 'confirmation', key), t))}
        >
          <p>{proposal.discard ? t.confirmDiscardMore(first) : t.confirmReleaseMore(line.count)}</p>
          {proposal.discard && (
            <p>
              {t.reason}: {t.reasons[proposal.discard]}
            </p>
          )}
          <p className="caption">{t.rule}</p>
        </Ask>
      )}
      <Ask
        {...common}
        kind="outlined"
        words={mine ? t.withdraw : t.reject}
        act={async (key) => {
          await settle(service, line, proposal, 'rejection', key)
          act({ tone: 'info', words: t.saidRejected })
        }}
      >
        <p>{t.rejectMore}</p>
      </Ask>
    </>
  )
}
