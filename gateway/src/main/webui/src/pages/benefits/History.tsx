import type { Learner } from '../../api/enrollment'
import type { Attempt, Entitlement } from '../../api/reward'
import { day } from '../../format/dates'
import { Amount, Tag, type Tone } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { paidTo } from './MoneyLine'
import { benefitText } from './text'

/** Steps that are no step forward. */
const stepTones: Readonly<Record<string, Tone>> = {
  waitlisted: 'wait',
  refused: 'mend',
  returned: 'mend',
  revoked: 'mend',
  recovering: 'mend',
  cancelled: 'plain',
  expired: 'plain',
}

/** What happened, oldest first. */
export function History({ entitlement }: { readonly entitlement: Entitlement }) {
  const { locale } = usePreferences()
  const t = useText(benefitText).one
  const steps = entitlement.timeline ?? []
  return steps.length === 0 ? null : (
    <section className="card">
      <h2>{t.history}</h2>
      <ol className="history">
        {steps.map((step) => (
          <li key={step.index} className={stepTones[step.state] ?? 'ok'}>
            <span>{t.timeline[step.line ? `${step.state}-${step.line}` : step.state] ?? step.state}</span>
            <span className="second">{day(step.on, locale)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const tones: Record<Attempt['state'], Tone> = { open: 'wait', paid: 'ok', returned: 'mend' }

/** Every try to pay, with the end of the card it went to. */
export function Payments(props: { readonly entitlement: Entitlement; readonly learner: Learner }) {
  const { locale } = usePreferences()
  const t = useText(benefitText)
  const attempts = props.entitlement.attempts ?? []
  return attempts.length === 0 ? null : (
    <section className="card">
      <h2>{t.one.attempts}</h2>
      <ul className="facts">
        {attempts.map((one) => {
          const tail = paidTo(props.learner, one)
          return (
            <li key={one.paymentNumber}>
              <span>
                {day(one.on, locale)} · {tail ? t.one.card(tail) : t.one.olderCard}
              </span>
              <Tag tone={tones[one.state]}>{t.one.attempt[one.state]}</Tag>
              {one.failureText && <p className="why">{one.failureText}</p>}
              {one.bankReference && <p className="caption whole-row">{t.money.reference(one.bankReference)}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Which fund pays which part. */
export function Shares({ entitlement }: { readonly entitlement: Entitlement }) {
  const t = useText(benefitText).one
  const shares = entitlement.shares ?? []
  return shares.length === 0 ? null : (
    <section className="card">
      <h2>{t.sharesTitle}</h2>
      <ul className="facts">
        {shares.map((share) => (
          <li key={share.fundId}>
            <span>{share.fundName}</span>
            <Amount fen={share.amountFen} className="amount" />
          </li>
        ))}
      </ul>
    </section>
  )
}
