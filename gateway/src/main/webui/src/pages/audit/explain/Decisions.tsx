import { Link } from 'react-router'
import type { Correction, Decision } from '../../../api/explanation'
import { moment } from '../../../format/dates'
import { count, yuan } from '../../../format/money'
import { usePreferences, useText } from '../../../text/locale'
import { eventAddress } from '../../log/address'
import type { Names } from './chain'
import { explainText } from './text'
import { usePerson } from './usePerson'

/** Every decision, with the places and the money that were there before and after it. */
export function Decisions({ decisions, names }: { readonly decisions: readonly Decision[]; readonly names: Names }) {
  const t = useText(explainText)
  const { locale } = usePreferences()
  const by = useBy()
  return (
    <section className="card" aria-label={t.decisions}>
      <h2>{t.decisions}</h2>
      <ol className="told">
        {decisions.map((one, place) => (
          <li key={place}>
            <div className="between">
              <strong>{t.outcome[one.outcome] ?? one.outcome}</strong>
              <span className="caption">
                {one.events[0] && moment(one.events[0].occurredAt, locale)} · {by(one.by)}
              </span>
            </div>
            {one.reasons.map((reason) => (
              <p key={reason.code} className="second">
                {[reason.rule ?? reason.code, reason.article].filter(Boolean).join(' · ')}
              </p>
            ))}
            <p className="second">{moments(one, names, t).join(' · ')}</p>
            <Places events={one.events} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function moments(one: Decision, names: Names, t: (typeof explainText)['zh']): readonly string[] {
  const quota = one.quota && [
    `${t.quotaThen} ${count(one.quota.before.used)}/${count(one.quota.before.places)} → ${count(one.quota.after.used)}/${count(one.quota.after.places)}`,
  ]
  const funds = one.funds.map((fund) => {
    const name = names?.shares?.find((share) => share.fundId === fund.fundId)?.fundName ?? fund.fundId
    const available = (moment: typeof fund.before) => yuan(moment.balances['AVAILABLE'] ?? 0)
    return `${t.fundThen} ${name} ${available(fund.before)} → ${available(fund.after)}`
  })
  return [...(quota ?? []), ...funds]
}

/** What came afterwards. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const t = useText(explainText)
  const { locale } = usePreferences()
  return (
    <section className="card" aria-label={t.corrections}>
      <h2>{t.corrections}</h2>
      {corrections.length === 0 ? (
        <p className="second">{t.noCorrections}</p>
      ) : (
        <ol className="told">
          {corrections.map((one) => (
            <li key={one.at.index}>
              <div className="between">
                <strong>{t.correction[one.what] ?? one.what}</strong>
                <span className="caption">{one.on ?? moment(one.at.occurredAt, locale)}</span>
              </div>
              <p className="second">
                {[
                  one.amountFen !== undefined && `${yuan(one.amountFen)} ${t.yuan}`,
                  one.reasonCode,
                  one.bankReference,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <Places events={[one.at]} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Where it stands in the log. */
export function Places({ events }: { readonly events: readonly { readonly service: string; readonly index: number }[] }) {
  const t = useText(explainText)
  return (
    <p className="caption places-in-log">
      {events.map((one) => (
        <Link key={`${one.service}/${one.index}`} to={eventAddress(one.service, one.index)}>
          {t.event(one.index)}
        </Link>
      ))}
    </p>
  )
}

/** Who decided: a person, or nobody but the policy. */
function useBy(): (by: string | undefined) => string {
  const t = useText(explainText)
  const person = usePerson()
  return (by) => (by !== undefined && /^(user:)?[0-9a-f]{8}-[0-9a-f-]{27}$/.test(by) ? person(by) : t.automatic)
}
