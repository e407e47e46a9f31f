import { useState } from 'react'
import { InboxIcon } from '../../parts/Icons'
import { Blank, CardBones, FailureNotice, Notice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { countAgain } from '../../shell/parked'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { arranged, proposedByAnother, readAll, standing, waitsForAnother, type Keeping } from './lines'
import { LineCard } from './LineCard'
import { SaidNotice, type Said } from './said'
import { parkedText } from './text'
import { Together } from './Together'
import './parked.css'

/** What the services could not take in from each other, and what two administrators do about it. */
export default function Parked() {
  const t = useText(parkedText)
  useTitle(t.title)
  const [kept, reload] = useLoad(readAll)
  const [said, setSaid] = useState<Said>()
  const act = (what: Said) => {
    setSaid(what)
    reload()
    countAgain()
  }
  switch (kept.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['35%', '60%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page stack">
          <PageHead title={t.title} sub={t.sub} />
          <SaidNotice said={said} />
          <FailureNotice failure={kept.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Overview kept={kept.value} said={said} act={act} reload={reload} />
  }
}

function Overview(props: {
  readonly kept: readonly Keeping[]
  readonly said: Said | undefined
  readonly act: (said: Said) => void
  readonly reload: () => void
}) {
  const t = useText(parkedText)
  const { roles, subject } = useSession()
  const { kept, said } = props
  const mayAct = roles.includes('administrator')
  const lines = kept.flatMap((one) => one.lines)
  const toConfirm = mayAct ? proposedByAnother(lines, subject).length : 0
  if (lines.length === 0 && kept.every((one) => !one.failure)) {
    return (
      <>
        {said && (
          <div className="page stack">
            <SaidNotice said={said} />
          </div>
        )}
        <Blank picture={<InboxIcon size={56} />} title={t.none}>
          <p>{t.noneMore}</p>
        </Blank>
      </>
    )
  }
  return (
    <div className="page stack parked">
      <PageHead title={lines.length === 0 ? t.title : t.heading(lines.length)} sub={t.sub} />
      {!mayAct && <p className="second">{t.readOnly}</p>}
      <SaidNotice said={said} />
      {toConfirm > 0 && <Notice tone="wait" title={t.waitForYou(toConfirm)} />}
      {kept
        .filter((one) => one.lines.length > 0 || one.failure)
        .map((one) => (
          <OfService key={one.service} keeping={one} mayAct={mayAct} act={props.act} reload={props.reload} />
        ))}
    </div>
  )
}

function OfService(props: {
  readonly keeping: Keeping
  readonly mayAct: boolean
  readonly act: (said: Said) => void
  readonly reload: () => void
}) {
  const t = useText(parkedText)
  const name = useServiceName()
  const { subject } = useSession()
  const { mayAct, act } = props
  const { service, lines, whole, failure } = props.keeping
  return (
    <section className="stack" aria-label={name(service)}>
      <div className="between service">
        <h2>{t.of(name(service), lines.length)}</h2>
        {mayAct && <Together service={service} lines={lines} act={act} />}
      </div>
      {failure && <FailureNotice failure={failure} retry={props.reload} />}
      {arranged(lines, (line) => standing(line, subject, mayAct)).map((line) => (
        <LineCard
          key={line.subject}
          service={service}
          line={line}
          mayAct={mayAct}
          mayPropose={!waitsForAnother(line, lines)}
          act={act}
        />
      ))}
      {!whole && !failure && <p className="caption">{t.longestWaiting(lines.length)}</p>}
    </section>
  )
}
