import { count } from '../../format/money'
import { useText } from '../../text/locale'
import { officeText } from './text'

const names = ['recommend', 'review', 'awards', 'proposals', 'refused', 'waiting'] as const

export type CountName = (typeof names)[number]

/** How much there is of each; a press goes to it. */
export function Counts({ counts }: { readonly counts: Readonly<Record<CountName, number>> }) {
  const t = useText(officeText)
  return (
    <ul className="tally">
      {names.map((name) => (
        <li key={name}>
          {counts[name] > 0 ? (
            <a className="card" href={`#${name}`} onClick={(event) => goTo(event, name)}>
              <span className="figure">{count(counts[name])}</span>
              <span className="second">{t.counts[name]}</span>
            </a>
          ) : (
            <div className="card none">
              <span className="figure">0</span>
              <span className="second">{t.counts[name]}</span>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Without a new entry in the history: back leads to the page before. */
function goTo(event: React.MouseEvent, name: CountName) {
  event.preventDefault()
  const part = document.getElementById(name)
  part?.scrollIntoView({ block: 'start' })
  part?.focus({ preventScroll: true })
}
