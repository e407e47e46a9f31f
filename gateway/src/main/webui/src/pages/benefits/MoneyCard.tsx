import { Link } from 'react-router'
import type { Learner } from '../../api/enrollment'
import type { Entitlement } from '../../api/reward'
import { Tag } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { MoneyLine, MoneySentence, moneyTones } from './MoneyLine'
import { isTuition, Reckoning } from './Reckoning'
import { Rules, WhyNot } from './Rules'
import { isOnItsWay, moneyState } from './states'
import { TakenBack } from './TakenBack'
import { benefitText } from './text'
import './money.css'

/** What is owed, paid or refused for one thing, and why. */
export function MoneyCard(props: {
  readonly entitlement: Entitlement
  readonly learner: Learner
  /** what it is for, where the policy's name does not say it */
  readonly subject?: string | undefined
}) {
  const { entitlement, learner } = props
  const t = useText(benefitText)
  const state = moneyState(entitlement)
  const title = isTuition(entitlement) ? t.money.tuition : entitlement.policyName
  return (
    <section className="card">
      <div className="between">
        <h2>{title}</h2>
        <Tag tone={moneyTones[state]}>{t.money.state[state]}</Tag>
      </div>
      {props.subject && <p className="second">{props.subject}</p>}
      {state === 'refused' ? (
        <>
          <WhyNot reasons={entitlement.reasons} conditions={entitlement.conditions} />
          <Appeal entitlement={entitlement} learner={learner} />
        </>
      ) : (
        <>
          {entitlement.amountFen > 0 && (
            <Reckoning
              fen={entitlement.amountFen}
              computation={isOnItsWay(state) ? entitlement.computation?.text : undefined}
              tuition={isTuition(entitlement)}
            />
          )}
          {isOnItsWay(state) ? (
            <>
              <MoneyLine state={state} />
              <p className="lead">
                <MoneySentence entitlement={entitlement} learner={learner} state={state} />
              </p>
            </>
          ) : (
            <TakenBack entitlement={entitlement} learner={learner} state={state} />
          )}
        </>
      )}
      <p className="caption">{t.money.basis(entitlement.policyName, entitlement.policyVersion)}</p>
      <div className="between">
        <Rules conditions={entitlement.conditions} />
        <Link className="details" to={`/me/benefits/${entitlement.entitlementId}`}>
          {t.money.details}
        </Link>
      </div>
    </section>
  )
}

/** Whoever is refused is told where a person looks at it again. */
export function Appeal(props: { readonly entitlement: Entitlement; readonly learner: Learner }) {
  const t = useText(benefitText).money
  return (
    <div className="appeal">
      <h3>{t.appealTitle}</h3>
      <p className="second">{t.appeal(props.learner.unitName, props.entitlement.entitlementId)}</p>
    </div>
  )
}
