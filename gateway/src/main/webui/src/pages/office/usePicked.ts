import { useMemo, useState } from 'react'
import { ACT_MAX } from '../../api/office'

/** How many lines a list shows at first, and how many more each time. */
export const SHOWN = ACT_MAX

/** Which of the listed one picked, at most as many as one act takes. What is no longer listed is no longer picked. */
export function usePicked(listed: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [most, setMost] = useState(SHOWN)
  const picked = useMemo(() => listed.filter((id) => chosen.has(id)), [listed, chosen])
  return {
    picked,
    has: (id: string) => chosen.has(id),
    full: picked.length >= ACT_MAX,
    toggle: (id: string) =>
      setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id])),
    first: () => setChosen(new Set(listed.slice(0, ACT_MAX))),
    none: () => setChosen(new Set()),
    /** how many are shown */
    most,
    showMore: () => setMost((n) => n + SHOWN),
  }
}

export type Picked = ReturnType<typeof usePicked>
