import { Notice } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { quotaText, type FaultText } from './text'

/** What became of a pasted block or a file. */
export interface FillReport {
  /** cells filled in */
  readonly filled: number
  readonly faults: readonly FaultText[]
}

/** Says how many cells were filled in, and shows each that was not: row, column, value, reason, mend. */
export function Filled({ report }: { readonly report: FillReport }) {
  const t = useText(quotaText)
  const { filled, faults } = report
  return (
    <>
      {filled > 0 && (
        <Notice tone="info" title={t.filled(filled)}>
          {t.filledMore}
        </Notice>
      )}
      {filled === 0 && faults.length === 0 && <Notice tone="wait" title={t.nothingFilled} />}
      {faults.length > 0 && (
        <section className="card" aria-label={t.notFilled(faults.length)}>
          <div className="between">
            <h2>{t.notFilled(faults.length)}</h2>
            {filled > 0 && <span className="second">{t.notFilledMore}</span>}
          </div>
          <table className="table stacking">
            <thead>
              <tr>
                {(['row', 'column', 'value', 'reason', 'mend'] as const).map((what) => (
                  <th key={what} scope="col">
                    {t.faultColumn[what]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {faults.map((fault) => (
                <tr key={`${fault.row} ${fault.column}`}>
                  <th scope="row" data-label={t.faultColumn.row}>
                    {fault.row}
                  </th>
                  <td data-label={t.faultColumn.column}>{fault.column}</td>
                  <td data-label={t.faultColumn.value}>
                    <span className="wrong">{fault.value === '' ? t.blank : fault.value}</span>
                  </td>
                  <td data-label={t.faultColumn.reason}>{fault.reason}</td>
                  <td data-label={t.faultColumn.mend}>{fault.mend}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
