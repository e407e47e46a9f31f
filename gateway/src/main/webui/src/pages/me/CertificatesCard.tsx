import type { Account, Outcome } from '../../api/creditbank'
import { day } from '../../format/dates'
import { Tag, type Tone } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { outcomeTitle } from '../benefits/subject'
import { meText } from './text'

const tones: Record<Outcome['state'], Tone> = { recognized: 'ok', refused: 'mend', revoked: 'mend' }

/** Certificates that stand in no degree's credits: not recognized, revoked, or not used yet. */
export function CertificatesCard({ account }: { readonly account: Account }) {
  const { locale } = usePreferences()
  const t = useText(meText).conversion
  const used = new Set(account.conversions.map((one) => one.outcomeId))
  const others = account.outcomes.filter((one) => !used.has(one.outcomeId))
  if (others.length === 0) {
    return null
  }
  return (
    <section className="card" aria-label={t.outcomes}>
      <h2>{t.outcomes}</h2>
      <ul className="applications">
        {others.map((one) => (
          <li key={one.outcomeId}>
            <div className="between">
              <h3>{outcomeTitle(one, locale)}</h3>
              <Tag tone={tones[one.state]}>{t.state[one.state]}</Tag>
            </div>
            <p>{one.reasons[0]?.text ?? one.revoked?.text ?? t.unused}</p>
            <p className="caption">{t.issuedOn(day(one.issuedOn, locale))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
