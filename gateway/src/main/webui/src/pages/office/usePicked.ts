import { useMemo, useState } from 'react'
import { ACT_MAX } from '../../api/office'

/** How many lines a list shows at first. */
const SHOWN = 20

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
    /** how many one press picks: those that are shown, as far as one act takes them */
    firstCount: Math.min(listed.length, most, ACT_MAX),
    first: () => setChosen(new Set(listed.slice(0, Math.min(most, ACT_MAX)))),
    none: () => setChosen(new Set()),
    /** how many are shown */
    most,
    showMore: () => setMost((n) => n + ACT_MAX),
  }
}

export type Picked = ReturnType<typeof usePicked>
