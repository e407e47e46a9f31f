import { useEffect, useRef } from 'react'
import { useText } from '../../text/locale'
import { saidApart, type PlacedProblem } from './refusal'
import { policyText } from './text'

type Spot = NonNullable<PlacedProblem['at']>

/** What the service would not take, each at its place: the lines, what they say, what is needed. */
export function Refusals(props: { readonly problems: readonly PlacedProblem[]; readonly goTo: (spot: Spot) => void }) {
  const t = useText(policyText)
  const title = t.refusedTitle(props.problems.length)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [props.problems])
  return (
    <section className="card refusals" aria-label={title} tabIndex={-1} ref={box} role="alert">
      <h2>{title}</h2>
      <ol>
        {props.problems.map((one, at) => (
          <li key={`${one.problem.code} ${one.problem.field ?? at}`}>
            <Refusal placed={one} goTo={props.goTo} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Refusal({ placed, goTo }: { readonly placed: PlacedProblem; readonly goTo: (spot: Spot) => void }) {
  const t = useText(policyText)
  const { problem, at, excerpt } = placed
  return (
    <>
      <div className="between">
        <h3>{problem.title}</h3>
        {at && (
          <button type="button" className="textual" onClick={() => goTo(at)}>
            {t.line(at.line)} · {t.goTo}
          </button>
        )}
      </div>
      <p>{problem.detail}</p>
      {excerpt.length > 0 && (
        <pre className="excerpt">
          {excerpt.map((line) => (
            <span key={line.line} className={line.wrong ? 'wrong-line' : ''}>
              <i aria-hidden="true">{line.line}</i>
              {line.text || ' '}
            </span>
          ))}
        </pre>
      )}
      {at && !at.exact && (
        <p className="second">
          {t.missing} <span className="mono">{problem.field}</span>
        </p>
      )}
      <dl className="facts-of">
        {(['value', 'needed'] as const).map((what) => {
          const said = saidApart(problem, what)
          return (
            said && (
              <div key={what}>
                <dt>{what === 'value' ? t.found : t.needed}</dt>
                <dd>{said}</dd>
              </div>
            )
          )
        })}
      </dl>
      <p className="caption">
        {t.rule(problem.code)}
        {problem.field && <> · {problem.field}</>}
      </p>
    </>
  )
}
