import { useState } from 'react'
import type { ParkedAnswer } from '../../api/parked'
import { InboxIcon } from '../../parts/Icons'
import { Blank, CardBones, FailureNotice, Notice, PageHead, type Tone } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { countAgain } from '../../shell/parked'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { arranged, readAll, standing, waitsForAnother, type Keeping } from './lines'
import { LineCard } from './LineCard'
import { parkedText } from './text'
import { Together } from './Together'
import './parked.css'

/** What an act led to, in words, and how good that is. */
export interface Said {
  readonly tone: Tone
  readonly words: string
}

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
        <div className="page">
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
  const toConfirm = lines.filter((line) => standing(line, subject, mayAct) === 'yours').length
  if (lines.length === 0 && kept.every((one) => !one.failure)) {
    return (
      <>
        {said && <div className="page"><Notice tone={said.tone} title={said.words} /></div>}
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
      {said && <Notice tone={said.tone} title={said.words} />}
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
  const { subject } = useSession()
  const { service, lines, failure } = props.keeping
  return (
    <section className="stack" aria-label={t.service[service]}>
      <div className="between service">
        <h2>{t.of(t.service[service], lines.length)}</h2>
        {props.mayAct && <Together service={service} lines={lines} act={props.act} reload={props.reload} />}
      </div>
      {failure && <FailureNotice failure={failure} retry={props.reload} />}
      {arranged(lines, (line) => standing(line, subject, props.mayAct)).map((line) => (
        <LineCard
          key={line.subject}
          service={service}
          line={line}
          mayAct={props.mayAct && !waitsForAnother(line, lines)}
          act={props.act}
        />
      ))}
    </section>
  )
}

/** What a confirmed proposal led to. */
export function told(answer: ParkedAnswer, t: { saidDone: (n: number) => string; saidStays: (d: number, c: number) => string }): Said {
  return answer.count > 0
    ? { tone: 'mend', words: t.saidStays(answer.decided, answer.count) }
    : { tone: 'ok', words: t.saidDone(answer.decided) }
}
