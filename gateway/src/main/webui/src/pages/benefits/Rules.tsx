import type { Condition, EntitlementReason } from '../../api/reward'
import { Tag } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { applies, neededText, valueText } from './condition'
import { benefitText } from './text'
import './money.css'

/** Every rule with the reader's value and the one needed, folded away behind their count. */
export function Rules({ conditions }: { readonly conditions: readonly Condition[] }) {
  const count = useRuleCount(conditions)
  return conditions.length === 0 ? null : (
    <details className="more">
      <summary>{count}</summary>
      <RuleList conditions={conditions} />
    </details>
  )
}

/** Every rule with the reader's value and the one needed. */
export function RuleList({ conditions }: { readonly conditions: readonly Condition[] }) {
  return (
    <ul className="conditions">
      {conditions.map((one) => (
        <Rule key={one.name} condition={one} />
      ))}
    </ul>
  )
}

/** How many of the rules that are about this case are met. */
export function useRuleCount(conditions: readonly Condition[]): string {
  const t = useText(benefitText).rules
  const counted = conditions.filter(applies)
  return t.count(counted.filter((one) => one.passed === true).length, counted.length)
}

function Rule({ condition }: { readonly condition: Condition }) {
  const { locale } = usePreferences()
  const t = useText(benefitText).rules
  return (
    <li>
      <div className="between">
        <strong>{condition.name}</strong>
        <Passed condition={condition} />
      </div>
      {applies(condition) && (
        <p className="second">
          {t.yours}
          {t.colon}
          {valueText(condition.fact, condition.value, locale)} · {t.needed}
          {t.colon}
          {neededText(condition, locale)}
        </p>
      )}
      <p className="caption">{condition.article}</p>
    </li>
  )
}

function Passed({ condition }: { readonly condition: Condition }) {
  const t = useText(benefitText).rules
  if (!applies(condition)) {
    return <Tag tone="plain">{t.notApplicable}</Tag>
  }
  if (typeof condition.passed !== 'boolean') {
    return <Tag tone="wait">{t.unknown}</Tag>
  }
  return <Tag tone={condition.passed ? 'ok' : 'mend'}>{condition.passed ? `✓ ${t.ok}` : `✗ ${t.notOk}`}</Tag>
}

/** Why not: the sentences of the service, and for each rule that failed the reader's value beside the one needed. */
export function WhyNot(props: {
  readonly reasons: readonly EntitlementReason[]
  readonly conditions: readonly Condition[]
}) {
  const { locale } = usePreferences()
  const t = useText(benefitText)
  const failed = props.conditions.filter((one) => one.passed === false)
  return (
    <>
      {props.reasons
        .filter((reason) => reason.code !== 'CONDITION_FAILED')
        .map((reason) => (
          <p className="lead" key={reason.code + (reason.rule ?? '')}>
            {reason.text}
          </p>
        ))}
      {failed.map((one) => (
        <dl className="refused" key={one.name}>
          <dt>{t.money.failedRule}</dt>
          <dd>
            <strong>{one.name}</strong>
            <span className="second">{one.article}</span>
          </dd>
          <dt>{t.rules.yours}</dt>
          <dd className="mend">{valueText(one.fact, one.value, locale)}</dd>
          <dt>{t.rules.needed}</dt>
          <dd>{neededText(one, locale)}</dd>
        </dl>
      ))}
    </>
  )
}
