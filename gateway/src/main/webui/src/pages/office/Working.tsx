import type { ReactNode } from 'react'
import { ACT_MAX } from '../../api/office'
import { FailureNotice, Notice, Tag } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { officeText } from './text'
import { daysUntil, tally, urgencyOf } from './todo'
import type { Act } from './useAct'
import type { Names } from './useNames'
import type { Picked } from './usePicked'

/** A part of the to-do list with its heading; a place one can jump to. */
export function Section(props: {
  readonly id: string
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <section className="card" id={props.id} tabIndex={-1} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.hint && <p className="second">{props.hint}</p>}
      {props.children}
    </section>
  )
}

/** Picking many at once, and what is done with them. */
export function PickBar(props: {
  readonly listed: number
  readonly picked: Picked
  readonly names: Names
  readonly showNames: () => void
  readonly children: ReactNode
}) {
  const t = useText(officeText)
  const { picked, names } = props
  const n = picked.picked.length
  return (
    <div className="pickbar">
      <div className="ways">
        <button type="button" className="button quiet" onClick={n > 0 ? picked.none : picked.first}>
          {n > 0 ? t.pickNone : t.pickFirst(picked.firstCount, props.listed)}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={names.busy}
          title={t.showNamesMore}
          onClick={props.showNames}
        >
          {names.busy ? t.readingNames : t.showNames}
        </button>
        <span className="second" role="status">
          {n > 0 && t.picked(n)}
          {picked.full && props.listed > ACT_MAX && ` · ${t.pickMost(ACT_MAX)}`}
        </span>
      </div>
      <div className="ways">{props.children}</div>
      {names.failure && <FailureNotice failure={names.failure} />}
    </div>
  )
}

/** A box to pick a line by. */
export function PickBox({ id, words, picked }: { readonly id: string; readonly words: string; readonly picked: Picked }) {
  const t = useText(officeText)
  const on = picked.has(id)
  return (
    <label className="pick">
      <input
        type="checkbox"
        checked={on}
        disabled={!on && picked.full}
        aria-label={t.pick(words)}
        onChange={() => picked.toggle(id)}
      />
    </label>
  )
}

/** Who it is: the name where somebody asked for it, else the number. */
export function PersonCell({ learnerId, names }: { readonly learnerId: string; readonly names: Names }) {
  const person = names.names.get(learnerId)
  return person ? (
    <>
      <strong>{person.name}</strong> <span className="caption">{person.idNumber}</span>
    </>
  ) : (
    <span className="mono whole">{learnerId}</span>
  )
}

/** The last day for an answer, and how near it is. */
export function Due({ until, today, on }: { readonly until: string | undefined; readonly today: string; readonly on: string }) {
  const t = useText(officeText)
  if (until === undefined) {
    return <span className="second">—</span>
  }
  const left = daysUntil(today, until)
  switch (urgencyOf(until, today)) {
    case 'overdue':
      return <Tag tone="mend">{t.overdue(-left)}</Tag>
    case 'soon':
      return <Tag tone="wait">{left === 0 ? t.dueToday : t.dueSoon(left)}</Tag>
    case 'later':
      return <span className="whole">{on}</span>
  }
}

/** What became of the last act: how many, and each that was not done with its reason and code. */
export function ActResult({ act, nameOf }: { readonly act: Act; readonly nameOf: (id: string) => string }) {
  const t = useText(officeText)
  if (act.done === undefined) {
    return act.failure ? <FailureNotice failure={act.failure} /> : null
  }
  const { done, already, refused } = tally(act.done.results)
  return (
    <div className="stack result">
      {done > 0 && <Notice tone="ok" title={act.done.words(done)} />}
      {already > 0 && <Notice tone="info" title={t.already(already)} />}
      {refused.length > 0 && (
        <Notice tone="mend" title={t.notDone(refused.length)} urgent>
          <ul className="not-done">
            {refused.map((one) => (
              <li key={one.id}>
                <strong>{nameOf(one.id)}</strong> {one.problem?.detail ?? one.problem?.title}{' '}
                <span className="caption">{one.problem?.code}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

/** The way to the rest of a long list. */
export function More({ picked, listed }: { readonly picked: Picked; readonly listed: number }) {
  const t = useText(officeText)
  const rest = listed - picked.most
  return rest > 0 ? (
    <button type="button" className="button outlined" onClick={picked.showMore}>
      {t.more(Math.min(rest, ACT_MAX))}
    </button>
  ) : null
}
