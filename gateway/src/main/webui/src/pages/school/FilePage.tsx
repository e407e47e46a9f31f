import { useCallback, useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { errorRowsPath, readFile, type GraduationFile, type RowStatus } from '../../api/enrollment'
import { day } from '../../format/dates'
import { count } from '../../format/money'
import { CardBones, FailureNotice, Notice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { Release } from './Release'
import { Rows } from './Rows'
import { FileState } from './School'
import { schoolText } from './text'
import './school.css'

const LOOK_AGAIN_MILLIS = 1_500

/** One graduation file: its four counts, the rows to mend, release and receipt. */
export default function FilePage() {
  const { fileId = '' } = useParams()
  const [file, reload] = useLoad(useCallback((signal: AbortSignal) => readFile(fileId, signal), [fileId]))
  const settling = file.state === 'ready' && file.value.state === 'releasing'
  useEffect(() => {
    if (!settling) {
      return
    }
    const timer = setInterval(reload, LOOK_AGAIN_MILLIS)
    return () => clearInterval(timer)
  }, [settling, reload])
  switch (file.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['45%', '30%']} />
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={file.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <FileView file={file.value} reload={reload} />
  }
}

function FileView({ file, reload }: { readonly file: GraduationFile; readonly reload: () => void }) {
  const { locale } = usePreferences()
  const t = useText(schoolText)
  const name = file.name ?? t.unnamed
  useTitle(name)
  const mine = useIsMine(file)
  const { subject } = useSession()
  const [shown, setShown] = useState<RowStatus>(file.refused > 0 ? 'refused' : 'accepted')
  const sub = [
    t.rows(file.rows),
    t.uploadedAt(day(file.uploadedOn, locale)),
    t.uploadedBy(mine),
    file.releasedBy && t.releasedBy(file.releasedBy === subject),
  ].filter(Boolean)
  const releasable = file.state === 'checked' && !mine && file.accepted + file.duplicate > 0
  return (
    <div className="page stack">
      <p className="up">
        <Link to="/school">← {t.toList}</Link>
      </p>
      <PageHead
        title={
          <>
            <span className="verbatim">{name}</span> <FileState state={file.state} />
          </>
        }
        sub={sub.join(' · ')}
      >
        {file.refused > 0 && (
          <a className="button outlined" href={errorRowsPath(file.fileId)} download>
            {t.downloadErrors}
          </a>
        )}
        {releasable && <Release file={file} onReleased={reload} />}
      </PageHead>
      <Standing file={file} />
      <Counts file={file} shown={shown} show={setShown} />
      <Rows key={`${shown} ${file.state}`} file={file} status={shown} />
      <ReceiptLine file={file} />
    </div>
  )
}

/** Whoever uploaded a file is not the one who releases it. */
function useIsMine(file: GraduationFile): boolean {
  return useSession().subject === file.uploadedBy
}

function Standing({ file }: { readonly file: GraduationFile }) {
  const t = useText(schoolText)
  const mine = useIsMine(file)
  switch (file.state) {
    case 'checked':
      if (file.accepted + file.duplicate === 0) {
        return <Notice tone="mend" title={t.allRefusedTitle} />
      }
      return mine ? (
        <Notice tone="wait" title={t.mineTitle}>
          {t.mine}
        </Notice>
      ) : (
        <Notice tone="info" title={t.theirsTitle}>
          {t.theirs}
        </Notice>
      )
    case 'releasing':
      return (
        <Notice tone="info" title={t.releasingTitle}>
          {t.releasingMore}
        </Notice>
      )
    case 'released':
      return (
        <Notice tone="ok" title={t.releasedTitle}>
          {t.released(file.accepted)}
        </Notice>
      )
  }
}

function Counts(props: {
  readonly file: GraduationFile
  readonly shown: RowStatus
  readonly show: (status: RowStatus) => void
}) {
  const t = useText(schoolText)
  const { file } = props
  return (
    <div className="counts">
      <div className="card">
        <span className="figure">{count(file.rows)}</span>
        <span className="second">{t.counts.all}</span>
      </div>
      {(['accepted', 'duplicate', 'refused'] as const).map((status) => (
        <button
          key={status}
          type="button"
          className={`card ${status}`}
          aria-pressed={props.shown === status}
          onClick={() => props.show(status)}
        >
          <span className="figure">{count(file[status])}</span>
          <span className="second">{t.counts[status]}</span>
        </button>
      ))}
    </div>
  )
}

function ReceiptLine({ file }: { readonly file: GraduationFile }) {
  const t = useText(schoolText)
  return (
    <p className="caption">
      {t.receipt(file.fileId)}
      {file.firstIndex !== undefined && file.lastIndex !== undefined && (
        <> · {t.range(file.firstIndex, file.lastIndex)}</>
      )}{' '}
      · <span title={file.digest}>{t.digest(short(file.digest))}</span>
    </p>
  )
}

function short(digest: string): string {
  return digest.length > 12 ? `${digest.slice(0, 6)}…${digest.slice(-4)}` : digest
}
