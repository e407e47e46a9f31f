import { useCallback } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { actingFor, readAppointments, readCalendar } from '../../api/office'
import { readGrid, readQuotas, type QuotaSummary } from '../../api/quotas'
import { Blank, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { SheetIcon } from '../../parts/Icons'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { dividesAll, dividesBelow, type Divides } from './grid'
import { GridPage } from './GridPage'
import { quotaText } from './text'
import './quotas.css'

/** The places of a policy and year; without one in the address, of the latest year. */
export default function Quotas() {
  const t = useText(quotaText)
  useTitle(t.title)
  const [quotas, reload] = useLoad(readQuotas)
  const { policyId, year } = useParams()
  switch (quotas.state) {
    case 'loading':
      return <QuotaBones />
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={quotas.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Chosen quotas={quotas.value} shown={chosen(quotas.value, policyId, Number(year))} reload={reload} />
  }
}

/** The one asked for; otherwise the latest year of the first policy. */
function chosen(quotas: readonly QuotaSummary[], policyId: string | undefined, year: number): QuotaSummary | undefined {
  if (policyId !== undefined) {
    return quotas.find((one) => one.policyId === policyId && one.year === year)
  }
  const first = quotas.filter((one) => one.policyId === quotas[0]?.policyId)
  return first.reduce<QuotaSummary | undefined>((latest, one) => (latest && latest.year > one.year ? latest : one), undefined)
}

function Chosen(props: {
  readonly quotas: readonly QuotaSummary[]
  readonly shown: QuotaSummary | undefined
  readonly reload: () => void
}) {
  const t = useText(quotaText)
  const base = useBase()
  const { quotas, shown } = props
  if (quotas.length === 0) {
    return (
      <Blank picture={<SheetIcon size={56} />} title={t.none}>
        <p>{t.noneMore}</p>
      </Blank>
    )
  }
  if (shown === undefined) {
    return (
      <Blank picture={<SheetIcon size={56} />} title={t.notFound} actions={<Link to={base}>{t.toList}</Link>} />
    )
  }
  return <OneGrid key={`${shown.policyId} ${shown.year}`} {...props} shown={shown} />
}

function OneGrid(props: {
  readonly quotas: readonly QuotaSummary[]
  readonly shown: QuotaSummary
  readonly reload: () => void
}) {
  const t = useText(quotaText)
  const { policyId, year, name } = props.shown
  const { roles } = useSession()
  const scope = scopeOf(roles)
  const [grid, reloadGrid] = useLoad(
    useCallback((signal: AbortSignal) => readDivided(policyId, year, scope, signal), [policyId, year, scope]),
  )
  const reload = useCallback(() => {
    props.reload()
    reloadGrid()
  }, [props.reload, reloadGrid])
  switch (grid.state) {
    case 'loading':
      return (
        <div className="page stack quotas">
          <PageHead title={t.heading(year, name)} sub={t.sub} />
          <Chooser quotas={props.quotas} shown={props.shown} />
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page stack quotas">
          <PageHead title={t.heading(year, name)} />
          <Chooser quotas={props.quotas} shown={props.shown} />
          <FailureNotice failure={grid.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return (
        <GridPage
          {...grid.value}
          seesAll={scope !== 'below'}
          reload={reload}
          chooser={<Chooser quotas={props.quotas} shown={props.shown} />}
        />
      )
  }
}

/** Administrators divide everywhere; money and audit only look; an officer's reach hangs on his appointments. */
type Reach = 'everywhere' | 'looks' | 'below'

function scopeOf(roles: readonly string[]): Reach {
  if (roles.includes('administrator')) {
    return 'everywhere'
  }
  return roles.includes('finance') || roles.includes('auditor') ? 'looks' : 'below'
}

async function readDivided(policyId: string, year: number, reach: Reach, signal: AbortSignal) {
  const [grid, divides] = await Promise.all([readGrid(policyId, year, signal), readDivides(reach, signal)])
  return { grid, divides }
}

async function readDivides(reach: Reach, signal: AbortSignal): Promise<Divides | undefined> {
  switch (reach) {
    case 'everywhere':
      return dividesAll
    case 'looks':
      return undefined
    case 'below': {
      const [appointments, calendar] = await Promise.all([readAppointments(signal), readCalendar(signal)])
      return dividesBelow(actingFor(appointments, calendar.date))
    }
  }
}

/** The other years of this policy, and other policies. */
function Chooser({ quotas, shown }: { readonly quotas: readonly QuotaSummary[]; readonly shown: QuotaSummary }) {
  const t = useText(quotaText)
  const base = useBase()
  const policies = [...new Map(quotas.map((one) => [one.policyId, one])).values()]
  const years = quotas.filter((one) => one.policyId === shown.policyId).sort((a, b) => a.year - b.year)
  const path = (one: QuotaSummary) => `${base}/${encodeURIComponent(one.policyId)}/${one.year}`
  return (
    <div className="chooser">
      {policies.length > 1 && (
        <nav className="chips" aria-label={t.choosePolicy}>
          {policies.map((one) => (
            <Link key={one.policyId} to={path(one)} {...here(one.policyId === shown.policyId)}>
              {one.name}
            </Link>
          ))}
        </nav>
      )}
      <nav className="chips" aria-label={t.chooseYear}>
        {years.map((one) => (
          <Link key={one.year} to={path(one)} {...here(one.year === shown.year)}>
            {t.years(one.year)}
          </Link>
        ))}
      </nav>
    </div>
  )
}

const here = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {})

/** Officers and administrators reach the same page by their own address. */
function useBase(): string {
  return useLocation().pathname.startsWith('/admin') ? '/admin/quotas' : '/office/quotas'
}

function QuotaBones() {
  return (
    <div className="page stack">
      <CardBones lines={['45%', '30%']} />
      <CardBones lines={['100%', '100%', '100%', '100%']} />
    </div>
  )
}
