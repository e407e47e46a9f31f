import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { signInPath } from '../../api/session'
import { CapIcon, PersonIcon, ScaleIcon } from '../../parts/Icons'
import { Brand, Switches, useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { common } from '../../text/common'
import { useText } from '../../text/locale'
import { homeText } from './text'
import './home.css'

const doors = [
  { role: 'learner', to: '/me', icon: <PersonIcon /> },
  { role: 'registrar', to: '/school', icon: <CapIcon /> },
  { role: 'auditor', to: '/audit', icon: <ScaleIcon /> },
] as const

/** The front door: what one can do here, and the way in. */
export default function Home() {
  const t = useText(homeText)
  const c = useText(common)
  const session = useSession()
  useTitle(c.home)
  const open = session.signedIn ? doors.filter((door) => session.roles.includes(door.role)) : doors
  return (
    <div className="home">
      {!session.signedIn && (
        <header className="top">
          <Brand />
          <Switches />
        </header>
      )}
      <div className="hero">
        <h1>
          {session.signedIn
            ? t.hello(session.displayName ?? '')
            : t.title.map((part) => (
                <span className="whole" key={part}>
                  {part}
                </span>
              ))}
        </h1>
        {open.length > 0 && <p>{session.signedIn ? t.choose : t.sub}</p>}
        {!session.signedIn && (
          <a className="button filled" href={signInPath('/')}>
            {c.signIn}
          </a>
        )}
      </div>
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
      {!session.signedIn && (
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
    </div>
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
