import { useMemo, useState } from 'react'
import { recommend, review, reviewReasons, type Case, type ReviewReason } from '../../api/office'
import { day } from '../../format/dates'
import { usePreferences, useText } from '../../text/locale'
import { Decline } from './Decline'
import { officeText } from './text'
import { useAct } from './useAct'
import { useNames } from './useNames'
import { usePicked } from './usePicked'
import { ActResult, Due, More, PersonCell, PickBar, PickBox, Section } from './Working'

/** Applications to recommend or to review: those in the own hands, and on request the rest of the subtree. */
export function ApplicationsToDo(props: {
  readonly kind: 'recommend' | 'review'
  readonly mine: readonly Case[]
  readonly all: readonly Case[]
  readonly today: string
  readonly reload: () => void
}) {
  const t = useText(officeText)
  const { kind, mine, all } = props
  const [whole, setWhole] = useState(false)
  const listed = whole ? all : mine
  const ids = useMemo(() => listed.map((one) => one.applicationId), [listed])
  const picked = usePicked(ids)
  const names = useNames(t.purpose)
  const act = useAct(() => {
    picked.none()
    props.reload()
  })
  if (all.length === 0 && act.done === undefined) {
    return null
  }
  const others = all.length - mine.length
  const shown = listed.slice(0, picked.most)
  const nameOf = (id: string) => {
    const learnerId = all.find((one) => one.applicationId === id)?.learnerId
    return (learnerId && names.names.get(learnerId)?.name) ?? id
  }
  return (
    <Section id={kind} title={t[kind].title(mine.length)} {...(listed.length > 0 ? { hint: t[kind].hint } : {})}>
      <ActResult act={act} nameOf={nameOf} />
      {listed.length > 0 && (
        <>
          <PickBar
            listed={listed.length}
            picked={picked}
            names={names}
            showNames={() => void names.show(shown.map((one) => one.learnerId))}
          >
            {kind === 'review' && (
              <Decline
                n={picked.picked.length}
                title={t.review.refuseTitle}
                reasons={reviewReasons.map((one) => ({ value: one, label: t.review.reasons[one] }))}
                decline={(reason) =>
                  act.run(
                    reason,
                    picked.picked,
                    (some, key) => review(some, reviewReasons.find((one) => one === reason) ?? fallback, key),
                    t.review.refused,
                  )
                }
              />
            )}
            <button
              type="button"
              className={picked.picked.length > 0 ? 'button filled' : 'button outlined'}
              disabled={act.busy || picked.picked.length === 0}
              onClick={() =>
                void act
                  .run(
                    kind,
                    picked.picked,
                    kind === 'recommend' ? recommend : (some, key) => review(some, undefined, key),
                    t[kind].done,
                  )
                  .catch(() => undefined)
              }
            >
              {act.busy ? t.acting : t[kind].act}
            </button>
          </PickBar>
          <CaseTable cases={shown} today={props.today} picked={picked} names={names} holders={whole} />
          <More picked={picked} listed={listed.length} />
        </>
      )}
      {others > 0 && (
        <p className="second others">
          {t.others(others)}{' '}
          <button type="button" className="textual" onClick={() => setWhole(!whole)}>
            {whole ? t.hideOthers : t.showOthers}
          </button>
        </p>
      )}
    </Section>
  )
}

const fallback: ReviewReason = 'OTHER'

function CaseTable(props: {
  readonly cases: readonly Case[]
  readonly today: string
  readonly picked: ReturnType<typeof usePicked>
  readonly names: ReturnType<typeof useNames>
  /** whether they are in the hands of several unions */
  readonly holders: boolean
}) {
  const t = useText(officeText)
  const { locale } = usePreferences()
  return (
    <table className="table stacking todo">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t.column.pick}</span>
          </th>
          <th scope="col">{t.column.person}</th>
          <th scope="col">{t.column.unit}</th>
          <th scope="col">{t.column.what}</th>
          <th scope="col">{t.column.submitted}</th>
          <th scope="col">{t.column.due}</th>
        </tr>
      </thead>
      <tbody>
        {props.cases.map((one) => (
          <tr key={one.applicationId}>
            <td className="box">
              <PickBox id={one.applicationId} words={one.applicationId} picked={props.picked} />
            </td>
            <th scope="row">
              <PersonCell learnerId={one.learnerId} names={props.names} />
            </th>
            <td data-label={t.column.unit}>{one.unitName ?? one.unitId}</td>
            <td data-label={t.column.what}>{[one.major, one.universityName].filter(Boolean).join(' · ')}</td>
            <td data-label={t.column.submitted} className="whole">{day(one.submittedOn, locale)}</td>
            <td data-label={t.column.due}>
              <Due
                until={one.holder?.until}
                today={props.today}
                on={one.holder ? day(one.holder.until, locale) : ''}
              />
              {props.holders && one.holder?.name && <span className="caption holder">{t.holder(one.holder.name)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
