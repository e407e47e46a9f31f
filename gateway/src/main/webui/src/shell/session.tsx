import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { readSession, signInPath, type Session } from '../api/session'
import { Blank, CardBones, FailureNotice } from '../parts/Parts'
import { DoorIcon } from '../parts/Icons'
import { useLoad } from '../parts/useLoad'
import { common } from '../text/common'
import { useText } from '../text/locale'

const SessionContext = createContext<Session | undefined>(undefined)

/** Asks once who is signed in; every page builds on the answer. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, reload] = useLoad(readSession)
  switch (session.state) {
    case 'loading':
      return (
        <main className="page" style={{ padding: '2rem 1rem' }}>
          <CardBones />
        </main>
      )
    case 'failed':
      return (
        <main className="page" style={{ padding: '2rem 1rem' }}>
          <FailureNotice failure={session.failure} retry={reload} />
        </main>
      )
    case 'ready':
      return <SessionContext value={session.value}>{children}</SessionContext>
  }
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) {
    throw new Error('outside SessionProvider')
  }
  return session
}

/**
 * Shows the page to those it is for; others sign in, or learn who can grant it. Of several roles any will do, and the first is the one
 * that is granted.
 */
export function For({ role, children }: { readonly role?: string | readonly string[]; readonly children: ReactNode }) {
  const session = useSession()
  if (!session.signedIn) {
    return <ToSignIn />
  }
  const [granted, ...others] = typeof role === 'string' ? [role] : (role ?? [])
  return granted === undefined || [granted, ...others].some((one) => session.roles.includes(one)) ? (
    children
  ) : (
    <NoAccess role={granted} />
  )
}

function ToSignIn() {
  const { pathname, search } = useLocation()
  const to = signInPath(pathname + search)
  const t = useText(common)
  useEffect(() => window.location.replace(to), [to])
  return (
    <p className="second">
      <a href={to}>{t.signIn}</a>
    </p>
  )
}

function NoAccess({ role }: { readonly role: string }) {
  const t = useText(common)
  const session = useSession()
  return (
    <Blank
      picture={<DoorIcon size={56} />}
      title={t.noAccessTitle}
      actions={
        <a className="button outlined" href="/">
          {t.toHome}
        </a>
      }
    >
      <p>{t.noAccess[role]}</p>
      <p>{t.whoGrants[role]}</p>
      <p className="caption">{t.signedInAs(session.displayName ?? session.username ?? '')}</p>
    </Blank>
  )
}
