import type { Deposited, Reason } from '../../api/creditbank'
import type { Learner } from '../../api/enrollment'
import { ActionLink, CardBones, FailureNotice, Notice, PageHead } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { valueText } from '../benefits/condition'
import { MoneyCard } from '../benefits/MoneyCard'
import { claimText } from './text'
import { useOpened } from './useOpened'

/** What became of it: recognized, and where the reward is; or all the reasons why not, and the way to mend them. */
export function Done(props: {
  readonly deposited: Deposited
  /** whether the preview named a policy for it */
  readonly foreseen: boolean
  readonly learner: Learner
  readonly onMend: (reasons: readonly Reason[]) => void
  readonly onAnother: () => void
}) {
  const { deposited } = props
  return deposited.state === 'recognized' ? <Recognized {...props} /> : <NotRecognized {...props} />
}

function Recognized(props: {
  readonly deposited: Deposited
  readonly foreseen: boolean
  readonly learner: Learner
  readonly onAnother: () => void
}) {
  const t = useText(claimText).done
  return (
    <div className="page claimed">
      <PageHead title={t.recognized} sub={t.received(props.deposited.outcomeId)} />
      <div className="stack">
        <Opened outcomeId={props.deposited.outcomeId} foreseen={props.foreseen} learner={props.learner} />
        <p className="decide">
          <ActionLink to="/me/benefits">{t.toBenefits}</ActionLink>
          <button type="button" className="button outlined" onClick={props.onAnother}>
            {t.another}
          </button>
        </p>
      </div>
    </div>
  )
}

/** The rewards that the recognized outcome has opened. */
function Opened(props: { readonly outcomeId: string; readonly foreseen: boolean; readonly learner: Learner }) {
  const t = useText(claimText).done
  const opened = useOpened(props.outcomeId, props.foreseen)
  switch (opened.state) {
    case 'waiting':
      return (
        <section className="card" aria-busy="true">
          <p role="status">{t.waiting}</p>
          <CardBones />
        </section>
      )
    case 'late':
      return <Notice tone="info">{t.slow}</Notice>
    case 'none':
      return <Notice tone="info">{t.noPolicy}</Notice>
    case 'failed':
      return <FailureNotice failure={opened.failure} />
    case 'there':
      return opened.entitlements.map((one) => (
        <MoneyCard key={one.entitlementId} entitlement={one} learner={props.learner} />
      ))
  }
}

function NotRecognized(props: {
  readonly deposited: Deposited
  readonly onMend: (reasons: readonly Reason[]) => void
}) {
  const { locale } = usePreferences()
  const t = useText(claimText).done
  const { reasons } = props.deposited
  const already = reasons.every((reason) => reason.code === 'DUPLICATE')
  return (
    <div className="page claimed">
      <PageHead title={already ? t.already : t.refused} sub={already ? t.alreadyMore : t.refusedMore} />
      <section className="card stack">
        {reasons.map((reason) => (
          <dl className="refused" key={reason.code + (reason.field ?? '')}>
            <dt>{t.reason}</dt>
            <dd>
              <strong>{reason.title}</strong>
              <span>{reason.text}</span>
            </dd>
            {!already && reason.value !== undefined && (
              <>
                <dt>{t.yours}</dt>
                <dd className="mend">{valueText(reason.field ?? '', reason.value, locale)}</dd>
              </>
            )}
            {reason.needed !== undefined && (
              <>
                <dt>{t.needed}</dt>
                <dd>{valueText(reason.field ?? '', reason.needed, locale)}</dd>
              </>
            )}
          </dl>
        ))}
        <p className="decide">
          {already && <ActionLink to="/me/benefits">{t.toBenefits}</ActionLink>}
          <button
            type="button"
            className={`button ${already ? 'outlined' : 'filled'}`}
            onClick={() => props.onMend(reasons)}
          >
            {t.mend}
          </button>
        </p>
      </section>
    </div>
  )
}
