import { useCallback, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { pathOf, readExplanation, type Explanation } from '../../../api/explanation'
import { withQuery } from '../../../api/http'
import { readEntitlement, type Entitlement } from '../../../api/reward'
import { yuan } from '../../../format/money'
import { CardBones, FailureNotice, PageHead } from '../../../parts/Parts'
import { useLoad } from '../../../parts/useLoad'
import { useTitle } from '../../../shell/Frame'
import { usePreferences, useText } from '../../../text/locale'
import { RuleList } from '../../benefits/Rules'
import { useServiceName } from '../../../text/services'
import { AuditNav } from '../AuditNav'
import { keptSize } from '../checkpoint/standing'
import { chainOf, inForce, numberOf } from './chain'
import { Corrections, Decisions } from './Decisions'
import { PackButton } from './PackButton'
import { Payments } from './Payments'
import { Provenance } from './Provenance'
import { Entries, Events } from './Sources'
import { explainText } from './text'
import { usePerson } from './usePerson'
import '../audit.css'
import './explain.css'

/** One payment or refusal, from the university's row to the bank's line, on one page. */
export default function Explain() {
  const t = useText(explainText)
  const { id } = useParams()
  useTitle(id ?? t.title)
  return (
    <div className="page stack explain">
      <AuditNav />
      {id === undefined ? (
        <>
          <PageHead title={t.ask} sub={t.askMore} />
          <WhichOne />
        </>
      ) : (
        <One key={id} id={id} />
      )}
    </div>
  )
}

function WhichOne() {
  const t = useText(explainText)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className="card which"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const id = numberOf(typed)
        setWrong(id === undefined)
        if (id !== undefined) {
          void navigate(`/audit/payments/${id}`)
        }
      }}
    >
      <label>
        {t.number}
        <input
          value={typed}
          maxLength={60}
          placeholder={t.numberHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          {...(wrong ? { 'aria-invalid': true, 'aria-describedby': 'which-wrong' } : {})}
        />
      </label>
      <button type="submit" className="button filled">
        {t.find}
      </button>
      {wrong && (
        <p id="which-wrong" className="wrong" role="alert">
          {t.wrongNumber}
        </p>
      )}
    </form>
  )
}

function One({ id }: { readonly id: string }) {
  const t = useText(explainText)
  const [explanation, reload] = useLoad(useCallback((signal: AbortSignal) => readExplanation(id, signal), [id]))
  switch (explanation.state) {
    case 'loading':
      return (
        <>
          <CardBones lines={['45%', '70%']} />
          <CardBones />
        </>
      )
    case 'failed':
      return (
        <>
          <PageHead title={id} />
          <FailureNotice failure={explanation.failure} retry={reload} />
          <p>
            <Link to="/audit/payments">{t.another}</Link>
          </p>
        </>
      )
    case 'ready':
      return <Whole id={id} explanation={explanation.value} />
  }
}

/** The words that are in no event (names of funds and units, how the sum is said) come from the entitlement's own view. */
function Whole({ id, explanation }: { readonly id: string; readonly explanation: Explanation }) {
  const { locale } = usePreferences()
  const serviceName = useServiceName()
  const { entitlementId } = explanation
  const [read] = useLoad(useCallback((signal: AbortSignal) => readEntitlement(entitlementId, signal), [entitlementId]))
  const view = read.state === 'ready' ? read.value : undefined
  return (
    <>
      <Head id={id} explanation={explanation} />
      <Provenance boxes={chainOf(explanation, view, locale, serviceName)} />
      <Conditions explanation={explanation} view={view} />
      <Decisions decisions={explanation.decisions} names={view} />
      {explanation.attempts.length > 0 && <Payments payments={explanation.attempts} />}
      <Corrections corrections={explanation.corrections} />
      {explanation.entries.length > 0 && <Entries entries={explanation.entries} />}
      <Events explanation={explanation} />
    </>
  )
}

function Head({ id, explanation }: { readonly id: string; readonly explanation: Explanation }) {
  const t = useText(explainText)
  const said = t.head[explanation.state as keyof typeof t.head] ?? t.head.other
  const amount = explanation.attempts.at(-1)?.amountFen ?? inForce(explanation)?.assessed?.amountFen ?? 0
  return (
    <PageHead
      title={typeof said === 'string' ? said : said(yuan(amount))}
      sub={
        <>
          <span className="mono">{id}</span> · <span className="mono">{t.learner(explanation.learnerId)}</span> ({t.hidden}) ·{' '}
          <Link to={`/audit/access?learner=${encodeURIComponent(explanation.learnerId)}`}>{t.whoIs}</Link> ·{' '}
          <Link to="/audit/payments">{t.another}</Link>
        </>
      }
    >
      <PackButton path={withQuery(`${pathOf(id)}/pack`, { since: keptSize('reward') })} name={`${id}.zip`} />
    </PageHead>
  )
}

function Conditions(props: { readonly explanation: Explanation; readonly view: Entitlement | undefined }) {
  const t = useText(explainText)
  const person = usePerson()
  const { policy } = props.explanation
  const conditions = inForce(props.explanation)?.assessed?.conditions ?? []
  return (
    <section className="card" aria-label={t.conditions}>
      <div className="between">
        <h2>{t.conditions}</h2>
        <Link to={`/admin/policies/${encodeURIComponent(policy.policyId)}/${policy.version}`}>
          {policy.document.name} · {t.chain.version(policy.version)}
        </Link>
      </div>
      {props.view?.reasons.map((reason) => (
        <p key={reason.code} className="why">
          {reason.text}
        </p>
      ))}
      <RuleList conditions={conditions} whose={t.value} />
      {props.view?.computation && (
        <p className="sum">
          <span className="second">{t.sum}</span> {props.view.computation.text}
        </p>
      )}
      <p className="caption">
        {t.policyBy(person(policy.proposedBy), policy.publishedBy && person(policy.publishedBy))} ·{' '}
        <span title={policy.digest}>{t.digest(`${policy.digest.slice(0, 12)}…`)}</span>
      </p>
    </section>
  )
}
