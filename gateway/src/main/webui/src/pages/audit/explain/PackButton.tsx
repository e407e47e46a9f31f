import { useState } from 'react'
import { download } from '../../../api/download'
import { asFailure, type Failure } from '../../../api/problem'
import { FailureNotice } from '../../../parts/Parts'
import { useText } from '../../../text/locale'
import { explainText } from './text'

/** Makes the pack and saves it; what stands in the way is said here instead of in a file. */
export function PackButton({ path, name }: { readonly path: string; readonly name: string }) {
  const t = useText(explainText)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function fetchPack() {
    setBusy(true)
    setFailure(undefined)
    try {
      await download('GET', path, name)
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <button type="button" className="button filled" disabled={busy} onClick={() => void fetchPack()}>
        {t.pack}
      </button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
