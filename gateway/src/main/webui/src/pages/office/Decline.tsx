import { useState } from 'react'
import { Ask } from '../../parts/Ask'
import { Choice } from '../../parts/Choice'
import { useText } from '../../text/locale'
import { officeText } from './text'

/** A no with its reason. */
export function Decline(props: {
  /** how many it is about; none cannot be declined */
  readonly n: number
  readonly title: (n: number) => string
  readonly reasons: readonly { readonly value: string; readonly label: string }[]
  readonly decline: (reason: string) => Promise<void>
}) {
  const t = useText(officeText)
  const [reason, setReason] = useState<string>()
  if (props.n === 0) {
    return (
      <button type="button" className="button outlined" disabled>
        {t.review.refuse}
      </button>
    )
  }
  return (
    <Ask
      kind="outlined"
      words={t.review.refuse}
      title={props.title(props.n)}
      cancel={t.cancel}
      busyWords={t.acting}
      disabled={reason === undefined}
      act={() => (reason === undefined ? Promise.resolve() : props.decline(reason))}
    >
      <p>{t.review.refuseMore}</p>
      <label>
        {t.review.reason}
        <Choice
          placeholder={t.review.choose}
          options={props.reasons}
          {...(reason ? { value: reason } : {})}
          onChange={setReason}
        />
      </label>
    </Ask>
  )
}
