import { useState, type ReactNode } from 'react'
import { proposePlaces, type Cell, type QuotaGrid, type ReasonCode } from '../../api/quotas'
import { Notice, PageHead } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { Filled, type FillReport } from './Filled'
import { FillIn } from './FillIn'
import { changesOf, isFresh, totalsOf, type Divides, type Draft } from './grid'
import { PlacesTable } from './PlacesTable'
import { ProposalCard } from './ProposalCard'
import { SendBar } from './SendBar'
import { faultText, quotaText } from './text'
import { Totals } from './Totals'
import { useDraft } from './useDraft'
import { WaitingLine } from './WaitingLine'

type Said = 'proposed' | 'confirmed' | 'rejected'

/** One grid: how full it is, and what somebody wants to change in it. */
export function GridPage(props: {
  readonly grid: QuotaGrid
  /** absent for who only looks */
  readonly divides: Divides | undefined
  /** whether one sees the units of the whole city */
  readonly seesAll: boolean
  readonly chooser: ReactNode
  readonly reload: () => void
}) {
  const t = useText(quotaText)
  const { locale } = usePreferences()
  const { grid, divides, reload } = props
  const mayDivide = divides !== undefined && grid.cells.some((cell) => divides(cell.unitId))
  const draft = useDraft(grid)
  const [restored] = useState(() => Object.keys(draft.typed).length > 0)
  const [editing, setEditing] = useState(restored)
  const [said, setSaid] = useState<Said>()
  const [line, setLine] = useState<Cell>()
  const [report, setReport] = useState<FillReport>()
  const proposal = grid.proposal ?? undefined
  const changing = editing && mayDivide && !proposal
  const totals = totalsOf(grid, changing ? draft.draft : {})

  function end(with_: Said | undefined) {
    setEditing(false)
    setSaid(with_)
    setReport(undefined)
    draft.drop()
    reload()
  }

  function take(filled: Draft, faults: FillReport['faults']) {
    draft.fill(filled)
    setReport({ filled: Object.keys(filled).length, faults })
  }

  return (
    <div className="page stack quotas">
      <PageHead
        title={t.heading(grid.year, grid.name)}
        sub={`${t.standing(sum(totals, 'before'), sum(totals, 'used'), sum(totals, 'waiting'))} · ${t.version(grid.policyVersion)}`}
      >
        {mayDivide && !proposal && !changing && (
          <button type="button" className="button filled" onClick={() => setEditing(true)}>
            {isFresh(grid) ? t.allot : t.edit}
          </button>
        )}
        {changing && divides && <FillIn grid={grid} divides={divides} onFilled={take} />}
      </PageHead>
      {props.chooser}
      {said && !changing && <Notice tone={said === 'rejected' ? 'info' : 'ok'} title={t[said]} />}
      {!mayDivide && <p className="second">{t.readOnly}</p>}
      {mayDivide && !props.seesAll && <p className="second">{t.ownSums}</p>}
      {restored && changing && <Notice tone="info">{t.kept}</Notice>}
      {proposal && (
        <ProposalCard
          grid={grid}
          proposal={proposal}
          maySettle={divides !== undefined && proposal.cells.every((cell) => divides(cell.unitId))}
          onSettled={(how) => {
            setSaid(how)
            reload()
          }}
        />
      )}
      <Totals totals={totals} seesAll={props.seesAll} />
      {changing && report && <Filled report={report} />}
      <PlacesTable
        grid={grid}
        {...(changing ? { draft } : {})}
        divides={divides ?? noOne}
        onPasted={(placed) => take(placed.draft, placed.faults.map((one) => faultText(one, locale)))}
        showLine={setLine}
      />
      {changing && (
        <SendBar
          grid={grid}
          draft={draft}
          changes={changesOf(grid, draft.draft)}
          onDrop={() => end(undefined)}
          send={async (reasonCode: ReasonCode, key: string) => {
            const cells = changesOf(grid, draft.draft).map(({ cell, after }) => ({
              unitId: cell.unitId,
              group: cell.group,
              places: after,
            }))
            await proposePlaces(grid, reasonCode, cells, key)
            end('proposed')
          }}
        />
      )}
      <WaitingLine cell={line} onClose={() => setLine(undefined)} />
    </div>
  )
}

const noOne: Divides = () => false

function sum(totals: ReturnType<typeof totalsOf>, what: 'before' | 'used' | 'waiting'): number {
  return totals.reduce((all, one) => all + one[what], 0)
}
