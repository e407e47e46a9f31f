import { Link } from 'react-router'
import { reportPath, type Decided, type FundLine, type Replay } from '../../api/reward'
import { count, yuan } from '../../format/money'
import { Notice } from '../../parts/Parts'
import { common } from '../../text/common'
import { useText } from '../../text/locale'
import { OutcomeTag } from './OutcomeTag'
import { auditText } from './text'
import { differencesOf } from './verdict'
import { addressOf } from './words'

/** The verdict with its numbers and funds. */
export function Conclusion({ replay }: { readonly replay: Replay }) {
  const t = useText(auditText)
  return (
    <section className="card" aria-label={t.conclusion}>
      <div className="between">
        <h2>{t.conclusion}</h2>
        <OutcomeTag replay={replay} />
      </div>
      {replay.state === 'failed' && replay.failure && (
        <Notice tone="mend">
          <p>{replay.failure}</p>
        </Notice>
      )}
      {replay.state === 'finished' && <Sums replay={replay} />}
      {replay.decided && <DecidedAgain decided={replay.decided} />}
      {replay.funds.length > 0 && <Funds funds={replay.funds} />}
      <p className="second honest">{t.honest}</p>
      {replay.digest && (
        <p className="caption" title={replay.digest}>
          {t.report(`${replay.digest.slice(0, 8)}…`, replay.logIndex ?? undefined)} ·{' '}
          <a href={reportPath(replay.replayId)} download={`${replay.replayId}.json`}>
            {t.downloadReport}
          </a>
        </p>
      )}
    </section>
  )
}

/** What a replay worked out: balances, the tree, or on a page of its own what another policy would have paid. */
function Sums({ replay }: { readonly replay: Replay }) {
  const t = useText(auditText)
  switch (replay.mode) {
    case 'verify':
      return <Tree replay={replay} />
    case 'what-if':
      return (
        <p>
          <Link to={addressOf(replay)}>{t.seeWhatIf}</Link>
        </p>
      )
    default:
      return <Figures replay={replay} />
  }
}

/** The sums of a replay. */
export function Figures({ replay }: { readonly replay: Replay }) {
  const t = useText(auditText)
  const c = useText(common)
  const figures = [
    { words: t.figure.net, value: money(replay.netPaidFen), unit: c.yuan },
    { words: t.figure.owed, value: money(replay.owedFen), unit: c.yuan },
    { words: t.figure.confirmed, value: number(replay.confirmedPayments), unit: t.payments },
    { words: t.figure.differences, value: count(differencesOf(replay)), unit: t.places },
  ]
  return (
    <dl className="figures">
      {figures.map((one) => (
        <div key={one.words}>
          <dt className="second">{one.words}</dt>
          <dd>
            <span className="figure">{one.value}</span> <span className="unit">{one.unit}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The tree as it was worked out from the topic: what one compares with a checkpoint. */
function Tree({ replay }: { readonly replay: Replay }) {
  const t = useText(auditText)
  return (
    <dl className="figures">
      <div>
        <dt className="second">{t.tree.size}</dt>
        <dd>
          <span className="figure">{replay.tree ? count(replay.tree.size) : '—'}</span>
        </dd>
      </div>
      <div>
        <dt className="second">{t.tree.root}</dt>
        <dd className="mono">{replay.tree?.root ?? t.tree.none}</dd>
      </div>
    </dl>
  )
}

/** The counts of a replay that decides: what was decided again, and what was taken as it was recorded. */
function DecidedAgain({ decided }: { readonly decided: Decided }) {
  const t = useText(auditText).decided
  const lines = (['inputs', 'commands', 'eventsCompared', 'taken', 'inputsRecorded', 'inputsMissing'] as const).filter(
    (one) => one !== 'inputsMissing' || decided.inputsMissing > 0,
  )
  return (
    <>
      <h3>{t.title}</h3>
      <ul className="decided">
        {lines.map((one) => (
          <li key={one} className={one === 'inputsMissing' ? 'wrong' : ''}>
            <strong>{count(decided[one])}</strong> {t[one]}
          </li>
        ))}
      </ul>
    </>
  )
}

const money = (fen: number | null | undefined) => (typeof fen === 'number' ? yuan(fen) : '—')
const number = (n: number | null | undefined) => (typeof n === 'number' ? count(n) : '—')

const owed = (fund: FundLine) => fund.payableFen + fund.inTransitFen

/** The funds with what is in each. */
export function Funds({ funds }: { readonly funds: readonly FundLine[] }) {
  const t = useText(auditText)
  const columns = [
    { words: t.fund.appropriated, of: (fund: FundLine) => fund.appropriatedFen },
    { words: t.fund.held, of: (fund: FundLine) => fund.heldFen },
    { words: t.fund.owed, of: owed },
    { words: t.fund.paid, of: (fund: FundLine) => fund.paidFen },
    { words: t.fund.available, of: (fund: FundLine) => fund.availableFen },
  ]
  return (
    <>
      <table className="table stacking">
        <thead>
          <tr>
            <th scope="col">{t.fund.fund}</th>
            {columns.map((column) => (
              <th scope="col" className="number" key={column.words}>
                {column.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {funds.map((fund) => (
            <tr key={fund.fundId}>
              <th scope="row">{fund.name.includes(String(fund.year)) ? fund.name : `${fund.name} ${fund.year}`}</th>
              {columns.map((column) => (
                <td className="number" data-label={column.words} key={column.words}>
                  {yuan(column.of(fund))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {funds.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              {columns.map((column) => (
                <td className="number" data-label={column.words} key={column.words}>
                  {yuan(funds.reduce((sum, fund) => sum + column.of(fund), 0))}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      <p className="caption">{t.fundNote}</p>
    </>
  )
}
