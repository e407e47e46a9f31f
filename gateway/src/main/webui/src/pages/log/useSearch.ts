import { useCallback, useEffect, useState } from 'react'
import { readEvents, type LogEvent, type LogQuery } from '../../api/log'
import { asFailure, type Failure } from '../../api/problem'
import type { ServiceName } from '../../api/services'

const PAGE = 50

/** How far a search has come. A search that runs out of its time goes on by itself until a page is full. */
export interface Search {
  readonly items: readonly LogEvent[]
  readonly lastIndex: number | undefined
  /** where it goes on; undefined at the end, or before the first answer */
  readonly next: number | undefined
  readonly busy: boolean
  readonly failure: Failure | undefined
}

const begun: Search = { items: [], lastIndex: undefined, next: undefined, busy: true, failure: undefined }

/** Looks for events page by page; `more` looks further back, `stop` leaves it where it is, `again` begins anew. */
export function useSearch(service: ServiceName, query: LogQuery) {
  const [search, setSearch] = useState<Search>(begun)
  const [round, setRound] = useState({ number: 0, from: undefined as number | undefined, stopped: false })
  const asked = `${service} ${JSON.stringify(query)}`

  useEffect(() => setRound((r) => ({ number: r.number + 1, from: undefined, stopped: false })), [asked])

  useEffect(() => {
    if (round.number === 0 || round.stopped) {
      return undefined
    }
    const abort = new AbortController()
    setSearch((s) => (round.from === undefined ? begun : { ...s, busy: true, failure: undefined }))
    look(service, query, round.from, abort.signal, setSearch).catch((error: unknown) => {
      if (!abort.signal.aborted) {
        setSearch((s) => ({ ...s, busy: false, failure: asFailure(error) }))
      }
    })
    return () => abort.abort()
    // `asked` begins a round; the round holds what to ask
  }, [round])

  const next = search.next
  return {
    ...search,
    more: useCallback(() => setRound((r) => ({ number: r.number + 1, from: next, stopped: false })), [next]),
    again: useCallback(() => setRound((r) => ({ ...r, number: r.number + 1, stopped: false })), []),
    stop: useCallback(() => {
      setRound((r) => ({ ...r, stopped: true }))
      setSearch((s) => ({ ...s, busy: false }))
    }, []),
  }
}

async function look(
  service: ServiceName,
  query: LogQuery,
  from: number | undefined,
  signal: AbortSignal,
  set: (change: (before: Search) => Search) => void,
): Promise<void> {
  let before = from
  let found = 0
  for (;;) {
    const page = await readEvents(service, query, before, PAGE - found, signal)
    found += page.items.length
    before = page.next ?? undefined
    const on = page.outOfTime && found < PAGE && before !== undefined
    set((s) => ({
      items: [...s.items, ...page.items],
      lastIndex: page.lastIndex,
      next: before,
      busy: on,
      failure: undefined,
    }))
    if (!on) {
      return
    }
  }
}
