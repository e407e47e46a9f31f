import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { readMe, type Learner } from '../../api/enrollment'
import { CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { Refused } from '../../api/problem'
import { useDoorsBesideTheBar } from '../../shell/doors'
import { Switches, useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { common } from '../../text/common'
import { useText } from '../../text/locale'
import { profileText } from './text'
import './profile.css'

/** Who one is here, the bank card, and how this device shows the pages. */
export default function Profile() {
  const t = useText(profileText)
  const c = useText(common)
  const session = useSession()
  useTitle(t.title)
  const doors = useDoorsBesideTheBar()
  return (
    <div className="page narrow stack">
      <PageHead title={t.title} />
      {session.roles.includes('learner') ? (
        <LearnerCard />
      ) : (
        <section className="card">
          <dl className="pairs">
            <Pair name={t.name}>{session.displayName}</Pair>
            <Pair name={t.account}>{session.username}</Pair>
            <Pair name={t.roles}>
              {session.roles
                .filter((role) => role in c.roles)
                .map((role) => c.roles[role])
                .join(' · ')}
            </Pair>
          </dl>
        </section>
      )}
      {doors.length > 0 && (
        <nav className="card doors" aria-label={t.more}>
          <h2>{t.more}</h2>
          <ul>
            {doors.map((door) => (
              <li key={door.to}>
                <Link to={door.to}>
                  {door.icon}
                  {door.words}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <section className="card" aria-label={t.display}>
        <h2>{t.display}</h2>
        <p className="second">{t.displayMore}</p>
        <Switches />
      </section>
    </div>
  )
}

function LearnerCard() {
  const [learner, reload] = useLoad(readMe)
  switch (learner.state) {
    case 'loading':
      return <CardBones />
    case 'failed':
      return learner.failure instanceof Refused && [403, 404].includes(learner.failure.problem.status) ? null : (
        <FailureNotice failure={learner.failure} retry={reload} />
      )
    case 'ready':
      return <LearnerPairs learner={learner.value} />
  }
}

function LearnerPairs({ learner }: { readonly learner: Learner }) {
  const t = useText(profileText)
  const c = useText(common)
  const { card } = learner
  return (
    <section className="card">
      <dl className="pairs">
        <Pair name={t.name}>{learner.name}</Pair>
        <Pair name={t.unit}>{learner.unitName ?? learner.unitId}</Pair>
        {learner.phone && <Pair name={t.phone}>{learner.phone}</Pair>}
        <Pair name={t.education}>{c.education[learner.educationLevel]}</Pair>
        <Pair name={t.card}>
          {card ? t.cardTail(card.bankName, card.tail) : t.noCard}
          <Link to="/me/card">{card ? t.changeCard : t.addCard}</Link>
        </Pair>
      </dl>
    </section>
  )
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
