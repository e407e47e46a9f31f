import { useState, type ReactNode } from 'react'
import { Dialog } from './Dialog'
import { FailureNotice } from './Parts'
import { useSubmit } from './useSubmit'

/** A button whose act is asked about once more; what is refused is said in the question. */
export function Ask(props: {
  readonly kind: 'filled' | 'outlined' | 'quiet'
  readonly words: string
  readonly title: string
  readonly cancel: string
  readonly busyWords: string
  readonly act: (key: string) => Promise<void>
  readonly disabled?: boolean
  /** what one should know, and what one may have to say */
  readonly children?: ReactNode
}) {
  const [asking, setAsking] = useState(false)
  const { submit, busy, failure } = useSubmit(
    [],
    async (key) => {
      await props.act(key)
      setAsking(false)
    },
    () => undefined,
  )
  return (
    <>
      <button type="button" className={`button ${props.kind}`} onClick={() => setAsking(true)}>
        {props.words}
      </button>
      <Dialog open={asking} title={props.title} onClose={() => setAsking(false)}>
        {props.children}
        {failure && <FailureNotice failure={failure} />}
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {props.cancel}
          </button>
          <button
            type="button"
            className="button filled"
            disabled={busy || props.disabled === true}
            onClick={() => void submit()}
          >
            {busy ? props.busyWords : props.words}
          </button>
        </div>
      </Dialog>
    </>
  )
}
