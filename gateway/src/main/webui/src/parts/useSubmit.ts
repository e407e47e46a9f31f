import { useRef, useState } from 'react'
import { asFailure, messageFor, Refused, type Failure } from '../api/problem'

/** A field and what is wrong with it. */
export interface FieldError<Name extends string> {
  readonly name: Name
  readonly errors: string[]
}

/**
 * Sends what somebody filled in. An answer of no goes beside the fields it names; whatever it does not name is `failure`. Without an
 * answer the same act is sent again under the same key, so that nothing happens twice.
 */
export function useSubmit<Name extends string>(
  names: readonly Name[],
  send: (key: string) => Promise<void>,
  show: (errors: FieldError<Name>[]) => void,
) {
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const key = useRef(crypto.randomUUID())

  async function submit(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await send(key.current)
      key.current = crypto.randomUUID()
    } catch (error) {
      const failed = asFailure(error)
      const errors = failed instanceof Refused ? fieldErrors(names, failed) : []
      if (failed instanceof Refused) {
        key.current = crypto.randomUUID()
      }
      show(errors)
      setFailure(errors.length > 0 ? undefined : failed)
    } finally {
      setBusy(false)
    }
  }

  return { submit, busy, failure }
}

function fieldErrors<Name extends string>(names: readonly Name[], refused: Refused): FieldError<Name>[] {
  return names.flatMap((name) => {
    const message = messageFor(refused.problem, name)
    return message ? [{ name, errors: [message] }] : []
  })
}
