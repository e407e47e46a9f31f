import { useMemo } from 'react'
import { judge, type Award } from '../../api/office'
import { usePreferences, useText } from '../../text/locale'
import { applies, valueText } from '../benefits/condition'
import { Decline } from './Decline'
import { officeText } from './text'
import { useAct } from './useAct'
import { useNames } from './useNames'
import { usePicked } from './usePicked'
import { ActResult, More, PersonCell, PickBar, PickBox, Section } from './Working'

/** Entitlements that a policy leaves to an officer: assessed, the money set aside, waiting for a yes. */
export function AwardsToDo(props: {
  readonly awards: readonly Award[]
  readonly unitNames: ReadonlyMap<string, string>
  readonly reload: () => void
}) {
  const t = useText(officeText)
  const { awards } = props
  const ids = useMemo(() => awards.map((one) => one.entitlementId), [awards])
  const picked = usePicked(ids)
  const names = useNames(t.purpose)
  const act = useAct(() => {
    picked.none()
    props.reload()
  })
  if (awards.length === 0 && act.done === undefined) {
    return null
  }
  const shown = awards.slice(0, picked.most)
  return (
    <Section id="awards" title={t.awards.title(awards.length)} hint={t.awards.hint}>
      <ActResult act={act} nameOf={(id) => id} />
      {awards.length > 0 && (
        <>
          <PickBar
            listed={awards.length}
            picked={picked}
            names={names}
            showNames={() => void names.show(shown.map((one) => one.learnerId))}
          >
            <Decline
              n={picked.picked.length}
              title={t.awards.refuseTitle}
              reasons={Object.entries(t.awards.reasons).map(([value, label]) => ({ value, label }))}
              decline={(reason) =>
                act.run(reason, picked.picked, (some, key) => judge(some, reason, key), t.awards.refused)
              }
            />
            <button
              type="button"
              className={picked.picked.length > 0 ? 'button filled' : 'button outlined'}
              disabled={act.busy || picked.picked.length === 0}
              onClick={() =>
                void act
                  .run('approve', picked.picked, (some, key) => judge(some, undefined, key), t.awards.done)
                  .catch(() => undefined)
              }
            >
              {act.busy ? t.acting : t.awards.act}
            </button>
          </PickBar>
          <table className="table stacking todo">
            <thead>
              <tr>
                <th scope="col">
                  <span className="unseen">{t.column.pick}</span>
                </th>
                <th scope="col">{t.column.person}</th>
                <th scope="col">{t.column.unit}</th>
                <th scope="col">{t.column.what}</th>
                <th scope="col" className="number">{t.column.amount}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.entitlementId}>
                  <td className="box">
                    <PickBox id={one.entitlementId} words={one.entitlementId} picked={picked} />
                  </td>
                  <th scope="row">
                    <PersonCell learnerId={one.learnerId} names={names} />
                  </th>
                  <td data-label={t.column.unit}>{props.unitNames.get(one.unitId) ?? one.unitId}</td>
                  <td data-label={t.column.what}>
                    <Why award={one} />
                  </td>
                  <td data-label={t.column.amount} className="number">{t.awards.yuan(one.amountFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <More picked={picked} listed={awards.length} />
        </>
      )}
    </Section>
  )
}

/** Which policy and group, and on request each condition with what was found. */
function Why({ award }: { readonly award: Award }) {
  const t = useText(officeText)
  const { locale } = usePreferences()
  return (
    <div>
      {award.policyName} {award.group && t.group(award.group)}
      <details className="more">
        <summary>{t.awards.why}</summary>
        <ul className="conditions">
          {award.conditions.filter(applies).map((one) => (
            <li key={one.name}>
              <strong>{one.name}</strong> {valueText(one.fact, one.value, locale)}{' '}
              <span className="caption">{one.article}</span>
            </li>
          ))}
        </ul>
        {award.computation && <p className="second">{t.awards.computation(award.computation.text)}</p>}
      </details>
    </div>
  )
}
