import { createContext, useContext, type ReactNode } from 'react'
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
import { useText } from '../text/locale'
import { useParkedCount } from './parked'
import { useSession } from './session'

/** A way to a page. */
export interface Door {
  readonly to: string
  readonly words: string
  readonly icon: ReactNode
  /** whether only this very path counts as being there */
  readonly exact?: boolean
  /** not worth a place in the bar at the bottom of a phone: the profile page has it there */
  readonly deskOnly?: boolean
  /** how many things wait behind it */
  readonly badge?: { readonly count: number; readonly words: string }
}

const DoorsContext = createContext<readonly Door[]>([])

/** Tells the pages which doors the frame shows. */
export const Doors = DoorsContext.Provider

/** The doors that the bar at the bottom of a phone leaves out. */
export const useDoorsBesideTheBar = (): readonly Door[] => useContext(DoorsContext).filter((door) => door.deskOnly)

/** The doors that lead somewhere for whoever is signed in. */
export function useDoors(): readonly Door[] {
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
