import { confirmPlaces, rejectPlaces, type Proposal, type QuotaGrid } from '../../api/quotas'
import { count } from '../../format/money'
import { Ask } from '../../parts/Ask'
import { useText } from '../../text/locale'
import { changesOf, draftOf, totalsOf, type Change } from './grid'
import { quotaText } from './text'

/** What somebody proposed: each cell before and after, and the second person's part. */
export function ProposalCard(props: {
  readonly grid: QuotaGrid
  readonly proposal: Proposal
  readonly maySettle: boolean
  readonly onSettled: (how: 'confirmed' | 'rejected') => void
}) {
  const t = useText(quotaText)
  const { proposal, maySettle } = props
  const mine = proposal.proposedByMe
  const reason = t.reasons[proposal.reasonCode]
  const n = proposal.cells.length
  const title = mine ? t.proposalMine(reason, n) : maySettle ? t.proposalTheirs(reason, n) : t.proposalWatch(reason, n)
  return (
    <section className="card proposal" aria-label={title}>
      <div className="between">
        <h2>{title}</h2>
        <span className="caption">{t.proposalNumber(proposal.number, short(proposal.digest))}</span>
      </div>
      {maySettle && <p className="second">{mine ? t.proposalMineMore : t.proposalTheirsMore}</p>}
      <BeforeAndAfter {...props} />
      {maySettle && <Settle {...props} />}
    </section>
  )
}

function Settle(props: {
  readonly grid: QuotaGrid
  readonly proposal: Proposal
  readonly onSettled: (how: 'confirmed' | 'rejected') => void
}) {
  const t = useText(quotaText)
  const { grid, proposal } = props
  const common = { cancel: t.cancel, busyWords: t.doing }
  return (
    <div className="actions">
      <Ask
        {...common}
        kind="outlined"
        words={proposal.proposedByMe ? t.withdraw : t.reject}
        title={proposal.proposedByMe ? t.withdrawTitle : t.rejectTitle}
        act={async (key) => {
          await rejectPlaces(grid, proposal, key)
          props.onSettled('rejected')
        }}
      >
        <p>{t.rejectMore}</p>
      </Ask>
      {!proposal.proposedByMe && (
        <Ask
          {...common}
          kind="filled"
          words={t.confirm}
          title={t.confirmTitle(proposal.cells.length)}
          act={async (key) => {
            await confirmPlaces(grid, proposal, key)
            props.onSettled('confirmed')
          }}
        >
          <p>{t.confirmMore(short(proposal.digest))}</p>
        </Ask>
      )}
    </div>
  )
}

function BeforeAndAfter(props: {
  readonly grid: QuotaGrid
  readonly proposal: Proposal
}) {
  const t = useText(quotaText)
  const { grid, proposal } = props
  const draft = draftOf(proposal.cells)
  const changes = changesOf(grid, draft)
  const totals = totalsOf(grid, draft).filter((one) => changes.some((change) => change.cell.group === one.group))
  return (
    <div className="scroller before-after" role="region" aria-label={t.proposalList} tabIndex={0}>
      <table className="table quads">
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="number">{t.before}</th>
            <th scope="col" className="number">{t.after}</th>
            <th scope="col" className="number">{t.change}</th>
            <th scope="col" className="number">{t.used}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <ChangeLine key={change.cell.cellId} change={change} />
          ))}
        </tbody>
        <tfoot>
          {totals.map((one) => (
            <tr key={one.group}>
              <th scope="row">
                {t.groupTotal} {t.group(one.group)}
                <span className="second">{t.ofCeiling(one.ceiling)}</span>
              </th>
              <Numbers before={one.before} after={one.places} used={one.used} />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}

function ChangeLine({ change }: { readonly change: Change }) {
  const t = useText(quotaText)
  return (
    <tr>
      <th scope="row">
        {change.cell.unitName} {t.group(change.cell.group)}
      </th>
      <Numbers before={change.before} after={change.after} used={change.cell.used} />
    </tr>
  )
}

function Numbers({ before, after, used }: { readonly before: number; readonly after: number; readonly used: number }) {
  const t = useText(quotaText)
  const change = after - before
  return (
    <>
      <td className="number" data-label={t.before}>{count(before)}</td>
      <td className="number" data-label={t.after}><strong>{count(after)}</strong></td>
      <td className="number" data-label={t.change}>{change > 0 ? `+${count(change)}` : change < 0 ? `−${count(-change)}` : 0}</td>
      <td className="number" data-label={t.used}>{count(used)}</td>
    </>
  )
}

const short = (digest: string): string => (digest.length > 12 ? `${digest.slice(0, 6)}…${digest.slice(-4)}` : digest)
