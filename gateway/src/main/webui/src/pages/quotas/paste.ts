import type { QuotaGrid } from '../../api/quotas'
import type { Block } from '../../parts/tsv'
import { keyOf, readPlaces, rowsOf, type Divides, type Draft, type Row } from './grid'

/** A pasted cell that was not taken over; rows and columns of what was pasted, from 1. */
export interface Fault {
  readonly row: number
  readonly column: number
  readonly value: string
  readonly why: 'noNumber' | 'noUnit' | 'unitTwice' | 'outside' | 'notYours'
}

/** What a pasted block comes to. */
export interface Placed {
  readonly draft: Draft
  readonly faults: readonly Fault[]
}

/** Where a block without unit names begins: index among the rows and among the groups. */
export interface Origin {
  readonly row: number
  readonly group: number
}

/**
 * Lays a block on the grid. Rows that begin with a unit's number or name go to that unit, whatever their order, and a head line says
 * which column is which group; a block of bare numbers is laid as it is, beginning at the origin among the rows that are shown. Empty cells change nothing.
 */
export function place(
  block: Block,
  grid: QuotaGrid,
  divides: Divides,
  origin: Origin,
  shown: readonly Row[] = rowsOf(grid.cells),
): Placed {
  const find = finder(rowsOf(grid.cells))
  const naming = namingColumns(block, find)
  const taking = collector(divides)
  if (naming === 0) {
    byPosition(block, grid, shown, origin, taking)
  } else {
    byName(block, grid, naming, find, taking)
  }
  return { draft: taking.draft, faults: taking.faults }
}

type Find = (cells: readonly string[]) => Row | undefined

/** A name that two units share finds neither; their numbers do. */
function finder(rows: readonly Row[]): Find {
  const known = new Map<string, Row | undefined>()
  for (const row of rows) {
    const name = plainName(row.unitName)
    known.set(name, known.has(name) ? undefined : row)
  }
  for (const row of rows) {
    known.set(plainName(row.unitId), row)
  }
  return (cells) => cells.map((cell) => known.get(plainName(cell))).find((row) => row !== undefined)
}

const plainName = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** How many columns at the front say which unit it is: those of number and name, whichever are there. */
function namingColumns(block: Block, find: Find): number {
  const width = Math.min(2, ...block.map((row) => row.length))
  for (let columns = width; columns > 0; columns--) {
    if (block.some((row) => find([row[columns - 1] ?? '']) !== undefined)) {
      return columns
    }
  }
  return 0
}

function byPosition(block: Block, grid: QuotaGrid, rows: readonly Row[], origin: Origin, { take }: Collector): void {
  block.forEach((cells, r) =>
    cells.forEach((value, c) =>
      take({ row: r + 1, column: c + 1, value }, rows[origin.row + r], grid.groups[origin.group + c]),
    ),
  )
}

function byName(block: Block, grid: QuotaGrid, naming: number, find: Find, { faults, take }: Collector): void {
  const head = headOf(block, grid, naming, find)
  const seen = new Set<string>()
  block.forEach((cells, r) => {
    if (r === 0 && head !== undefined) {
      return
    }
    const unit = find(cells.slice(0, naming))
    if (unit === undefined || seen.has(unit.unitId)) {
      const value = cells.slice(0, naming).join(' ').trim()
      if (cells.some((cell) => cell !== '') && !isTotal(value)) {
        faults.push({ row: r + 1, column: 1, value, why: unit === undefined ? 'noUnit' : 'unitTwice' })
      }
      return
    }
    seen.add(unit.unitId)
    cells.slice(naming).forEach((value, c) => {
      const group = head === undefined ? grid.groups[c] : head[c]
      if (head === undefined || group !== undefined) {
        take({ row: r + 1, column: naming + c + 1, value }, unit, group)
      }
    })
  })
}

/** The groups of the columns by the head line; undefined where there is no head line. */
function headOf(block: Block, grid: QuotaGrid, naming: number, find: Find): readonly (string | undefined)[] | undefined {
  const first = block[0] ?? []
  if (find(first.slice(0, naming)) !== undefined) {
    return undefined
  }
  const groups = first.slice(naming).map((cell) => grid.groups.find((group) => group === cell.replace(/^[“"「]|[”"」]$/g, '')))
  return groups.some((group) => group !== undefined) ? groups : undefined
}

/** The line under a table that sums it up is no unit. */
const isTotal = (text: string): boolean => /^(合计|总计|小计|total|sum)/i.test(text)

type Collector = ReturnType<typeof collector>

/** A number that a cell has already needs nobody's leave. */
function collector(divides: Divides) {
  const draft: Record<string, number> = {}
  const faults: Fault[] = []
  return {
    draft,
    faults,
    take(at: { row: number; column: number; value: string }, unit: Row | undefined, group: string | undefined): void {
      if (at.value === '') {
        return
      }
      const places = readPlaces(at.value)
      if (unit === undefined || group === undefined || unit.cells[group] === undefined) {
        faults.push({ ...at, why: 'outside' })
      } else if (places === undefined) {
        faults.push({ ...at, why: 'noNumber' })
      } else if (!divides(unit.unitId)) {
        if (places !== unit.cells[group].places) {
          faults.push({ ...at, why: 'notYours' })
        }
      } else {
        draft[keyOf(unit.unitId, group)] = places
      }
    },
  }
}
