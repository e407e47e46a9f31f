import { lazy, type ReactNode } from 'react'
import { Link } from 'react-router'
import { readAccountIfAny, type Account } from '../../api/creditbank'
import { readApplications, readEnrollments, readMe, type Learner } from '../../api/enrollment'
import { Refused } from '../../api/problem'
import { readEntitlements, type Entitlement } from '../../api/reward'
import { partOfDay } from '../../format/dates'
import { ActionLink, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad, type Loaded } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { MoneyCard } from '../benefits/MoneyCard'
import { subjectOf } from '../benefits/subject'
import { benefitText } from '../benefits/text'
import { ApplicationsCard } from './ApplicationsCard'
import { CertificatesCard } from './CertificatesCard'
import { DegreeCard } from './DegreeCard'
import { nextStep } from './nextStep'
import { isSample, meText, plainName } from './text'
import './me.css'

const Register = lazy(() => import('./Register'))

/** The learner's page: one next step, credits, money, applications. */
export default function Me() {
  const [learner, reload] = useLoad(readMe)
  const common_ = useText(common)
  useTitle(common_.nav.me)
  switch (learner.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['55%', '35%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return isUnregistered(learner.failure) ? (
        <Register onDone={reload} />
      ) : (
        <div className="page">
          <FailureNotice failure={learner.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Overview learner={learner.value} />
  }
}

function isUnregistered(failure: Error): boolean {
  return failure instanceof Refused && failure.problem.code === 'LEARNER_NOT_REGISTERED'
}

function Overview({ learner }: { readonly learner: Learner }) {
  const t = useText(meText)
  const b = useText(benefitText)
  const [enrollments, reloadEnrollments] = useLoad(readEnrollments)
  const [account, reloadAccount] = useLoad(readAccountIfAny)
  const [entitlements, reloadEntitlements] = useLoad(readEntitlements)
  const [applications, reloadApplications] = useLoad(readApplications)
  const unit = learner.unitName ?? learner.unitId
  return (
    <div className="page">
      <PageHead
        title={`${t.greeting[partOfDay(new Date())]}${t.comma}${plainName(learner.name)}`}
        sub={isSample(learner.name) ? `${t.sample} · ${unit}` : unit}
      />
      <div className="me-columns">
        <div className="stack">
          <NextStepCard learner={learner} entitlements={entitlements} />
          <Each loaded={enrollments} reload={reloadEnrollments}>
            {(list) => list.map((one) => <DegreeCard key={one.enrollmentId} enrollment={one} account={known(account)} />)}
          </Each>
          <Each loaded={account} reload={reloadAccount}>
            {(kept) => (kept ? <CertificatesCard account={kept} /> : null)}
          </Each>
        </div>
        <div className="stack">
          <Each loaded={entitlements} reload={reloadEntitlements}>
            {(list) =>
              list.length === 0 && known(enrollments)?.some((one) => one.state !== 'withdrawn') ? (
                <Calm title={b.money.none} more={b.money.noneMore} />
              ) : (
                <Money entitlements={list} learner={learner} account={known(account)} />
              )
            }
          </Each>
          <Each loaded={applications} reload={reloadApplications}>
            {(list) =>
              list.length > 0 ? (
                <ApplicationsCard applications={list} />
              ) : known(enrollments)?.length === 0 ? (
                <Calm title={t.applications.none} more={t.applications.noneMore} />
              ) : null
            }
          </Each>
        </div>
      </div>
    </div>
  )
}

const SHOWN_AT_HOME = 3

/** The newest of what is owed and paid; the rest is a page of its own. */
function Money(props: {
  readonly entitlements: readonly Entitlement[]
  readonly learner: Learner
  readonly account: Account | undefined
}) {
  const { locale } = usePreferences()
  const t = useText(benefitText).list
  const newest = [...props.entitlements].reverse()
  return (
    <>
      {newest.slice(0, SHOWN_AT_HOME).map((one) => (
        <MoneyCard
          key={one.entitlementId}
          entitlement={one}
          learner={props.learner}
          subject={subjectOf(one, props.account, locale)}
        />
      ))}
      {newest.length > SHOWN_AT_HOME && (
        <p className="links">
          <Link to="/me/benefits">{t.all}</Link>
        </p>
      )}
    </>
  )
}

const known = <T,>(loaded: Loaded<T>): T | undefined => (loaded.state === 'ready' ? loaded.value : undefined)

function Each<T>(props: {
  readonly loaded: Loaded<T>
  readonly reload: () => void
  readonly children: (value: T) => ReactNode
}) {
  switch (props.loaded.state) {
    case 'loading':
      return <CardBones />
    case 'failed':
      return <FailureNotice failure={props.loaded.failure} retry={props.reload} />
    case 'ready':
      return props.children(props.loaded.value)
  }
}

function NextStepCard(props: { readonly learner: Learner; readonly entitlements: Loaded<readonly Entitlement[]> }) {
  const t = useText(meText)
  if (props.entitlements.state !== 'ready') {
    return props.entitlements.state === 'loading' ? <CardBones lines={['20%', '50%', '80%']} /> : null
  }
  const step = nextStep(props.learner.card, props.entitlements.value)
  if (step.kind === 'nothing') {
    return (
      <Calm title={t.nothing} more={t.nothingMore}>
        <ActionLink to="/me/claims/new" kind="outlined">
          {t.claim}
        </ActionLink>
      </Calm>
    )
  }
  const mend = step.kind === 'mendCard'
  return (
    <section className="card next">
      <p className="eyebrow">{t.next}</p>
      <h2>{mend ? t.mendCard : t.addCard}</h2>
      <p className="second">{mend ? t.mendCardMore(step.reason) : t.addCardMore(step.fen)}</p>
      <ActionLink to="/me/card">{t.go}</ActionLink>
    </section>
  )
}

/** Nothing to show here, and why that is fine. */
function Calm(props: { readonly title: string; readonly more: string; readonly children?: ReactNode }) {
  return (
    <section className="card calm">
      <h2>{props.title}</h2>
      <p className="second">{props.more}</p>
      {props.children}
    </section>
  )
}
