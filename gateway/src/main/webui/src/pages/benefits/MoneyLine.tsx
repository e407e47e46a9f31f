import type { Learner } from '../../api/enrollment'
import type { Attempt, Entitlement } from '../../api/reward'
import { day } from '../../format/dates'
import type { Tone } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { mended } from './mended'
import { lastAttempt, moneySteps, stepOf, type MoneyState, type OnItsWay } from './states'
import { benefitText } from './text'
import './money.css'

export const moneyTones: Record<MoneyState, Tone> = {
  checking: 'info',
  awaitingApproval: 'wait',
  awaitingPlace: 'wait',
  awaitingFund: 'wait',
  approved: 'wait',
  atBank: 'wait',
  paid: 'ok',
  returned: 'mend',
  refused: 'mend',
  cancelled: 'plain',
  expired: 'plain',
  recovering: 'mend',
  recovered: 'plain',
}

/** 应得 → 已批 → 待拨付 → 银行处理 → 已付 */
export function MoneyLine({ state }: { readonly state: OnItsWay }) {
  const t = useText(benefitText).money
  const at = moneySteps.indexOf(stepOf(state))
  return (
    <ol className="money-line">
      {moneySteps.map((step, i) => {
        const done = i < at || state === 'paid'
        const now = i === at && state !== 'paid'
        return (
          <li
            key={step}
            className={done ? 'done' : now ? (state === 'returned' ? 'now mend' : 'now') : ''}
            {...(now ? { 'aria-current': 'step' as const } : {})}
          >
            {now && state === 'returned' ? t.state.returned : t.step[step]}
            {(done || now) && <span className="unseen">{done ? t.stepDone : t.stepNow}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** Where the money is, in one sentence. */
export function MoneySentence(props: {
  readonly entitlement: Entitlement
  readonly learner: Learner
  readonly state: OnItsWay
}) {
  const { entitlement, learner, state } = props
  const { locale } = usePreferences()
  const t = useText(benefitText).money
  const attempt = lastAttempt(entitlement)
  switch (state) {
    case 'checking':
      return entitlement.missing.some((fact) => fact.startsWith('tuition.')) ? t.awaitingTuition : t.checking
    case 'awaitingApproval':
    case 'atBank':
      return t[state]
    case 'awaitingPlace':
    case 'awaitingFund':
      return t[state](entitlement.position, entitlement.ahead)
    case 'approved':
      return t.approved(entitlement.amountFen, learner.card?.tail)
    case 'returned':
      return mended(learner.card, entitlement) ? t.mended : t.returned(attempt?.failureText)
    case 'paid': {
      const on = attempt?.on ?? entitlement.timeline?.at(-1)?.on
      return (
        <>
          {t.paid(entitlement.amountFen, on ? day(on, locale) : '', paidTo(learner, attempt))}
          {attempt?.bankReference && <span className="caption"> {t.reference(attempt.bankReference)}</span>}
        </>
      )
    }
  }
}

/** The card's last digits, if it is still the card the money went to. */
export function paidTo(learner: Learner, attempt: Attempt | undefined): string | undefined {
  const { card } = learner
  return card && (attempt?.payeeVersion === undefined || attempt.payeeVersion === card.version) ? card.tail : undefined
}
