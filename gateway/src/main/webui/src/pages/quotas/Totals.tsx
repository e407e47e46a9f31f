import { count } from '../../format/money'
import { useText } from '../../text/locale'
import type { GroupTotal } from './grid'
import { quotaText } from './text'

/**
 * What each group comes to: against its ceiling where one sees all units, else against what the own units have. A sum above the ceiling
 * is said in words.
 */
export function Totals({ totals, seesAll }: { readonly totals: readonly GroupTotal[]; readonly seesAll: boolean }) {
  return (
    <div className="totals">
      {totals.map((total) => (
        <Total key={total.group} total={total} seesAll={seesAll} />
      ))}
    </div>
  )
}

function Total({ total, seesAll }: { readonly total: GroupTotal; readonly seesAll: boolean }) {
  const t = useText(quotaText)
  const over = total.places - total.ceiling
  const room = over > 0 ? t.over(over) : over === 0 ? t.noRoom : t.roomLeft(-over)
  return (
    <section className={over > 0 ? 'card over' : 'card'} aria-label={t.group(total.group)}>
      <div className="between">
        <h2>{t.group(total.group)}</h2>
        {(seesAll || over > 0) && (
          <span className={over > 0 ? 'mend' : 'second'} role="status">
            {room}
          </span>
        )}
      </div>
      <p>
        <span className="figure">{count(total.places)}</span>
        <span className="unit">{seesAll ? t.ofCeiling(total.ceiling) : ` ${t.inYourUnits}`}</span>
      </p>
      <Bar used={total.used} places={total.places} whole={seesAll ? total.ceiling : total.places} />
      <p className="second">
        {t.usage(total.used, total.waiting)}
        {total.places !== total.before && ` · ${t.was(total.before)}`}
      </p>
    </section>
  )
}

/** In use within what is allotted within the whole; the words beside it say the same. */
function Bar(props: { readonly used: number; readonly places: number; readonly whole: number }) {
  const whole = Math.max(props.whole, props.places, 1)
  return (
    <div className="room" aria-hidden="true">
      <i className="allotted" style={{ width: `${(100 * props.places) / whole}%` }} />
      <i className="taken" style={{ width: `${(100 * props.used) / whole}%` }} />
    </div>
  )
}
