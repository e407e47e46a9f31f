import { Link } from 'react-router'
import { readAccountIfAny, type Account } from '../../api/creditbank'
import { readMe, type Learner } from '../../api/enrollment'
import { readEntitlements, type Entitlement } from '../../api/reward'
import { CardIcon } from '../../parts/Icons'
import { ActionLink, Amount, Blank, CardBones, FailureNotice, PageHead, Tag } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { usePreferences, useText } from '../../text/locale'
import { moneyTones, MoneySentence } from './MoneyLine'
import { PlaceHeld } from './Places'
import { isTuition } from './Reckoning'
import { isOnItsWay, moneyKinds, moneyState, sums, type MoneyState } from './states'
import { subjectOf } from './subject'
import { benefitText } from './text'
import '../me/me.css'
import './benefits.css'

/** An amount here would be read as money to come. */
const nothingComesOf: readonly MoneyState[] = ['refused', 'cancelled', 'expired']

interface Everything {
  readonly learner: Learner
  readonly entitlements: readonly Entitlement[]
  readonly account: Account | undefined
}

async function readEverything(signal: AbortSignal): Promise<Everything> {
  const [learner, entitlements, account] = await Promise.all([
    readMe(signal),
    readEntitlements(signal),
    readAccountIfAny(signal),
  ])
  return { learner, entitlements: [...entitlements].reverse(), account }
}

/** All that is owed, on its way, paid or refused, newest first, with sums that count nothing twice. */
export default function Benefits() {
  const t = useText(benefitText).list
  useTitle(t.title)
  const [loaded, reload] = useLoad(readEverything)
  switch (loaded.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['55%', '35%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={loaded.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return loaded.value.entitlements.length === 0 ? <None /> : <Listed {...loaded.value} />
  }
}

function None() {
  const t = useText(benefitText).list
  return (
    <Blank
      picture={<CardIcon size={56} />}
      title={t.none}
      actions={
        <>
          <ActionLink to="/me/claims/new">{t.claim}</ActionLink>
          <ActionLink to="/" kind="outlined">
            {t.selfCheck}
          </ActionLink>
        </>
      }
    >
      <p>{t.noneMore}</p>
    </Blank>
  )
}

function Listed(props: Everything) {
  const t = useText(benefitText).list
  return (
    <div className="page">
      <PageHead title={t.title} sub={t.sub}>
        <ActionLink to="/me/claims/new">{t.claim}</ActionLink>
      </PageHead>
      <Sums entitlements={props.entitlements} />
      <ul className="benefits">
        {props.entitlements.map((one) => (
          <Item key={one.entitlementId} entitlement={one} {...props} />
        ))}
      </ul>
    </div>
  )
}

function Sums({ entitlements }: { readonly entitlements: readonly Entitlement[] }) {
  const t = useText(benefitText).list
  const fen = sums(entitlements)
  const states = entitlements.map(moneyState)
  const inLine = states.filter((state) => state === 'awaitingPlace').length
  const checking = states.filter((state) => state === 'checking').length
  return (
    <section aria-label={t.sums}>
      <dl className="sums">
        {moneyKinds
          .filter((kind) => kind !== 'recovering' || fen.recovering > 0)
          .map((kind) => (
            <div key={kind} className={`card ${kind}`}>
              <dt>{t.kind[kind]}</dt>
              <dd>
                <Amount fen={fen[kind]} className="amount" />
              </dd>
            </div>
          ))}
      </dl>
      {inLine > 0 && <p className="second">{t.inLine(inLine)}</p>}
      {checking > 0 && <p className="second">{t.checking(checking)}</p>}
    </section>
  )
}

function Item(props: Everything & { readonly entitlement: Entitlement }) {
  const { entitlement, learner } = props
  const { locale } = usePreferences()
  const t = useText(benefitText).money
  const state = moneyState(entitlement)
  const subject = subjectOf(entitlement, props.account, locale)
  return (
    <li className="card">
      <div className="between">
        <h2>
          <Link to={`/me/benefits/${entitlement.entitlementId}`}>
            {isTuition(entitlement) ? t.tuition : entitlement.policyName}
          </Link>
        </h2>
        <Tag tone={moneyTones[state]}>{t.state[state]}</Tag>
      </div>
      <div className="between">
        {subject ? <p>{subject}</p> : <span />}
        {entitlement.amountFen > 0 && !nothingComesOf.includes(state) && <Amount fen={entitlement.amountFen} className="amount" />}
      </div>
      {isOnItsWay(state) && (
        <p className="second">
          <MoneySentence entitlement={entitlement} learner={learner} state={state} />
        </p>
      )}
      {state === 'refused' && <p className="second">{entitlement.reasons[0]?.text}</p>}
      {entitlement.quota && isOnItsWay(state) && <PlaceHeld quota={entitlement.quota} brief />}
    </li>
  )
}
