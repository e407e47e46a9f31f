import { useCallback } from 'react'
import {
  actingFor,
  readAppointments,
  readAwards,
  readCalendar,
  readCases,
  readRefusedOutcomes,
  type Case,
} from '../../api/office'
import { readUnits } from '../../api/enrollment'
import { readGrid, readQuotas } from '../../api/quotas'
import { useTitle } from '../../shell/Frame'
import { ActionLink, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { CapIcon } from '../../parts/Icons'
import { useLoad, type Loaded } from '../../parts/useLoad'
import { usePreferences, useText } from '../../text/locale'
import { ApplicationsToDo } from './ApplicationsToDo'
import { AwardsToDo } from './AwardsToDo'
import { Counts } from './Counts'
import { PlacesToDo, WaitingLines } from './PlacesToDo'
import { RefusedOutcomes } from './RefusedOutcomes'
import { officeText } from './text'
import { byDueDay, counted, isMine, lines, ofLate, toConfirm } from './todo'
import './office.css'

/** Enrollment's part: the day, whom one acts for, and the applications of the subtree. */
interface Cases {
  readonly today: string
  readonly acting: ReadonlySet<string>
  readonly unitNames: ReadonlyMap<string, string>
  readonly submitted: readonly Case[]
  readonly recommended: readonly Case[]
}

async function readAllCases(signal: AbortSignal): Promise<Cases> {
  const [calendar, appointments, units, submitted, recommended] = await Promise.all([
    readCalendar(signal),
    readAppointments(signal),
    readUnits(signal),
    readCases('submitted', signal),
    readCases('recommended', signal),
  ])
  return {
    today: calendar.date,
    acting: actingFor(appointments, calendar.date),
    unitNames: new Map(units.map((unit) => [unit.unitId, unit.name])),
    submitted: byDueDay(submitted),
    recommended: byDueDay(recommended),
  }
}

/** Every grid is read for its proposal: there is one a year and policy. */
async function readPlaces(signal: AbortSignal) {
  const quotas = await readQuotas(signal)
  const grids = await Promise.all(quotas.map((one) => readGrid(one.policyId, one.year, signal)))
  return { quotas, grids }
}

const nobody: ReadonlySet<string> = new Set()

/** What waits for a union officer, red flags first. Each service's part stands or fails by itself. */
export default function Office() {
  const t = useText(officeText)
  const { locale } = usePreferences()
  useTitle(t.title)
  const [cases, reloadCases] = useLoad(readAllCases)
  const [awards, reloadAwards] = useLoad(useCallback((signal: AbortSignal) => readAwards(signal), [locale]))
  const [places, reloadPlaces] = useLoad(readPlaces)
  const [outcomes, reloadOutcomes] = useLoad(useCallback((signal: AbortSignal) => readRefusedOutcomes(signal), [locale]))

  if (cases.state === 'loading') {
    return (
      <div className="page stack">
        <CardBones lines={['30%', '50%']} />
        <CardBones lines={['100%', '100%', '100%']} />
      </div>
    )
  }
  const known = cases.state === 'ready' ? cases.value : undefined
  const today = known?.today ?? ''
  const unitNames = known?.unitNames ?? new Map<string, string>()
  const mine = (all: readonly Case[]) => (known ? all.filter((one) => isMine(one, known.acting)) : [])
  const todo = {
    recommend: mine(known?.submitted ?? []),
    review: mine(known?.recommended ?? []),
    awards: awards.state === 'ready' ? awards.value : [],
    proposals: places.state === 'ready' ? toConfirm(places.value.grids, known?.acting ?? nobody) : [],
  }
  const waiting = places.state === 'ready' ? lines(places.value.quotas) : []
  const refused = outcomes.state === 'ready' ? ofLate(outcomes.value, today) : []
  const sum = counted(todo, today)
  const allRead = [cases, awards, places, outcomes].every((part: Loaded<unknown>) => part.state === 'ready')
  const flags = sum.overdue + sum.soon > 0 ? t.flags(sum.overdue, sum.soon) : t.noFlags
  const acting = known ? [...known.acting].map((unit) => unitNames.get(unit)).filter((name) => name !== undefined) : []
  const actions = (
    <>
      <ActionLink kind="outlined" to="/office/quotas">
        {t.quotas}
      </ActionLink>
      <ActionLink kind="outlined" to="/office/deposits">
        {t.deposit}
      </ActionLink>
    </>
  )
  return (
    <div className="page stack office">
      <PageHead
        title={sum.all > 0 || !allRead ? t.heading(sum.all) : t.done}
        sub={[sum.overdue > 0 ? '' : sum.all > 0 ? flags : allRead ? t.doneMore : t.someUnread, acting.length > 0 && t.actingFor(acting.join(t.and))]
          .filter(Boolean)
          .join(' · ')}
      >
        {actions}
      </PageHead>
      {sum.overdue > 0 && <p className="flag">{t.flags(sum.overdue, sum.soon)}</p>}
      <Counts
        counts={{
          recommend: todo.recommend.length,
          review: todo.review.length,
          awards: todo.awards.length,
          proposals: todo.proposals.length,
          refused: refused.length,
          waiting: waiting.reduce((all, one) => all + one.waiting, 0),
        }}
      />
      {sum.all === 0 && allRead && <AllDone />}
      {cases.state === 'failed' && <FailureNotice failure={cases.failure} retry={reloadCases} />}
      {known && (
        <>
          <ApplicationsToDo
            kind="recommend"
            mine={todo.recommend}
            all={known.submitted}
            today={today}
            reload={reloadCases}
          />
          <ApplicationsToDo kind="review" mine={todo.review} all={known.recommended} today={today} reload={reloadCases} />
        </>
      )}
      <Part part={awards} reload={reloadAwards}>
        {(all) => <AwardsToDo awards={all} unitNames={unitNames} reload={reloadAwards} />}
      </Part>
      <Part part={places} reload={reloadPlaces}>
        {() => <PlacesToDo grids={todo.proposals} />}
      </Part>
      <Part part={outcomes} reload={reloadOutcomes}>
        {() => <RefusedOutcomes outcomes={refused} unitNames={unitNames} />}
      </Part>
      <WaitingLines lines={waiting} />
    </div>
  )
}

function AllDone() {
  const t = useText(officeText)
  return (
    <section className="card all-done">
      <CapIcon size={48} />
      <h2>{t.done}</h2>
      <p className="second">{t.doneMore}</p>
    </section>
  )
}

/** A part of the page that is on its way, failed or there. */
function Part<T>(props: {
  readonly part: Loaded<T>
  readonly reload: () => void
  readonly children: (value: T) => React.ReactNode
}) {
  switch (props.part.state) {
    case 'loading':
      return <CardBones lines={['30%', '100%']} />
    case 'failed':
      return <FailureNotice failure={props.part.failure} retry={props.reload} />
    case 'ready':
      return props.children(props.part.value)
  }
}
