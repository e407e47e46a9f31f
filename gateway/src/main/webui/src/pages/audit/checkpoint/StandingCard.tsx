import { useCallback, type ReactNode } from 'react'
import { bytesOf, printPath } from '../../../api/checkpoint'
import type { ServiceName } from '../../../api/services'
import { moment } from '../../../format/dates'
import { count } from '../../../format/money'
import { Bones, FailureNotice, Tag } from '../../../parts/Parts'
import { useLoad } from '../../../parts/useLoad'
import { usePreferences, useText } from '../../../text/locale'
import { standing, type Standing } from './standing'
import { useServiceName } from '../../../text/services'
import { checkpointText } from './text'

/** A service's newest checkpoint and what this browser found out about it. */
export function StandingCard(props: {
  readonly service: ServiceName
  readonly heading: ReactNode
  readonly children?: ReactNode
}) {
  const { service } = props
  const [read, reload] = useLoad(useCallback((signal: AbortSignal) => standing(service, signal), [service]))
  const t = useText(checkpointText)
  const name = useServiceName()
  return (
    <section className="card checkpoint" aria-label={`${t.title} ${name(service)}`}>
      <h2>{props.heading}</h2>
      {read.state === 'loading' && <Bones lines={['70%', '90%', '60%']} />}
      {read.state === 'failed' && <FailureNotice failure={read.failure} retry={reload} />}
      {read.state === 'ready' && <Facts service={service} standing={read.value} />}
      {props.children}
    </section>
  )
}

function Facts({ service, standing }: { readonly service: ServiceName; readonly standing: Standing }) {
  const t = useText(checkpointText)
  const { locale } = usePreferences()
  const { checkpoint, note } = standing
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.size, count(checkpoint.size)],
    [
      t.root,
      <code className="mono" title={checkpoint.root}>
        {shortened(checkpoint.root)}
      </code>,
    ],
    [t.recorded, checkpoint.recordedAt ? moment(checkpoint.recordedAt.toISOString(), locale) : t.empty],
    [t.signature, <SignedTag standing={standing} />],
    [t.held, <AgainstTag standing={standing} />],
  ]
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="ways-on">
        <a href={printPath(service)} target="_blank" rel="noreferrer">
          {t.print}
        </a>
        <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(note)}`} download={`${service}-${checkpoint.size}.txt`}>
          {t.save}
        </a>
      </p>
    </>
  )
}

function SignedTag({ standing: { signed } }: { readonly standing: Standing }) {
  const t = useText(checkpointText)
  switch (signed.by) {
    case 'key':
      return <Tag tone="ok">{t.signedBy(signed.name)}</Tag>
    case 'nobody':
      return <Tag tone="mend">{t.nobody}</Tag>
    case 'unknown':
      return <Tag tone="wait">{t.unknown}</Tag>
  }
}

function AgainstTag({ standing: { against } }: { readonly standing: Standing }) {
  const t = useText(checkpointText)
  switch (against.kind) {
    case 'first':
      return <>{t.first}</>
    case 'proven':
      return <Tag tone="ok">{t.proven(against.size)}</Tag>
    case 'broken':
      return <Tag tone="mend">{t.broken(against.size)}</Tag>
    case 'unproven':
      return <Tag tone="wait">{t.unproven(against.size)}</Tag>
  }
}

/** The beginning and the end: what one compares with a printed sheet. */
function shortened(root: string): string {
  return bytesOf(root) ? `${root.slice(0, 6)}…${root.slice(-6)}` : root
}
