import { Fragment } from 'react'
import { Link } from 'react-router'
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

/** Every rule with the value and the one needed; `whose` value it is, where it is not the reader's own. */
export function RuleList(props: { readonly conditions: readonly Condition[]; readonly whose?: string }) {
  const t = useText(benefitText).rules
  return (
    <ul className="conditions">
      {props.conditions.map((one) => (
        <Rule key={one.name} condition={one} whose={props.whose ?? t.yours} />
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

function Rule({ condition, whose }: { readonly condition: Condition; readonly whose: string }) {
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
          {whose}
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

/** Why not: the sentence of the service, and for each rule that failed the reader's value beside the one needed. */
export function WhyNot(props: {
  readonly reasons: readonly EntitlementReason[]
  readonly conditions: readonly Condition[]
}) {
  const t = useText(benefitText)
  const failed = props.conditions.filter((one) => one.passed === false)
  const told = props.reasons.map((reason) => reason.rule)
  return (
    <>
      {props.reasons.map((reason) => {
        const condition = failed.find((one) => one.name === reason.rule)
        return (
          <Fragment key={reason.code + (reason.rule ?? '')}>
            {reason.code !== GENERAL && <p className="lead">{reason.text}</p>}
            {condition && <FailedRule condition={condition} cites={!reason.text.includes(condition.article)} />}
            {reason.code === OF_CREDIT_BANK && reason.rule !== TWICE && <Compared reason={reason} />}
            {reason.first && reason.code !== OF_CREDIT_BANK && (
              <p>
                <Link to={`/me/benefits/${reason.first}`}>{t.one.earlier}</Link>
              </p>
            )}
          </Fragment>
        )
      })}
      {failed
        .filter((one) => !told.includes(one.name))
        .map((one) => (
          <FailedRule key={one.name} condition={one} cites />
        ))}
    </>
  )
}

/** A refusal that says no more than the rule itself. */
const GENERAL = 'CONDITION_FAILED'
/** A refusal for what the credit bank found in the document. */
const OF_CREDIT_BANK = 'OUTCOME_REFUSED'
/** Its rule when the document was handed in before; there is nothing to compare then. */
const TWICE = 'DUPLICATE'

/** What the credit bank found beside what would have passed, where it says so. */
function Compared({ reason }: { readonly reason: EntitlementReason }) {
  const { locale } = usePreferences()
  const t = useText(benefitText).rules
  return reason.value || reason.needed ? (
    <dl className="refused">
      {reason.value && (
        <>
          <dt>{t.yours}</dt>
          <dd className="mend">{valueText('', reason.value, locale)}</dd>
        </>
      )}
      {reason.needed && (
        <>
          <dt>{t.needed}</dt>
          <dd>{valueText('', reason.needed, locale)}</dd>
        </>
      )}
    </dl>
  ) : null
}

function FailedRule({ condition, cites }: { readonly condition: Condition; readonly cites: boolean }) {
  const { locale } = usePreferences()
  const t = useText(benefitText)
  return (
    <dl className="refused">
      <dt>{t.money.failedRule}</dt>
      <dd>
        <strong>{condition.name}</strong>
        {cites && <span className="second">{condition.article}</span>}
      </dd>
      <dt>{t.rules.yours}</dt>
      <dd className="mend">{valueText(condition.fact, condition.value, locale)}</dd>
      <dt>{t.rules.needed}</dt>
      <dd>{neededText(condition, locale)}</dd>
    </dl>
  )
}
