import { useCallback, useState } from 'react'
import { readRows, type FileRow, type GraduationFile, type RowStatus } from '../../api/enrollment'
import type { Page } from '../../api/http'
import { asFailure, type Failure } from '../../api/problem'
import { count } from '../../format/money'
import { Bones, FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useText } from '../../text/locale'
import { schoolText } from './text'

/** The rows of one kind; those to mend with column, value, reason and mend, in that order. */
export function Rows({ file, status }: { readonly file: GraduationFile; readonly status: RowStatus }) {
  const t = useText(schoolText)
  const [first, reload] = useLoad(
    useCallback((signal: AbortSignal) => readRows(file.fileId, status, undefined, signal), [file.fileId, status]),
  )
  if (file[status] === 0) {
    return status === 'refused' ? <p className="second">{t.noneRefused}</p> : null
  }
  return (
    <section className="card" aria-label={t.list[status](file[status])}>
      <div className="between">
        <h2>{t.list[status](file[status])}</h2>
        <span className="second">{t.hint[status]}</span>
      </div>
      {first.state === 'loading' && <Bones lines={['100%', '100%', '100%']} />}
      {first.state === 'failed' && <FailureNotice failure={first.failure} retry={reload} />}
      {first.state === 'ready' && <Pages file={file} status={status} first={first.value} />}
    </section>
  )
}

function Pages(props: { readonly file: GraduationFile; readonly status: RowStatus; readonly first: Page<FileRow> }) {
  const t = useText(schoolText)
  const [rows, setRows] = useState(props.first.items)
  const [next, setNext] = useState(props.first.next)
  const [failure, setFailure] = useState<Failure>()

  async function more(cursor: string) {
    setFailure(undefined)
    try {
      const page = await readRows(props.file.fileId, props.status, cursor)
      setRows((shown) => [...shown, ...page.items])
      setNext(page.next)
    } catch (error) {
      setFailure(asFailure(error))
    }
  }

  return (
    <>
      {props.status === 'refused' ? <ToMend rows={rows} /> : <Settled rows={rows} status={props.status} />}
      {failure && <FailureNotice failure={failure} />}
      {next && (
        <button type="button" className="button outlined" onClick={() => void more(next)}>
          {t.more}
        </button>
      )}
    </>
  )
}

function ToMend({ rows }: { readonly rows: readonly FileRow[] }) {
  const t = useText(schoolText)
  return (
    <table className="table stacking">
      <thead>
        <tr>
          {(['row', 'studentNumber', 'column', 'value', 'reason', 'mend'] as const).map((name) => (
            <th key={name} scope="col">
              {t.row[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          row.reasons.map((reason) => (
            <tr key={`${row.row} ${reason.code} ${reason.column}`}>
              <th scope="row" data-label={t.row.row}>
                {row.row}
              </th>
              <td data-label={t.row.studentNumber}>{row.studentNumber}</td>
              <td data-label={t.row.column}>{reason.column}</td>
              <td data-label={t.row.value}>
                <span className="wrong">{reason.value || t.blankCell}</span>
              </td>
              <td data-label={t.row.reason}>{reason.reason}</td>
              <td data-label={t.row.mend}>{reason.mend}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function Settled({ rows, status }: { readonly rows: readonly FileRow[]; readonly status: RowStatus }) {
  const t = useText(schoolText)
  const withReason = status === 'duplicate'
  return (
    <table className="table stacking">
      <thead>
        <tr>
          <th scope="col">{t.row.row}</th>
          <th scope="col">{t.row.studentNumber}</th>
          {withReason && <th scope="col">{t.row.reason}</th>}
          <th scope="col" className="number">
            {t.row.index}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row" data-label={t.row.row}>
              {row.row}
            </th>
            <td data-label={t.row.studentNumber}>{row.studentNumber}</td>
            {withReason && <td data-label={t.row.reason}>{row.reasons[0]?.reason}</td>}
            <td data-label={t.row.index} className="number">
              {row.index === undefined ? <span className="caption">{t.noIndex}</span> : count(row.index)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
