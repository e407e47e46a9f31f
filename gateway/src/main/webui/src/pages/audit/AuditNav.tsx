import { NavLink } from 'react-router'
import type { Texts } from '../../text/locale'
import { useText } from '../../text/locale'

const zh = {
  label: '审计的页面',
  pages: [
    ['/audit', '总览'],
    ['/audit/checkpoints', '检查点'],
    ['/audit/payments', '一笔到底'],
    ['/audit/asof', '截止某日'],
    ['/audit/access', '访问记录'],
  ] as readonly (readonly [string, string])[],
}

const en: typeof zh = {
  label: 'Pages of the audit',
  pages: [
    ['/audit', 'Overview'],
    ['/audit/checkpoints', 'Checkpoints'],
    ['/audit/payments', 'One payment'],
    ['/audit/asof', 'As of a day'],
    ['/audit/access', 'Access log'],
  ],
}

const navText: Texts<typeof zh> = { zh, en }

/** The way between the auditor's pages. */
export function AuditNav() {
  const t = useText(navText)
  return (
    <nav className="chips audit-nav" aria-label={t.label}>
      {t.pages.map(([to, words]) => (
        <NavLink key={to} to={to} end={to === '/audit'}>
          {words}
        </NavLink>
      ))}
    </nav>
  )
}
