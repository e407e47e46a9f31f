import type { Learner } from '../../api/enrollment'
import type { Attempt, Condition, Entitlement } from '../../api/reward'
import { day } from '../../format/dates'
import { Amount, Tag, type Tone } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { neededText, valueText } from './condition'
import { isOnItsWay, lastAttempt, moneyState, moneySteps, stepOf, type MoneyState, type OnItsWay } from './money'
import { mended } from './nextStep'
import { meText } from './text'
import './money.css'

const tones: Record<MoneyState, Tone> = {
  checking: 'info',
  awaitingApproval: 'wait',
  waitlisted: 'wait',
  approved: 'wait',
  atBank: 'wait',
  paid: 'ok',
  returned: 'mend',
  refused: 'mend',
  cancelled: 'plain',
  recovering: 'mend',
  recovered: 'plain',
}

/** What is owed, paid or refused for one thing, and why. */
export function MoneyCard(props: { readonly entitlement: Entitlement; readonly learner: Learner }) {
  const { entitlement } = props
  const t = useText(meText).money
  const state = moneyState(entitlement)
  const title = isTuition(entitlement) ? t.title : entitlement.policyName
  return (
    <section className="card" aria-label={title}>
      <div className="between">
        <h2>{title}</h2>
        <Tag tone={tones[state]}>{t.state[state]}</Tag>
      </div>
      {state === 'refused' ? (
        <RefusalPart {...props} />
      ) : !isOnItsWay(state) ? (
        <TakenBack entitlement={entitlement} state={state} />
      ) : (
        <>
          {entitlement.amountFen > 0 && (
            <p className="credits">
              <Amount fen={entitlement.amountFen} />
            </p>
          )}
          {entitlement.computation && (
            <p className="second">{t.algorithm(entitlement.computation.text, isTuition(entitlement))}</p>
          )}
          <MoneyLine state={state} />
          <p className="lead">
            <Sentence {...props} state={state} />
          </p>
        </>
      )}
      <p className="caption">{t.basis(entitlement.policyName, entitlement.policyVersion)}</p>
      {entitlement.conditions.length > 0 && <Conditions conditions={entitlement.conditions} />}
    </section>
  )
}

/** Whether the amount comes from tuition that was paid; then it has a short name and a sentence about waived tuition. */
function isTuition(entitlement: Entitlement): boolean {
  const facts = [...(entitlement.computation?.terms.map((term) => term.fact) ?? []), ...entitlement.missing]
  return facts.some((fact) => fact.startsWith('tuition.'))
}

/** The card's last digits, if it is still the card the money went to. */
function paidTo(learner: Learner, attempt: Attempt | undefined): string | undefined {
  const { card } = learner
  return card && (attempt?.payeeVersion === undefined || attempt.payeeVersion === card.version) ? card.tail : undefined
}

/** 应得 → 已批 → 待拨付 → 银行处理 → 已付 */
function MoneyLine({ state }: { readonly state: OnItsWay }) {
  const t = useText(meText).money
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

function Sentence(props: {
  readonly entitlement: Entitlement
  readonly learner: Learner
  readonly state: OnItsWay
}) {
  const { entitlement, state } = props
  const { locale } = usePreferences()
  const t = useText(meText).money
  const attempt = lastAttempt(entitlement)
  switch (state) {
    case 'checking':
      return entitlement.missing.some((fact) => fact.startsWith('tuition.')) ? t.awaitingTuition : t.checking
    case 'awaitingApproval':
    case 'atBank':
      return t[state]
    case 'waitlisted':
      return t.waitlisted(entitlement.position)
    case 'approved':
      return t.approved(entitlement.amountFen, props.learner.card?.tail)
    case 'returned':
      return mended(props.learner.card, entitlement) ? t.mended : t.returned(attempt?.failureText)
    case 'paid': {
      const on = attempt?.on ?? entitlement.timeline?.at(-1)?.on
      return (
        <>
          {t.paid(entitlement.amountFen, on ? day(on, locale) : '', paidTo(props.learner, attempt))}
          {attempt?.bankReference && <span className="caption"> {t.reference(attempt.bankReference)}</span>}
        </>
      )
    }
  }
}

/** Money that was owed or paid and no longer is. */
function TakenBack(props: {
  readonly entitlement: Entitlement
  readonly state: Exclude<MoneyState, OnItsWay | 'refused'>
}) {
  const { entitlement, state } = props
  const t = useText(meText).money
  return (
    <>
      <p className="credits">
        <Amount fen={entitlement.amountFen} />
      </p>
      <p className="lead">{t[state]}</p>
      {entitlement.reasons.map((reason) => (
        <p className="second" key={reason.code}>
          {reason.text}
        </p>
      ))}
    </>
  )
}

function RefusalPart(props: { readonly entitlement: Entitlement; readonly learner: Learner }) {
  const { entitlement } = props
  const { locale } = usePreferences()
  const t = useText(meText).money
  const failed = entitlement.conditions.filter((one) => one.passed === false)
  return (
    <>
      {entitlement.reasons
        .filter((reason) => reason.code !== 'CONDITION_FAILED')
        .map((reason) => (
          <p className="lead" key={reason.code + (reason.rule ?? '')}>
            {reason.text}
          </p>
        ))}
      {failed.map((one) => (
        <dl className="refused" key={one.name}>
          <dt>{t.failedRule}</dt>
          <dd>
            <strong>{one.name}</strong>
            <span className="second">{one.article}</span>
          </dd>
          <dt>{t.yours}</dt>
          <dd className="mend">{valueText(one.fact, one.value, locale)}</dd>
          <dt>{t.needed}</dt>
          <dd>{neededText(one, locale)}</dd>
        </dl>
      ))}
      <div className="appeal">
        <h3>{t.appealTitle}</h3>
        <p className="second">{t.appeal(props.learner.unitName, entitlement.entitlementId)}</p>
      </div>
    </>
  )
}

function Conditions({ conditions }: { readonly conditions: readonly Condition[] }) {
  const { locale } = usePreferences()
  const t = useText(meText).money
  const passed = conditions.filter((one) => one.passed === true).length
  return (
    <details className="more">
      <summary>{t.conditions(passed, conditions.length)}</summary>
      <ul className="conditions">
        {conditions.map((one) => (
          <li key={one.name}>
            <div className="between">
              <strong>{one.name}</strong>
              <Passed passed={one.passed} />
            </div>
            <p className="second">
              {t.yours}：{valueText(one.fact, one.value, locale)} · {t.needed}：{neededText(one, locale)}
            </p>
            <p className="caption">{one.article}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Passed({ passed }: { readonly passed: boolean | null | undefined }) {
  const t = useText(meText).money
  if (typeof passed !== 'boolean') {
    return <Tag tone="wait">{t.unknown}</Tag>
  }
  return <Tag tone={passed ? 'ok' : 'mend'}>{passed ? `✓ ${t.ok}` : `✗ ${t.notOk}`}</Tag>
}
