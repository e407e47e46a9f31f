import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { signOutPath } from '../api/session'
import { common } from '../text/common'
import { usePreferences, useText } from '../text/locale'
import { Doors, useDoors, type Door } from './doors'
import { useSession } from './session'
import './frame.css'

/** The frame around every page: side bar on a desk, a bar at the bottom on a phone; only doors that lead somewhere. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const t = useText(common)
  const doors = useDoors()
  const main = useMainFocus()
  const online = useOnline()
  return (
    <div className={doors.length > 0 ? 'frame' : 'bare'}>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      {!online && (
        <p className="banner" role="status">
          {t.offline}
        </p>
      )}
      {doors.length > 0 && <Side doors={doors} />}
      <main id="main" tabIndex={-1} ref={main}>
        <Doors value={doors}>{children}</Doors>
      </main>
      {doors.length > 0 && (
        <nav className="tabs" aria-label={t.mainNav}>
          {doors.filter((door) => !door.deskOnly).map(link)}
        </nav>
      )}
    </div>
  )
}

function Side({ doors }: { readonly doors: readonly Door[] }) {
  const t = useText(common)
  const session = useSession()
  return (
    <header className="side">
      <Brand />
      <nav aria-label={t.mainNav}>{doors.map(link)}</nav>
      <div className="me">
        <div>{session.displayName}</div>
        <div className="caption">
          {session.roles
            .filter((role) => role in t.roles)
            .map((role) => t.roles[role])
            .join(' · ')}
        </div>
        <Switches />
      </div>
    </header>
  )
}

export function Brand() {
  const t = useText(common)
  return (
    <Link to="/" className="brand">
      <img src="/favicon.svg" alt="" />
      {t.name}
    </Link>
  )
}

/** Language, type size, leaving. */
export function Switches() {
  const t = useText(common)
  const session = useSession()
  const { locale, setLocale, senior, setSenior } = usePreferences()
  return (
    <div className="switches">
      <button
        type="button"
        className="button quiet"
        aria-pressed={senior}
        onClick={() => setSenior(!senior)}
      >
        {t.senior}
      </button>
      <button
        type="button"
        className="button quiet"
        lang={locale === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
      >
        {t.otherLanguage}
      </button>
      {session.signedIn && (
        <a className="button quiet" href={signOutPath}>
          {t.signOut}
        </a>
      )}
    </div>
  )
}

function link(door: Door) {
  return (
    <NavLink
      key={door.to}
      to={door.to}
      end={door.exact === true}
      className={({ isActive }) => (isActive ? 'here' : '')}
    >
      {door.icon}
      {door.words}
      {door.badge && door.badge.count > 0 && (
        <span className="badge" aria-label={door.badge.words}>
          {door.badge.count > 99 ? '99+' : door.badge.count}
        </span>
      )}
    </NavLink>
  )
}

/** After a change of page the reader starts at its top, with the eyes and with a screen reader. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** The title of the browser's window. */
export function useTitle(title: string): void {
  const t = useText(common)
  useEffect(() => {
    document.title = `${title} · ${t.name}`
  }, [title, t.name])
}
