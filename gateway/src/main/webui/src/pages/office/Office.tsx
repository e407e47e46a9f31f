import type { ReactNode } from 'react'
import type { Case } from '../../api/office'
import { InboxIcon } from '../../parts/Icons'
import { ActionLink, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import type { Loaded } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useText } from '../../text/locale'
import { ApplicationsToDo } from './ApplicationsToDo'
import { AwardsToDo } from './AwardsToDo'
import { Counts } from './Counts'
import { PlacesToDo, WaitingLines } from './PlacesToDo'
import { RefusedOutcomes } from './RefusedOutcomes'
import { officeText } from './text'
import { counted, isMine, lines, ofLate, toConfirm, type Counted } from './todo'
import { useReads, type Read, type Reads } from './useReads'
import './office.css'

/** What waits for a union officer, red flags first. */
export default function Office() {
  const t = useText(officeText)
  useTitle(t.title)
  const reads = useReads()
  return reads.cases.part.state === 'loading' ? (
    <div className="page stack">
      <CardBones lines={['30%', '50%']} />
      <CardBones lines={['100%', '100%', '100%']} />
    </div>
  ) : (
    <Desk reads={reads} />
  )
}

const nobody: ReadonlySet<string> = new Set()
const noNames: ReadonlyMap<string, string> = new Map()

/** What there is to do and to know, of the parts that could be read. */
function viewOf({ cases, awards, places, outcomes }: Reads) {
  const known = valueOf(cases)
  const acting = known?.acting ?? nobody
  const today = known?.today ?? ''
  const mine = (all: readonly Case[] = []) => all.filter((one) => isMine(one, acting))
  const quotas = valueOf(places)
  const todo = {
    recommend: mine(known?.submitted),
    review: mine(known?.recommended),
    awards: valueOf(awards) ?? [],
    proposals: toConfirm(quotas?.grids ?? [], acting),
  }
  return {
    known,
    today,
    todo,
    unitNames: known?.unitNames ?? noNames,
    waiting: lines(quotas?.quotas ?? []),
    refused: ofLate(valueOf(outcomes) ?? [], today),
    counted: counted(todo, today),
    allRead: [cases, awards, places, outcomes].every((one) => one.part.state === 'ready'),
  }
}

const valueOf = <T,>({ part }: Read<T>): T | undefined => (part.state === 'ready' ? part.value : undefined)

function Desk({ reads }: { readonly reads: Reads }) {
  const { cases, awards, places, outcomes } = reads
  const view = viewOf(reads)
  const { known, todo, today, unitNames, refused, waiting } = view
  return (
    <div className="page stack office">
      <Head {...view} unions={[...(known?.acting ?? nobody)].map((unit) => unitNames.get(unit) ?? unit)} />
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
      {view.counted.all === 0 && view.allRead && <AllDone />}
      <Part {...cases}>
        {({ submitted, recommended }) => (
          <>
            <ApplicationsToDo kind="recommend" mine={todo.recommend} all={submitted} today={today} reload={cases.reload} />
            <ApplicationsToDo kind="review" mine={todo.review} all={recommended} today={today} reload={cases.reload} />
          </>
        )}
      </Part>
      <Part {...awards}>{(all) => <AwardsToDo awards={all} unitNames={unitNames} reload={awards.reload} />}</Part>
      <Part {...places}>{() => <PlacesToDo grids={todo.proposals} />}</Part>
      <Part {...outcomes}>{() => <RefusedOutcomes outcomes={refused} unitNames={unitNames} />}</Part>
      <WaitingLines lines={waiting} />
    </div>
  )
}

function Head(props: { readonly counted: Counted; readonly allRead: boolean; readonly unions: readonly string[] }) {
  const t = useText(officeText)
  const { all, overdue, soon } = props.counted
  const { allRead, unions } = props
  const standing = all === 0 ? '' : overdue + soon > 0 ? t.flags(overdue, soon) : t.noFlags
  const sub = [allRead ? standing : t.someUnread, unions.length > 0 ? t.actingFor(unions.join(t.and)) : '']
  return (
    <>
      <PageHead title={all === 0 && allRead ? t.done : t.heading(all)} sub={sub.filter(Boolean).join(' · ')}>
        <ActionLink kind="outlined" to="/office/quotas">
          {t.quotas}
        </ActionLink>
        <ActionLink kind="outlined" to="/office/deposits">
          {t.deposit}
        </ActionLink>
      </PageHead>
      {overdue > 0 && <p className="flag">{t.flags(overdue, 0)}</p>}
    </>
  )
}

function AllDone() {
  const t = useText(officeText)
  return (
    <section className="card all-done">
      <InboxIcon size={48} />
      <h2>{t.done}</h2>
      <p className="second">{t.doneMore}</p>
    </section>
  )
}

/** A part of the page that is on its way, failed or there. */
function Part<T>(props: {
  readonly part: Loaded<T>
  readonly reload: () => void
  readonly children: (value: T) => ReactNode
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
