import { day } from '../../format/dates'
import { Notice } from '../../parts/Parts'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import type { ReadyRow, SettledRow, StrangerRow } from './checkRows'
import type { PastedRow } from './depositRows'
import { officeText } from './text'

/** Rows that cannot be taken: row, column, value, reason, mend. ID numbers are shown by their last four characters. */
export function RowsToMend(props: { readonly rows: readonly PastedRow[]; readonly strangers: readonly StrangerRow[] }) {
  const t = useText(officeText)
  const faults = [
    ...props.rows.flatMap(({ row, faults: all }) =>
      all.map(({ column, value, why }) => ({
        row,
        column: t.columnName[column],
        value: column === 'idNumber' ? masked(value) : value,
        reason: t.fault[why][0],
        mend: t.fault[why][1],
      })),
    ),
    ...props.strangers.map(({ row, idNumber, problem }) => ({
      row,
      column: t.columnName.idNumber,
      value: masked(idNumber),
      reason: problem.detail ?? t.unknownPerson,
      mend: t.unknownPersonMend,
    })),
  ].sort((a, b) => a.row - b.row)
  if (faults.length === 0) {
    return null
  }
  const rows = new Set(faults.map((one) => one.row)).size
  return (
    <section className="card" aria-label={t.toMend(rows)}>
      <div className="between">
        <h2>{t.toMend(rows)}</h2>
        <span className="second">{t.toMendMore}</span>
      </div>
      <table className="table stacking">
        <thead>
          <tr>
            {(['row', 'column', 'value', 'reason', 'mend'] as const).map((what) => (
              <th key={what} scope="col">
                {t.rowColumn[what]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.row} ${fault.column}`}>
              <th scope="row" data-label={t.rowColumn.row}>{fault.row}</th>
              <td data-label={t.rowColumn.column}>{fault.column}</td>
              <td data-label={t.rowColumn.value}>
                <span className="wrong">{fault.value === '' ? t.blank : fault.value}</span>
              </td>
              <td data-label={t.rowColumn.reason}>{fault.reason}</td>
              <td data-label={t.rowColumn.mend}>{fault.mend}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const masked = (idNumber: string): string => (/^\d{17}[\dXx]$/.test(idNumber) ? `…${idNumber.slice(-4)}` : idNumber)

/** Rows as they were understood, with the workers found. */
export function CertificatesRead({ ready }: { readonly ready: readonly ReadyRow[] }) {
  const t = useText(officeText)
  const c = useText(common)
  const { locale } = usePreferences()
  return (
    <table className="table stacking">
      <thead>
        <tr>
          {(['row', 'person', 'certificate', 'level', 'on'] as const).map((what) => (
            <th key={what} scope="col">
              {t.rowColumn[what]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ready.map(({ row, found, certificate }) => (
          <tr key={row}>
            <th scope="row" data-label={t.rowColumn.row}>{row}</th>
            <td data-label={t.rowColumn.person}>{found.name}</td>
            <td data-label={t.rowColumn.certificate}>
              {certificate.occupationName} <span className="caption">…{certificate.certificateNumber.slice(-4)}</span>
            </td>
            <td data-label={t.rowColumn.level}>{c.skill[certificate.level]}</td>
            <td data-label={t.rowColumn.on}>{day(certificate.issuedOn, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What became of each certificate: how many are recognized, and each that is not with its reasons. */
export function Settled({ rows }: { readonly rows: readonly SettledRow[] }) {
  const t = useText(officeText)
  const recognized = rows.filter((one) => one.result.status === 'accepted').length
  const duplicates = rows.filter((one) => one.result.status === 'duplicate').length
  const refused = rows.filter((one) => one.result.status === 'refused')
  return (
    <>
      {recognized > 0 && (
        <Notice tone="ok" title={t.recognized(recognized)}>
          {t.recognizedMore}
        </Notice>
      )}
      {duplicates > 0 && <Notice tone="info" title={t.duplicates(duplicates)} />}
      {refused.length > 0 && (
        <Notice tone="mend" title={t.notRecognized(refused.length)} urgent>
          <ul className="not-done">
            {refused.map(({ ready, result }) => (
              <li key={ready.row}>
                <strong>
                  {t.rowColumn.row} {ready.row} {ready.found.name}
                </strong>{' '}
                {(result.reasons ?? []).map((reason) => (
                  <span key={reason.code}>
                    {reason.text} <span className="caption">{reason.code}</span>{' '}
                  </span>
                ))}
                {result.problem && (
                  <>
                    {result.problem.detail} <span className="caption">{result.problem.code}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
