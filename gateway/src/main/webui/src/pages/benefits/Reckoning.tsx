import type { Entitlement } from '../../api/reward'
import { Amount } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { benefitText } from './text'

/** The amount, large, and beneath it how it was worked out. */
export function Reckoning(props: {
  readonly fen: number
  readonly computation?: string | undefined
  readonly tuition?: boolean
}) {
  const t = useText(benefitText).money
  return (
    <>
      <p className="credits">
        <Amount fen={props.fen} />
      </p>
      {props.computation && <p className="second">{t.algorithm(props.computation, props.tuition === true)}</p>}
    </>
  )
}

/** Whether the amount comes from tuition that was paid; then it has a short name and a sentence about waived tuition. */
export function isTuition(entitlement: Entitlement): boolean {
  const facts = [...(entitlement.computation?.terms.map((term) => term.fact) ?? []), ...entitlement.missing]
  return facts.some((fact) => fact.startsWith('tuition.'))
}
