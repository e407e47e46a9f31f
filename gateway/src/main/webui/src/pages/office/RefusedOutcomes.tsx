import { useState } from 'react'
import { Link } from 'react-router'
import { ACT_MAX, type DepositedOutcome } from '../../api/office'
import { day } from '../../format/dates'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { officeText } from './text'
import { Section } from './Working'

const SHOWN = 10

/** Certificates the credit bank would not take: each reason in words, so that it can be mended. */
export function RefusedOutcomes(props: {
  readonly outcomes: readonly DepositedOutcome[]
  readonly unitNames: ReadonlyMap<string, string>
}) {
  const t = useText(officeText)
  const c = useText(common)
  const { locale } = usePreferences()
  const [most, setMost] = useState(SHOWN)
  const { outcomes } = props
  if (outcomes.length === 0) {
    return null
  }
  return (
    <Section id="refused" title={t.refused.title(outcomes.length)} hint={t.refused.hint}>
      <table className="table stacking todo">
        <thead>
          <tr>
            <th scope="col">{t.column.person}</th>
            <th scope="col">{t.column.unit}</th>
            <th scope="col">{t.column.certificate}</th>
            <th scope="col">{t.column.reason}</th>
            <th scope="col">{t.column.on}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.slice(0, most).map((one) => (
            <tr key={one.outcomeId}>
              <th scope="row" className="mono whole">{one.learnerId}</th>
              <td data-label={t.column.unit}>{one.unitId ? (props.unitNames.get(one.unitId) ?? one.unitId) : '—'}</td>
              <td data-label={t.column.certificate} className="whole">
                {one.occupationName} {one.level && c.skill[one.level]}
              </td>
              <td data-label={t.column.reason}>
                <ul>
                  {one.reasons.map((reason) => (
                    <li key={reason.code}>
                      {reason.text} <span className="caption">{reason.code}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td data-label={t.column.on} className="whole">
                {day(one.depositedOn, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ways after">
        {outcomes.length > most && (
          <button type="button" className="button quiet" onClick={() => setMost((n) => n + ACT_MAX)}>
            {t.more(Math.min(ACT_MAX, outcomes.length - most))}
          </button>
        )}
        <Link to="/office/deposits">{t.refused.again}</Link>
      </p>
    </Section>
  )
}
