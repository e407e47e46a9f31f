import { useEffect, useMemo, useState } from 'react'
import type { QuotaGrid } from '../../api/quotas'
import { keyOf, readPlaces, type Draft } from './grid'

/** What is typed into cells, by `keyOf`; it may be no number yet. */
export type Typed = Readonly<Record<string, string>>

/** A draft of a grid, kept on this device until it is sent or dropped, so that a lost connection costs no typing. */
export function useDraft(grid: QuotaGrid) {
  const place = `gongxue.draft.quota.${grid.policyId}.${grid.year}`
  const [typed, setTyped] = useState<Typed>(() => kept(place, grid))
  useEffect(() => {
    if (Object.keys(typed).length === 0) {
      localStorage.removeItem(place)
    } else {
      localStorage.setItem(place, JSON.stringify(typed))
    }
  }, [place, typed])

  const draft = useMemo(() => readable(typed), [typed])
  return {
    typed,
    draft,
    type: (cell: string, text: string) => setTyped((now) => ({ ...now, [cell]: text })),
    fill: (more: Draft) =>
      setTyped((now) => ({
        ...now,
        ...Object.fromEntries(Object.entries(more).map(([cell, places]) => [cell, String(places)])),
      })),
    drop: () => setTyped({}),
  }
}

/** The cells that hold a number. */
function readable(typed: Typed): Draft {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([cell, text]) => {
      const places = readPlaces(text)
      return places === undefined ? [] : [[cell, places]]
    }),
  )
}

function kept(place: string, grid: QuotaGrid): Typed {
  const known = new Set(grid.cells.map((cell) => keyOf(cell.unitId, cell.group)))
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return Object.fromEntries(
      Object.entries(read as Record<string, unknown>).flatMap(([cell, text]) =>
        known.has(cell) && typeof text === 'string' ? [[cell, text]] : [],
      ),
    )
  } catch {
    return {}
  }
}
