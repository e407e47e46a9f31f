import { lazy, type ReactNode } from 'react'
import { readAccount, type Account } from '../../api/creditbank'
import { readApplications, readEnrollments, readMe, type Learner } from '../../api/enrollment'
import { Refused } from '../../api/problem'
import { readEntitlements, type Entitlement } from '../../api/reward'
import { partOfDay } from '../../format/dates'
import { ActionLink, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad, type Loaded } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { common } from '../../text/common'
import { useText } from '../../text/locale'
import { ApplicationsCard } from './ApplicationsCard'
import { CertificatesCard } from './CertificatesCard'
import { DegreeCard } from './DegreeCard'
import { MoneyCard } from './MoneyCard'
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
                <Calm title={t.money.none} more={t.money.noneMore} />
              ) : (
                list.map((one) => <MoneyCard key={one.entitlementId} entitlement={one} learner={learner} />)
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

const known = <T,>(loaded: Loaded<T>): T | undefined => (loaded.state === 'ready' ? loaded.value : undefined)

/** A learner the credit bank has not heard of yet simply has nothing there. */
async function readAccountIfAny(signal: AbortSignal): Promise<Account | undefined> {
  try {
    return await readAccount(signal)
  } catch (error) {
    if (error instanceof Refused && [403, 404].includes(error.problem.status)) {
      return undefined
    }
    throw error
  }
}

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
    return <Calm title={t.nothing} more={t.nothingMore} />
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
function Calm({ title, more }: { readonly title: string; readonly more: string }) {
  return (
    <section className="card calm">
      <h2>{title}</h2>
      <p className="second">{more}</p>
    </section>
  )
}
