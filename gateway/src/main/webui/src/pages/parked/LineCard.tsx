import { useCallback, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { readParkedLine, type ParkedInput, type ParkedLine } from '../../api/parked'
import type { ServiceName } from '../../api/services'
import { moment } from '../../format/dates'
import { Bones, FailureNotice, Tag, type Tone } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { Acts } from './Acts'
import { isLearner, standing, trouble, type Standing } from './lines'
import type { Said } from './said'
import { parkedText } from './text'

const tones: Record<Standing, Tone> = { open: 'mend', yours: 'wait', theirs: 'plain' }

/** What waits about one: the message in the way, why, since when, who waits behind it, and what can be done. */
export function LineCard(props: {
  readonly service: ServiceName
  readonly line: ParkedLine
  readonly mayAct: boolean
  readonly mayPropose: boolean
  readonly act: (said: Said) => void
}) {
  const t = useText(parkedText)
  const { locale } = usePreferences()
  const { subject } = useSession()
  const { line, mayAct } = props
  const name = isLearner(line.subject) ? t.learner(line.subject) : t.stream(line.subject)
  const stands = standing(line, subject, mayAct)
  return (
    <section className="card line" aria-label={name}>
      <div className="between">
        <h3>{name}</h3>
        <Tag tone={tones[stands]}>{t.state[stands]}</Tag>
      </div>
      <dl className="facts">
        <Fact words={t.what}>
          <Named input={line.first} />
        </Fact>
        <Fact words={t.why}>
          <Why input={line.first} subject={line.subject} />
        </Fact>
        <Fact words={t.since}>
          <Link to={`/admin/log/${props.service}/${line.first.parkedIndex}`}>{moment(line.first.parkedAt, locale)}</Link>
        </Fact>
        <Fact words={t.waiting}>{line.count > 1 ? t.more(line.count - 1) : t.noMore}</Fact>
        {line.proposal && (
          <Fact words={t.proposed}>
            <Proposed line={line} />
          </Fact>
        )}
      </dl>
      {line.count > 1 && <All service={props.service} line={line} />}
      {mayAct && <Acts {...props} name={name} />}
    </section>
  )
}

function Fact({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Named({ input }: { readonly input: ParkedInput }) {
  const t = useText(parkedText)
  const name = useServiceName()
  return (
    <>
      {input.words}{' '}
      <Link to={`/admin/log/${input.source}/${input.index}`}>{t.message(name(input.source), input.index)}</Link>
    </>
  )
}

function Why({ input, subject }: { readonly input: ParkedInput; readonly subject: string }) {
  const t = useText(parkedText)
  if (input.behind === undefined) {
    return (
      <>
        {t.trouble[trouble(input.failure)]} <span className="mono caption">{input.reason}</span>
      </>
    )
  }
  return <>{input.behind === subject ? t.turn : t.behind(input.behind)}</>
}

function Proposed({ line }: { readonly line: ParkedLine }) {
  const t = useText(parkedText)
  const { subject } = useSession()
  const { proposal } = line
  if (!proposal) {
    return null
  }
  const who = proposal.proposedBy === subject ? t.you : t.other(proposal.proposedBy.slice(0, 8))
  return <>{proposal.discard ? t.proposedDiscard(who, t.reasons[proposal.discard]) : t.proposedRelease(who)}</>
}

/** Every message of the line, read when somebody wants to see it. */
function All({ service, line }: { readonly service: ServiceName; readonly line: ParkedLine }) {
  const t = useText(parkedText)
  const [open, setOpen] = useState(false)
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.list(line.count)}</summary>
      {open && <Inputs service={service} line={line} />}
    </details>
  )
}

function Inputs({ service, line }: { readonly service: ServiceName; readonly line: ParkedLine }) {
  const t = useText(parkedText)
  const { locale } = usePreferences()
  const { subject } = line
  const read = useCallback((signal: AbortSignal) => readParkedLine(service, subject, signal), [service, subject])
  const [detail, reload] = useLoad(read)
  switch (detail.state) {
    case 'loading':
      return <Bones lines={['100%', '80%']} />
    case 'failed':
      return <FailureNotice failure={detail.failure} retry={reload} />
    case 'ready':
      return (
        <>
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{t.columns.message}</th>
                <th scope="col">{t.columns.since}</th>
              </tr>
            </thead>
            <tbody>
              {detail.value.inputs.map((input) => (
                <tr key={`${input.source}/${input.index}`}>
                  <th scope="row">
                    <span>
                      <Named input={input} />
                    </span>
                  </th>
                  <td data-label={t.columns.since}>{moment(input.parkedAt, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {detail.value.inputs.length < detail.value.line.count && (
            <p className="caption">{t.first(detail.value.inputs.length)}</p>
          )}
        </>
      )
  }
}
