import type { Assessed } from '../../api/claims'
import { Tag, type Tone } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { standingOf, type Standing } from './assessed'
import { PlacesLeft } from './Places'
import { Reckoning } from './Reckoning'
import { Rules, WhyNot } from './Rules'
import { benefitText } from './text'

const tones: Record<Standing, Tone> = { owed: 'ok', inLine: 'wait', noPlace: 'wait', pending: 'info', refused: 'mend' }

/** What one policy says to a claim that has not been made: the sum, the place, what is missing, which rule fails. */
export function AssessedCard({ assessed }: { readonly assessed: Assessed }) {
  const t = useText(benefitText)
  const standing = standingOf(assessed)
  return (
    <section className="card">
      <div className="between">
        <h2>{assessed.name}</h2>
        <Tag tone={tones[standing]}>{t.standing[standing]}</Tag>
      </div>
      {assessed.result !== 'refused' && typeof assessed.amountFen === 'number' && (
        <Reckoning fen={assessed.amountFen} computation={assessed.computation?.text} />
      )}
      {assessed.result === 'refused' && <WhyNot reasons={assessed.reasons} conditions={assessed.conditions} />}
      {assessed.missing.length > 0 && (
        <p className="lead">
          {t.rules.missing}
          {t.rules.colon}
          {assessed.missing.map((one) => one.text).join(t.comma)}
        </p>
      )}
      {assessed.result !== 'refused' && assessed.place && <PlacesLeft place={assessed.place} />}
      <Rules conditions={assessed.conditions} />
      <p className="caption">{t.money.basis(assessed.name, assessed.version)}</p>
    </section>
  )
}
