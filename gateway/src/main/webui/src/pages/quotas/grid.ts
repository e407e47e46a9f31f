import { WHOLE, type Cell, type Ceiling, type CellPlaces, type QuotaGrid, type ReasonCode } from '../../api/quotas'

/** A unit's row of the grid. */
export interface Row {
  readonly unitId: string
  readonly unitName: string
  /** by group; a unit may lack one */
  readonly cells: Readonly<Record<string, Cell>>
}

/** The places somebody wants cells to have, by `keyOf`; a cell that is not in it keeps what it has. */
export type Draft = Readonly<Record<string, number>>

export const keyOf = (unitId: string, group: string): string => `${unitId} ${group}`

/** Units in the order the service gave them. */
export function rowsOf(cells: readonly Cell[]): readonly Row[] {
  const rows = new Map<string, { unitId: string; unitName: string; cells: Record<string, Cell> }>()
  for (const cell of cells) {
    const row = rows.get(cell.unitId) ?? { unitId: cell.unitId, unitName: cell.unitName, cells: {} }
    row.cells[cell.group] = cell
    rows.set(cell.unitId, row)
  }
  return [...rows.values()]
}

/** What the places of a group come to, over the cells one sees, against what all units together may have. */
export interface GroupTotal {
  readonly group: string
  readonly ceiling: number
  /** with the draft */
  readonly places: number
  /** without the draft */
  readonly before: number
  readonly used: number
  readonly waiting: number
}

export function totalsOf(grid: QuotaGrid, draft: Draft): readonly GroupTotal[] {
  return grid.groups.map((group) => {
    const cells = grid.cells.filter((cell) => cell.group === group)
    return {
      group,
      ceiling: ceilingOf(grid.ceilings, group),
      before: sum(cells, (cell) => cell.places),
      places: sum(cells, (cell) => wanted(cell, draft)),
      used: sum(cells, (cell) => cell.used),
      waiting: sum(cells, (cell) => cell.waiting),
    }
  })
}

const ceilingOf = (ceilings: readonly Ceiling[], group: string): number =>
  ceilings.find((one) => one.group === group)?.places ?? 0

const sum = <T>(of: readonly T[], by: (one: T) => number): number => of.reduce((total, one) => total + by(one), 0)

/** What a cell is to have. */
export const wanted = (cell: Cell, draft: Draft): number => draft[keyOf(cell.unitId, cell.group)] ?? cell.places

/** A cell that is to change. */
export interface Change {
  readonly cell: Cell
  readonly before: number
  readonly after: number
}

/** The cells whose places would change, in the grid's order. */
export function changesOf(grid: QuotaGrid, draft: Draft): readonly Change[] {
  return grid.cells
    .map((cell) => ({ cell, before: cell.places, after: wanted(cell, draft) }))
    .filter((change) => change.after !== change.before)
}

/** A proposal's cells as a draft, so that what it comes to is worked out alike. */
export const draftOf = (cells: readonly CellPlaces[]): Draft =>
  Object.fromEntries(cells.map((one) => [keyOf(one.unitId, one.group), one.places]))

/** The most cells of one proposal. */
export const CHANGES_MAX = 200

/**
 * What keeps a draft from being proposed; the service would refuse it for the same. A sum that was above its ceiling before, because a
 * new version lowered it, may stay or shrink.
 */
export type Obstacle =
  | { readonly is: 'belowUse'; readonly cell: Cell; readonly places: number }
  | { readonly is: 'aboveCeiling'; readonly group: string; readonly places: number; readonly ceiling: number }
  | { readonly is: 'tooMany'; readonly changes: number }

export function obstaclesOf(grid: QuotaGrid, draft: Draft): readonly Obstacle[] {
  const changes = changesOf(grid, draft)
  const below = changes.filter((change) => change.after < change.cell.used)
  const above = totalsOf(grid, draft).filter((total) => total.places > Math.max(total.ceiling, total.before))
  return [
    ...above.map(({ group, places, ceiling }) => ({ is: 'aboveCeiling' as const, group, places, ceiling })),
    ...below.map(({ cell, after }) => ({ is: 'belowUse' as const, cell, places: after })),
    ...(changes.length > CHANGES_MAX ? [{ is: 'tooMany' as const, changes: changes.length }] : []),
  ]
}

/** The reasons that fit: places once allotted are reallocated or corrected, never allotted again. */
export function reasonsFor(changes: readonly Change[]): readonly ReasonCode[] {
  return changes.some((change) => change.before > 0) ? ['REALLOCATION', 'CORRECTION'] : ['ALLOTMENT', 'CORRECTION']
}

/** Whether no cell has places yet. */
export const isFresh = (grid: QuotaGrid): boolean => grid.cells.every((cell) => cell.places === 0)

/** Which cells somebody divides: administrators all, officers those of the units below their own. */
export type Divides = (unitId: string) => boolean

export const dividesAll: Divides = () => true

/** An officer sees only the own units and what is below them; so what is not an own unit is below one. */
export const dividesBelow =
  (own: ReadonlySet<string>): Divides =>
  (unitId) =>
    own.has(WHOLE) || (unitId !== WHOLE && !own.has(unitId))

/** A whole number of places as people write it; undefined for anything else. */
export function readPlaces(text: string): number | undefined {
  const digits = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined
}

/** How full a cell is, 0 to 1; one without places is full once somebody waits. */
export function fullness(cell: Cell): number {
  return cell.places === 0 ? (cell.waiting > 0 ? 1 : 0) : Math.min(1, cell.used / cell.places)
}
