import { useCallback } from 'react'
import { Link, useParams } from 'react-router'
import { readAccountIfAny, type Account } from '../../api/creditbank'
import { readMe, type Learner } from '../../api/enrollment'
import { Refused } from '../../api/problem'
import { readEntitlement, type Entitlement } from '../../api/reward'
import { CardIcon } from '../../parts/Icons'
import { ActionLink, Blank, CardBones, FailureNotice, PageHead, Tag } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { usePreferences, useText } from '../../text/locale'
import { History, Payments, Shares } from './History'
import { mended } from './mended'
import { Appeal } from './MoneyCard'
import { MoneyLine, MoneySentence, moneyTones } from './MoneyLine'
import { PlaceBar, PlaceHeld } from './Places'
import { isTuition, Reckoning } from './Reckoning'
import { RuleList, useRuleCount, WhyNot } from './Rules'
import { isOnItsWay, moneyState, type MoneyState, type OnItsWay } from './states'
import { subjectOf } from './subject'
import { RevokedNotice, TakenBack } from './TakenBack'
import { benefitText } from './text'
import '../me/me.css'
import './benefits.css'

/** Where it is settled which fund pays what. */
const paysFrom: readonly MoneyState[] = [
  'awaitingApproval',
  'approved',
  'atBank',
  'paid',
  'returned',
  'recovering',
  'recovered',
]

interface Whole {
  readonly learner: Learner
  readonly entitlement: Entitlement
  readonly account: Account | undefined
}

/** One benefit with everything about it: where it is, the sum, the rules, the place, who pays, what happened. */
export default function Benefit() {
  const { entitlementId = '' } = useParams()
  const t = useText(benefitText)
  useTitle(t.list.title)
  const read = useCallback(
    async (signal: AbortSignal): Promise<Whole> => {
      const [learner, entitlement, account] = await Promise.all([
        readMe(signal),
        readEntitlement(entitlementId, signal),
        readAccountIfAny(signal),
      ])
      return { learner, entitlement, account }
    },
    [entitlementId],
  )
  const [loaded, reload] = useLoad(read)
  switch (loaded.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['55%', '35%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return loaded.failure instanceof Refused && [400, 404].includes(loaded.failure.problem.status) ? (
        <Blank
          picture={<CardIcon size={56} />}
          title={t.one.notFound}
          actions={
            <ActionLink to="/me/benefits" kind="outlined">
              {t.one.back}
            </ActionLink>
          }
        >
          <p>{t.one.notFoundMore}</p>
        </Blank>
      ) : (
        <div className="page">
          <FailureNotice failure={loaded.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Shown {...loaded.value} />
  }
}

function Shown({ learner, entitlement, account }: Whole) {
  const { locale } = usePreferences()
  const t = useText(benefitText)
  const state = moneyState(entitlement)
  return (
    <div className="page">
      <p className="back">
        <Link to="/me/benefits">{t.one.back}</Link>
      </p>
      <PageHead
        title={isTuition(entitlement) ? t.money.tuition : entitlement.policyName}
        sub={subjectOf(entitlement, account, locale)}
      />
      <div className="me-columns">
        <div className="stack">
          <section className="card">
            <div className="between">
              <h2>{t.one.where}</h2>
              <Tag tone={moneyTones[state]}>{t.money.state[state]}</Tag>
            </div>
            {entitlement.amountFen > 0 && state !== 'refused' && (
              <Reckoning
                fen={entitlement.amountFen}
                computation={entitlement.computation?.text}
                tuition={isTuition(entitlement)}
              />
            )}
            {state === 'refused' ? (
              <Refusal entitlement={entitlement} learner={learner} />
            ) : isOnItsWay(state) ? (
              <OnTheWay entitlement={entitlement} learner={learner} state={state} />
            ) : (
              <TakenBack entitlement={entitlement} learner={learner} state={state} />
            )}
            <p className="caption">
              {t.money.basis(entitlement.policyName, entitlement.policyVersion)} · {t.one.number(entitlement.entitlementId)}
            </p>
          </section>
          {(isOnItsWay(state) || state === 'expired') && (
            <QuotaCard entitlement={entitlement} held={isOnItsWay(state) && state !== 'awaitingPlace'} />
          )}
          {paysFrom.includes(state) && <Shares entitlement={entitlement} />}
        </div>
        <div className="stack">
          <RulesCard entitlement={entitlement} />
          <Payments entitlement={entitlement} learner={learner} />
          <History entitlement={entitlement} />
        </div>
      </div>
    </div>
  )
}

function OnTheWay(props: { readonly entitlement: Entitlement; readonly learner: Learner; readonly state: OnItsWay }) {
  const { entitlement, learner, state } = props
  const t = useText(benefitText).one
  const needsCard = state === 'approved' && !learner.card
  const needsNewCard = state === 'returned' && !mended(learner.card, entitlement)
  return (
    <>
      <MoneyLine state={state} />
      <p className="lead">
        <MoneySentence entitlement={entitlement} learner={learner} state={state} />
      </p>
      <RevokedNotice entitlement={entitlement} />
      {needsCard && <p className="lead">{t.needCard}</p>}
      {(needsCard || needsNewCard) && (
        <p className="lead">
          <ActionLink to="/me/card">{needsCard ? t.addCard : t.mendCard}</ActionLink>
        </p>
      )}
    </>
  )
}

function Refusal(props: { readonly entitlement: Entitlement; readonly learner: Learner }) {
  const { entitlement } = props
  const t = useText(benefitText).one
  return (
    <>
      <WhyNot reasons={entitlement.reasons} conditions={entitlement.conditions} />
      {entitlement.basis?.startsWith('outcome/') && (
        <p className="lead">
          <ActionLink to="/me/claims/new">{t.again}</ActionLink>
        </p>
      )}
      <Appeal {...props} />
    </>
  )
}

function RulesCard({ entitlement }: { readonly entitlement: Entitlement }) {
  const count = useRuleCount(entitlement.conditions)
  return entitlement.conditions.length === 0 ? null : (
    <section className="card">
      <h2>{count}</h2>
      <RuleList conditions={entitlement.conditions} />
    </section>
  )
}

/** The place held, or asked for. */
function QuotaCard(props: { readonly entitlement: Entitlement; readonly held: boolean }) {
  const t = useText(benefitText).place
  const { quota } = props.entitlement
  return quota ? (
    <section className="card">
      <h2>{props.held ? t.holds : t.wanted}</h2>
      <PlaceHeld quota={quota} />
      {quota.places > 0 && <PlaceBar places={quota.places} used={quota.used} />}
    </section>
  ) : null
}
