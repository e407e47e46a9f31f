import { useRef, useState } from 'react'
import { releaseFile, type GraduationFile } from '../../api/enrollment'
import { asFailure, type Failure } from '../../api/problem'
import { Dialog } from '../../parts/Dialog'
import { FailureNotice } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { schoolText } from './text'

/** The second person's act: asks once, then every accepted row becomes a fact. */
export function Release({ file, onReleased }: { readonly file: GraduationFile; readonly onReleased: () => void }) {
  const t = useText(schoolText)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const key = useRef(crypto.randomUUID())

  async function release() {
    setBusy(true)
    setFailure(undefined)
    try {
      await releaseFile(file.fileId, key.current)
      setAsking(false)
      onReleased()
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <button type="button" className="button filled" onClick={() => setAsking(true)}>
        {t.release}
      </button>
      <Dialog open={asking} title={t.releaseTitle(file.accepted)} onClose={() => setAsking(false)}>
        <p>{t.releaseMore(file.accepted)}</p>
        <p className="caption">{t.releaseRule}</p>
        {failure && <FailureNotice failure={failure} />}
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {t.cancel}
          </button>
          <button type="button" className="button filled" disabled={busy} onClick={() => void release()}>
            {busy ? t.releasingNow : t.release}
          </button>
        </div>
      </Dialog>
    </>
  )
}
