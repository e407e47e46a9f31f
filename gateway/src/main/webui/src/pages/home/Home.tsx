import { lazy, Suspense, useCallback, type ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { readQuestions, type Questions } from '../../api/claims'
import { signInPath } from '../../api/session'
import { day } from '../../format/dates'
import { BookIcon, CapIcon, InboxIcon, PersonIcon, PurseIcon, ScaleIcon } from '../../parts/Icons'
import { CardBones, FailureNotice } from '../../parts/Parts'
import { useLoad, type Loaded } from '../../parts/useLoad'
import { Brand, Switches, useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import type { Step } from '../selfcheck/questions'
import { homeText } from './text'
import './home.css'

const SelfCheck = lazy(() => import('../selfcheck/SelfCheck'))

const doors = [
  { role: 'learner', to: '/me', icon: <PersonIcon /> },
  { role: 'registrar', to: '/school', icon: <CapIcon /> },
  { role: 'auditor', to: '/audit', icon: <ScaleIcon /> },
] as const

/** Further doors, for those who work behind them. */
const offices = [
  { role: 'union-officer', to: '/office', icon: <InboxIcon /> },
  { role: 'administrator', to: '/admin/policies', icon: <BookIcon /> },
  { role: 'finance', to: '/admin/funds', icon: <PurseIcon /> },
] as const

/** The front door: what can I get, what one can do here, and the way in. */
export default function Home() {
  const c = useText(common)
  const { signedIn } = useSession()
  const { state } = useLocation()
  const { locale } = usePreferences()
  const read = useCallback((signal: AbortSignal) => readQuestions(signal), [locale])
  const [questions, reload] = useLoad(read)
  useTitle(c.home)
  return (
    <div className="home">
      {!signedIn && (
        <header className="top">
          <Brand />
          <div className="top-way">
            <Switches />
            <a className="button quiet" href={signInPath('/')}>
              {c.signIn}
            </a>
          </div>
        </header>
      )}
      {(state as Step | null)?.step !== undefined ? (
        <Checking questions={questions} reload={reload} />
      ) : (
        <Doors questions={questions} />
      )}
    </div>
  )
}

/** The self-check, once its questions are there. */
function Checking(props: { readonly questions: Loaded<Questions>; readonly reload: () => void }) {
  switch (props.questions.state) {
    case 'loading':
      return <CardBones />
    case 'failed':
      return <FailureNotice failure={props.questions.failure} retry={props.reload} />
    case 'ready':
      return (
        <Suspense fallback={<CardBones />}>
          <SelfCheck questions={props.questions.value} />
        </Suspense>
      )
  }
}

function Doors({ questions }: { readonly questions: Loaded<Questions> }) {
  const t = useText(homeText)
  const session = useSession()
  const open = session.signedIn ? [...doors, ...offices].filter((door) => session.roles.includes(door.role)) : doors
  return (
    <>
      {session.signedIn ? (
        <div className="hero">
          <h1>{t.hello(session.displayName ?? '')}</h1>
          {open.length > 0 && <p>{t.choose}</p>}
        </div>
      ) : (
        <div className="hero">
          <h1>{t.check.title}</h1>
          <Start questions={questions} kind="filled" />
        </div>
      )}
      {open.length === 0 && (
        <section className="card">
          <h2>{t.nothingTitle}</h2>
          <p className="second">{t.nothing}</p>
        </section>
      )}
      <ul className="doors">
        {open.map((door) => (
          <DoorCard key={door.role} to={door.to} icon={door.icon} {...t.doors[door.role]} />
        ))}
      </ul>
      {session.signedIn ? (
        <section className="card check">
          <h2>{t.check.title}</h2>
          <Start questions={questions} kind="outlined" />
        </section>
      ) : (
        <section className="chain" aria-label={t.chainTitle}>
          <h2>{t.chainTitle}</h2>
          <ol>
            {t.chain.map(([what, how]) => (
              <li key={what}>
                <strong>{what}</strong>
                <span className="second">{how}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="caption foot">
        <Link to="/developers">{t.developers}</Link>
      </p>
    </>
  )
}

/** The way into the self-check, or when the next program opens. */
function Start(props: { readonly questions: Loaded<Questions>; readonly kind: 'filled' | 'outlined' }) {
  const { questions, kind } = props
  const { locale } = usePreferences()
  const t = useText(homeText).check
  const navigate = useNavigate()
  if (questions.state === 'ready' && questions.value.policies.length === 0) {
    const { next } = questions.value
    return (
      <>
        <p>
          <strong>{t.closed}</strong>
        </p>
        <p>{next ? t.next(next.name, day(next.from, locale)) : t.nextUnknown}</p>
      </>
    )
  }
  return (
    <>
      <p>{t.sub}</p>
      <button
        type="button"
        className={`button ${kind}`}
        onClick={() => void navigate('/', { state: { step: 0 } satisfies Step })}
      >
        {t.start}
      </button>
      {questions.state === 'ready' && (
        <p className="open-now">{t.open(questions.value.policies.map((policy) => policy.name))}</p>
      )}
    </>
  )
}

function DoorCard(props: {
  readonly to: string
  readonly icon: ReactNode
  readonly title: string
  readonly lines: readonly string[]
}) {
  const t = useText(homeText)
  return (
    <li className="card door">
      {props.icon}
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Link className="button outlined" to={props.to} aria-label={`${t.open}：${props.title}`}>
        {t.open}
      </Link>
    </li>
  )
}
