import type { Place } from '../../api/claims'
import type { Quota } from '../../api/reward'
import { useText } from '../../text/locale'
import { benefitText } from './text'
import './money.css'

/** Stands for "not divided": a quota without units or without groups. */
const WHOLE = '*'

const groupOf = (group: string): string | undefined => (group === WHOLE ? undefined : group)

/** The places something counts against, in one line: 区/单位 · 组别 · 年度. */
export function PlaceHeld({ quota, brief }: { readonly quota: Quota; readonly brief?: boolean }) {
  const t = useText(benefitText).place
  return (
    <p className="caption">
      {t.cell(quota.unitId === WHOLE ? t.whole : quota.unitName, groupOf(quota.group), quota.year)}
      {!brief && quota.places > 0 && ` · ${t.taken(quota.places, quota.used)}`}
    </p>
  )
}

/** The places left, and what a claim made now would get. */
export function PlacesLeft({ place }: { readonly place: Place }) {
  const t = useText(benefitText).place
  const unit = place.unitId === WHOLE ? t.whole : place.unitName
  const group = groupOf(place.group)
  return (
    <div className="places">
      <p className="caption">{t.cell(unit, group, place.year)}</p>
      {place.places > 0 && (
        <>
          <PlaceBar places={place.places} used={place.used} />
          <p className="second">
            {place.left > 0 ? t.left(place.left, place.places) : t.taken(place.places, place.used)}
            {place.waiting > 0 && ` · ${t.waiting(place.waiting)}`}
          </p>
        </>
      )}
      <p className="lead">
        <NowOne place={place} unit={unit} group={group} />
      </p>
    </div>
  )
}

function NowOne(props: { readonly place: Place; readonly unit: string; readonly group: string | undefined }) {
  const { place, unit, group } = props
  const t = useText(benefitText).place
  const position = place.position ?? 0
  if (place.outcome === 'place') {
    return <strong>{t.place(position)}</strong>
  }
  return (
    <>
      {place.places > 0 ? t.full(unit, group, place.places) : t.none(unit, group, place.year)}
      {place.outcome === 'waitlist' && <strong> {t.waitlist(position)}</strong>}
    </>
  )
}

/** How full the places are. */
export function PlaceBar({ places, used }: { readonly places: number; readonly used: number }) {
  const t = useText(benefitText).place
  return (
    <div className="place-bar" role="img" aria-label={t.bar(used, places)}>
      <i style={{ width: `${Math.min(100, (used / Math.max(places, 1)) * 100)}%` }} />
    </div>
  )
}
