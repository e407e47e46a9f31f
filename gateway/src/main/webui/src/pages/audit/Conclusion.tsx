import type { FundLine, Replay } from '../../api/reward'
import { count, yuan } from '../../format/money'
import { Notice } from '../../parts/Parts'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { valueText, whatText } from './difference'
import { OutcomeTag } from './OutcomeTag'
import { auditText } from './text'
import { differencesOf } from './verdict'

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
      {replay.state === 'finished' && <Figures replay={replay} />}
      {replay.funds.length > 0 && <Funds funds={replay.funds} />}
      <p className="second honest">{t.honest}</p>
      {replay.digest && (
        <p className="caption" title={replay.digest}>
          {t.report(`${replay.digest.slice(0, 8)}…`, replay.logIndex ?? undefined)}
        </p>
      )}
    </section>
  )
}

function Figures({ replay }: { readonly replay: Replay }) {
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

const money = (fen: number | null | undefined) => (typeof fen === 'number' ? yuan(fen) : '—')
const number = (n: number | null | undefined) => (typeof n === 'number' ? count(n) : '—')

const owed = (fund: FundLine) => fund.payableFen + fund.inTransitFen

function Funds({ funds }: { readonly funds: readonly FundLine[] }) {
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

/** What does not agree, and what was not there to be checked. */
export function Findings({ replay }: { readonly replay: Replay }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  return (
    <>
      {replay.gaps.length > 0 && (
        <section className="card" aria-label={t.gaps}>
          <h2>{t.gaps}</h2>
          <p className="second">{t.gapsMore}</p>
          <ul className="gaps">
            {replay.gaps.map((gap) => (
              <li key={gap.from}>{t.gap(gap.from, gap.to)}</li>
            ))}
          </ul>
        </section>
      )}
      {replay.differences.length > 0 && (
        <section className="card" aria-label={t.differences(differencesOf(replay))}>
          <h2>{t.differences(differencesOf(replay))}</h2>
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{t.difference.what}</th>
                <th scope="col" className="number">{t.difference.index}</th>
                <th scope="col" className="number">{t.difference.live}</th>
                <th scope="col" className="number">{t.difference.replayed}</th>
              </tr>
            </thead>
            <tbody>
              {replay.differences.map((one) => (
                <tr key={`${one.what} ${one.index}`}>
                  <th scope="row">{whatText(one.what, locale)}</th>
                  <td data-label={t.difference.index} className="number">{count(one.index)}</td>
                  <td data-label={t.difference.live} className="number">
                    <span className="wrong">{valueText(one.what, one.live, locale)}</span>
                  </td>
                  <td data-label={t.difference.replayed} className="number">
                    {valueText(one.what, one.replayed, locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
