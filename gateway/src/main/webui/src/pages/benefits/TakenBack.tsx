import type { Learner } from '../../api/enrollment'
import type { Entitlement } from '../../api/reward'
import { day } from '../../format/dates'
import { Notice } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import type { MoneyState, OnItsWay } from './states'
import { benefitText } from './text'

/** Money that was owed or paid and no longer is. */
export function TakenBack(props: {
  readonly entitlement: Entitlement
  readonly learner: Learner
  readonly state: Exclude<MoneyState, OnItsWay | 'refused'>
}) {
  const { entitlement, state } = props
  const t = useText(benefitText)
  return (
    <>
      {state === 'recovering' ? <RecoveryNotice {...props} /> : <p className="lead">{t.money[state]}</p>}
      {state === 'cancelled' && <RevokedNotice entitlement={entitlement} />}
      {entitlement.reasons.map((reason) => (
        <p className="second" key={reason.code}>
          {reason.text}
        </p>
      ))}
    </>
  )
}

/** 更正收回: what has to be paid back, why, and what one can do about it. */
function RecoveryNotice(props: { readonly entitlement: Entitlement; readonly learner: Learner }) {
  const { entitlement, learner } = props
  const { locale } = usePreferences()
  const t = useText(benefitText).recovery
  const paidOn = [...(entitlement.attempts ?? [])].reverse().find((one) => one.state === 'paid')?.on
  return (
    <>
      <Notice tone="mend" title={t.title}>
        <p>{t.text(paidOn ? day(paidOn, locale) : '', useReason(entitlement), entitlement.amountFen)}</p>
      </Notice>
      <div className="appeal">
        <h3>{t.howTitle}</h3>
        <p className="second">{t.how(learner.unitName, entitlement.entitlementId)}</p>
      </div>
    </>
  )
}

/** The fact behind it was revoked, and what follows from that is still to come. */
export function RevokedNotice({ entitlement }: { readonly entitlement: Entitlement }) {
  const { locale } = usePreferences()
  const t = useText(benefitText).recovery
  const reason = useReason(entitlement)
  const { revoked } = entitlement
  return revoked ? <Notice tone="mend">{t.revoked(day(revoked.on, locale), reason)}</Notice> : null
}

function useReason(entitlement: Entitlement): string {
  const t = useText(benefitText).recovery
  const code = entitlement.revoked?.reasonCode
  return (code && t.reasons[code]) ?? t.otherReason
}

