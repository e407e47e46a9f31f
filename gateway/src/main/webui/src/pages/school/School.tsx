import { Link } from 'react-router'
import { readFiles, type GraduationFile } from '../../api/enrollment'
import { day } from '../../format/dates'
import { count } from '../../format/money'
import { SheetIcon } from '../../parts/Icons'
import { Blank, Bones, FailureNotice, PageHead, Tag } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { usePreferences, useText } from '../../text/locale'
import { DropZone } from './DropZone'
import { schoolText } from './text'
import './school.css'

/** Graduation files of the registrar's university: bring one in, see what came of the others. */
export default function School() {
  const t = useText(schoolText)
  useTitle(t.title)
  const [files, reload] = useLoad(readFiles)
  return (
    <div className="page stack">
      <PageHead title={t.title} sub={t.sub} />
      <DropZone />
      {files.state === 'failed' && <FailureNotice failure={files.failure} retry={reload} />}
      {files.state === 'loading' && (
        <section className="card">
          <Bones lines={['30%', '100%', '100%', '100%']} />
        </section>
      )}
      {files.state === 'ready' &&
        (files.value.length === 0 ? (
          <Blank picture={<SheetIcon size={56} />} title={t.none}>
            <p>{t.noneMore}</p>
          </Blank>
        ) : (
          <FileList files={files.value} />
        ))}
    </div>
  )
}

function FileList({ files }: { readonly files: readonly GraduationFile[] }) {
  const { locale } = usePreferences()
  const t = useText(schoolText)
  return (
    <section className="card" aria-label={t.files}>
      <h2>{t.files}</h2>
      <table className="table stacking files">
        <thead>
          <tr>
            <th scope="col">{t.column.file}</th>
            <th scope="col">{t.column.uploaded}</th>
            <th scope="col" className="number">{t.column.rows}</th>
            <th scope="col" className="number">{t.column.accepted}</th>
            <th scope="col" className="number">{t.column.duplicate}</th>
            <th scope="col" className="number">{t.column.refused}</th>
            <th scope="col">{t.column.state}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.fileId}>
              <th scope="row">
                <Link className="verbatim" to={`/school/files/${encodeURIComponent(file.fileId)}`}>
                  {file.name ?? t.unnamed}
                </Link>
              </th>
              <td data-label={t.column.uploaded}>{day(file.uploadedOn, locale)}</td>
              <td data-label={t.column.rows} className="number">{count(file.rows)}</td>
              <td data-label={t.column.accepted} className="number">{count(file.accepted)}</td>
              <td data-label={t.column.duplicate} className="number">{count(file.duplicate)}</td>
              <td data-label={t.column.refused} className={file.refused > 0 ? 'number mend' : 'number'}>
                {count(file.refused)}
              </td>
              <td data-label={t.column.state}>
                <FileState state={file.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function FileState({ state }: { readonly state: GraduationFile['state'] }) {
  const t = useText(schoolText)
  return <Tag tone={state === 'released' ? 'ok' : 'wait'}>{t.state[state]}</Tag>
}
