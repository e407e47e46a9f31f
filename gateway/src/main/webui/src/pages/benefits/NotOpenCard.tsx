import type { NotOpen } from '../../api/claims'
import { day } from '../../format/dates'
import { usePreferences, useText } from '../../text/locale'
import { benefitText } from './text'

/** The policies that are for other dates, so that nobody looks for them in vain. */
export function NotOpenCard({ policies }: { readonly policies: readonly NotOpen[] }) {
  const { locale } = usePreferences()
  const t = useText(benefitText)
  return policies.length === 0 ? null : (
    <section className="card">
      <h2>{t.notOpenTitle}</h2>
      <ul className="facts">
        {policies.map((one) => (
          <li key={`${one.policyId}.${one.version}`}>
            {t.notOpen(one.name, day(one.from, locale), day(one.until, locale), one.opensOn && day(one.opensOn, locale))}
          </li>
        ))}
      </ul>
    </section>
  )
}
