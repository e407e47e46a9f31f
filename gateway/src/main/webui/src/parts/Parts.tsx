import type { CSSProperties, ReactNode } from 'react'
import { Link } from 'react-router'
import { Refused, type Failure } from '../api/problem'
import { signInPath } from '../api/session'
import { yuan } from '../format/money'
import { common } from '../text/common'
import { useText } from '../text/locale'

export type Tone = 'ok' | 'wait' | 'mend' | 'info' | 'plain'

/** A state in words. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}

/** A message in the flow of a page; announced when it appears. */
export function Notice(props: {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly urgent?: boolean
}) {
  return (
    <div className={`notice ${props.tone}`} role={props.urgent ? 'alert' : 'status'}>
      {props.title && <strong>{props.title}</strong>}
      {props.children}
    </div>
  )
}

/** An amount: large figure, small unit. */
export function Amount({ fen, className = 'figure' }: { readonly fen: number; readonly className?: string }) {
  const t = useText(common)
  return (
    <span className={className}>
      {yuan(fen)} <span className="unit">{t.yuan}</span>
    </span>
  )
}

/** The head of a page: its answer in words first. */
export function PageHead(props: { readonly title: ReactNode; readonly sub?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="page-head">
      <div>
        <h1>{props.title}</h1>
        {props.sub && <p className="second">{props.sub}</p>}
      </div>
      {props.children && <div className="actions">{props.children}</div>}
    </div>
  )
}

/** The shape of what is coming, so that nothing jumps when it is there. */
export function Bones({ lines }: { readonly lines: readonly string[] }) {
  const t = useText(common)
  return (
    <div role="status" aria-label={t.loading}>
      {lines.map((width, i) => (
        <span key={i} className="bone" style={{ width, marginTop: i === 0 ? 0 : '0.75em' }} />
      ))}
    </div>
  )
}

/** A card of bones. */
export function CardBones({ lines = ['40%', '65%', '100%'] }: { readonly lines?: readonly string[] }) {
  return (
    <section className="card">
      <Bones lines={lines} />
    </section>
  )
}

/** A bar with a share filled, 0 to 100. */
export function ProgressBar({ percent, label }: { readonly percent: number; readonly label: string }) {
  const style: CSSProperties = { width: `${percent}%` }
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span style={style} />
    </div>
  )
}

/** What went wrong, in the words of whoever said so, and the way on. */
export function FailureNotice({ failure, retry }: { readonly failure: Failure; readonly retry?: () => void }) {
  const t = useText(common)
  if (failure instanceof Refused && failure.problem.status === 401) {
    return (
      <Notice tone="wait" title={t.sessionEndedTitle} urgent>
        <p>{t.sessionEnded}</p>
        <a className="button outlined" href={signInPath(window.location.pathname)}>
          {t.signIn}
        </a>
      </Notice>
    )
  }
  const refused = failure instanceof Refused ? failure.problem : undefined
  return (
    <Notice tone="mend" title={refused ? refused.title : t.unreachableTitle} urgent>
      <p>{refused ? refused.detail : t.unreachable}</p>
      {refused?.correlation && <p className="caption">{t.problemNumber(refused.correlation)}</p>}
      {retry && (
        <button type="button" className="button outlined" onClick={retry}>
          {t.retry}
        </button>
      )}
    </Notice>
  )
}

/** A page that has nothing else to show. */
export function Blank(props: {
  readonly picture?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="blank">
      {props.picture}
      <h1>{props.title}</h1>
      {props.children}
      {props.actions && <div className="actions">{props.actions}</div>}
    </div>
  )
}

/** A way to another page that looks like the one thing to do. */
export function ActionLink(props: { readonly to: string; readonly kind?: 'filled' | 'outlined'; readonly children: ReactNode }) {
  return (
    <Link className={`button ${props.kind ?? 'filled'}`} to={props.to}>
      {props.children}
    </Link>
  )
}
