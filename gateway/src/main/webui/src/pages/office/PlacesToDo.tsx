import { Link } from 'react-router'
import type { QuotaGrid } from '../../api/quotas'
import { Tag } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { quotaText } from '../quotas/text'
import { officeText } from './text'
import type { lines as linesOf } from './todo'
import { Section } from './Working'

const gridPath = (policyId: string, year: number): string => `/office/quotas/${encodeURIComponent(policyId)}/${year}`

/** Proposals of places that somebody else made. */
export function PlacesToDo({ grids }: { readonly grids: readonly QuotaGrid[] }) {
  const t = useText(officeText)
  const q = useText(quotaText)
  if (grids.length === 0) {
    return null
  }
  return (
    <Section id="proposals" title={t.proposals.title(grids.length)}>
      <ul className="rows">
        {grids.map((grid) => (
          <li key={`${grid.policyId} ${grid.year}`} className="between">
            <span>
              {t.proposals.line(grid.year, grid.name)}{' '}
              <span className="second">
                {grid.proposal && `${q.reasons[grid.proposal.reasonCode]} · ${t.proposals.cells(grid.proposal.cells.length)}`}
              </span>
            </span>
            <Link to={gridPath(grid.policyId, grid.year)}>{t.proposals.open}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Who waits for places, by policy, year and group. */
export function WaitingLines({ lines }: { readonly lines: ReturnType<typeof linesOf> }) {
  const t = useText(officeText)
  if (lines.length === 0) {
    return null
  }
  return (
    <Section id="waiting" title={t.lines.title(lines.reduce((all, one) => all + one.waiting, 0))} hint={t.lines.hint}>
      <ul className="rows">
        {lines.map(({ quota, group, waiting, used, allotted }) => (
          <li key={`${quota.policyId} ${quota.year} ${group}`} className="between">
            <span>
              {t.proposals.line(quota.year, quota.name)} {t.group(group)}{' '}
              <Tag tone="wait">{t.lines.waiting(waiting)}</Tag>{' '}
              <span className="second">{t.lines.standing(used, allotted)}</span>
            </span>
            <Link to={gridPath(quota.policyId, quota.year)}>{t.lines.open}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
