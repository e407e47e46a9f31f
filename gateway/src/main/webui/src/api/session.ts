import { get } from './http'

/** Who is signed in. */
export interface Session {
  readonly signedIn: boolean
  /** the identity provider's id of the account */
  readonly subject?: string
  readonly username?: string
  readonly displayName?: string
  readonly roles: readonly string[]
}

export const readSession = (signal?: AbortSignal): Promise<Session> => get<Session>('/api/session', signal)

/** Where signing in begins; afterwards the page asked for opens. */
export const signInPath = (to: string): string => `/login?to=${encodeURIComponent(to)}`

export const signOutPath = '/logout'
