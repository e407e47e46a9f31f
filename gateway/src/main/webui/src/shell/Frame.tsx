import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { signOutPath } from '../api/session'
import {
  BookIcon,
  CapIcon,
  CardIcon,
  CodeIcon,
  GridIcon,
  HomeIcon,
  InboxIcon,
  LinksIcon,
  ListIcon,
  PauseIcon,
  PersonIcon,
  PurseIcon,
  ScaleIcon,
  SheetIcon,
} from '../parts/Icons'
import { common } from '../text/common'
import { usePreferences, useText } from '../text/locale'
import { useParkedCount } from './parked'
import { useSession } from './session'
import './frame.css'

interface Door {
  readonly to: string
  readonly words: string
  readonly icon: ReactNode
  /** whether only this very path counts as being there */
  readonly exact?: boolean
  /** not worth a place in the bar at the bottom of a phone */
  readonly deskOnly?: boolean
  /** how many things wait behind it */
  readonly badge?: { readonly count: number; readonly words: string }
}

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
        {children}
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

function useDoors(): readonly Door[] {
  const t = useText(common)
  const session = useSession()
  const has = (role: string) => session.roles.includes(role)
  const watches = session.signedIn && (has('administrator') || has('auditor'))
  const parked = useParkedCount(watches)
  if (!session.signedIn) {
    return []
  }
  return [
    ...(has('learner')
      ? [
          { to: '/me', words: t.nav.me, icon: <HomeIcon />, exact: true },
          { to: '/me/applications', words: t.nav.applications, icon: <ListIcon /> },
          { to: '/me/benefits', words: t.nav.benefits, icon: <CardIcon /> },
        ]
      : []),
    ...(has('registrar') ? [{ to: '/school', words: t.nav.school, icon: <CapIcon /> }] : []),
    ...(has('union-officer')
      ? [
          { to: '/office', words: t.nav.office, icon: <InboxIcon />, exact: true },
          { to: '/office/quotas', words: t.nav.quotas, icon: <GridIcon /> },
          { to: '/office/deposits', words: t.nav.deposits, icon: <SheetIcon />, deskOnly: true },
        ]
      : []),
    ...(has('auditor') ? [{ to: '/audit', words: t.nav.audit, icon: <ScaleIcon /> }] : []),
    ...(has('administrator') || has('finance') || has('auditor')
      ? [
          { to: '/admin/policies', words: t.nav.policies, icon: <BookIcon /> },
          ...(has('union-officer') ? [] : [{ to: '/admin/quotas', words: t.nav.quotas, icon: <GridIcon /> }]),
          { to: '/admin/funds', words: t.nav.funds, icon: <PurseIcon /> },
        ]
      : []),
    ...(watches
      ? [
          {
            to: '/admin/parked',
            words: t.nav.parked,
            icon: <PauseIcon />,
            // on a phone it takes a place in the bar only while something waits
            deskOnly: parked === 0,
            badge: { count: parked, words: t.parkedBadge(parked) },
          },
          { to: '/admin/log', words: t.nav.log, icon: <LinksIcon />, deskOnly: true },
        ]
      : []),
    { to: '/profile', words: t.nav.profile, icon: <PersonIcon /> },
    ...(has('learner') ? [] : [{ to: '/developers', words: t.nav.developers, icon: <CodeIcon />, deskOnly: true }]),
  ]
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
