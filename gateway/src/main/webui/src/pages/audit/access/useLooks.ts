import { useCallback, useEffect, useState } from 'react'
import { readLooks, type Look, type Watched } from '../../../api/access'
import { asFailure, type Failure } from '../../../api/problem'

interface Read {
  readonly items: readonly Look[]
  readonly next: number | undefined
  readonly busy: boolean
  readonly failure: Failure | undefined
}

/** Looks page by page, newest first; `more` goes on, or tries again. */
export function useLooks(watched: Watched, actor: string | undefined, learner: string | undefined) {
  const [read, setRead] = useState<Read>({ items: [], next: undefined, busy: true, failure: undefined })
  const [from, setFrom] = useState<{ readonly before: number | undefined }>({ before: undefined })

  useEffect(() => {
    const abort = new AbortController()
    readLooks(watched, { actor, learner }, from.before, abort.signal)
      .then((page) =>
        setRead((before) => ({
          items: [...before.items, ...page.items],
          next: page.next ?? undefined,
          busy: false,
          failure: undefined,
        })),
      )
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setRead((before) => ({ ...before, busy: false, failure: asFailure(error) }))
        }
      })
    return () => abort.abort()
  }, [watched, actor, learner, from])

  const next = read.next
  const more = useCallback(() => {
    setRead((before) => ({ ...before, busy: true, failure: undefined }))
    setFrom({ before: next })
  }, [next])
  return { ...read, more }
}
