import { describe, expect, it } from 'vitest'
import type { Cell, QuotaGrid } from '../../api/quotas'
import { parseTsv } from '../../parts/tsv'
import {
  changesOf,
  dividesAll,
  dividesBelow,
  draftOf,
  fullness,
  isFresh,
  keyOf,
  obstaclesOf,
  readPlaces,
  reasonsFor,
  rowsOf,
  totalsOf,
} from './grid'
import { place } from './paste'

const cell = (unitId: string, unitName: string, group: string, places: number, used = 0, waiting = 0): Cell => ({
  cellId: `Q-${unitId}-${group}`,
  unitId,
  unitName,
  group,
  places,
  used,
  waiting,
  left: places - used,
})

const grid: QuotaGrid = {
  policyId: 'skill',
  policyVersion: 1,
  name: '技能奖励',
  year: 2017,
  groups: ['3', '8'],
  ceilings: [
    { group: '3', places: 100 },
    { group: '8', places: 200 },
  ],
  cells: [
    cell('U-1', '市南区总工会', '3', 45, 40),
    cell('U-1', '市南区总工会', '8', 90, 90, 12),
    cell('U-2', '市北区总工会', '3', 45, 45),
    cell('U-2', '市北区总工会', '8', 90, 10),
  ],
}
const start = { row: 0, group: 0 }
const pasted = (text: string, at = start) => place(parseTsv(text), grid, dividesAll, at)

it('adds up each group with the draft', () =>
  expect(totalsOf(grid, { [keyOf('U-1', '3')]: 50 }).map((one) => [one.before, one.places, one.ceiling])).toEqual([
    [90, 95, 100],
    [180, 180, 200],
  ]))

describe('what keeps a draft from being proposed', () => {
  it('is a cell with fewer places than are in use', () =>
    expect(obstaclesOf(grid, { [keyOf('U-1', '8')]: 89 })).toMatchObject([
      { is: 'belowUse', cell: { unitId: 'U-1', used: 90 }, places: 89 },
    ]))

  it('is a sum above the ceiling, to the last place', () => {
    expect(obstaclesOf(grid, { [keyOf('U-2', '3')]: 55 })).toEqual([])
    expect(obstaclesOf(grid, { [keyOf('U-2', '3')]: 56 })).toEqual([
      { is: 'aboveCeiling', group: '3', places: 101, ceiling: 100 },
    ])
  })

  it('is no sum that was above the ceiling before and does not grow', () => {
    const lowered = { ...grid, ceilings: [{ group: '3', places: 80 }, { group: '8', places: 200 }] }
    expect(obstaclesOf(lowered, { [keyOf('U-1', '3')]: 44 })).toEqual([])
    expect(obstaclesOf(lowered, { [keyOf('U-1', '3')]: 46 })).toMatchObject([{ is: 'aboveCeiling', places: 91 }])
  })

  it('is no cell that stays as it is', () => expect(obstaclesOf(grid, { [keyOf('U-1', '8')]: 90 })).toEqual([]))
})

it('lists what changes, in the order of the grid', () => {
  const draft = draftOf([
    { unitId: 'U-2', group: '8', places: 80 },
    { unitId: 'U-1', group: '3', places: 45 },
    { unitId: 'U-1', group: '8', places: 100 },
  ])
  expect(changesOf(grid, draft).map((one) => [one.cell.unitId, one.before, one.after])).toEqual([
    ['U-1', 90, 100],
    ['U-2', 90, 80],
  ])
})

it('asks for the reason that fits', () => {
  const change = (unitId: string, places: number) => changesOf(grid, { [keyOf(unitId, '3')]: places })
  expect(reasonsFor(change('U-1', 50))).toEqual(['REALLOCATION', 'CORRECTION'])
  const fresh = { ...grid, cells: grid.cells.map((one) => ({ ...one, places: 0, used: 0 })) }
  expect(reasonsFor(changesOf(fresh, { [keyOf('U-1', '3')]: 50 }))).toEqual(['ALLOTMENT', 'CORRECTION'])
  expect([isFresh(grid), isFresh(fresh)]).toEqual([false, true])
})

it('lets an officer divide places among the units below the own ones', () => {
  const divides = dividesBelow(new Set(['district']))
  expect([divides('factory'), divides('district'), divides('*')]).toEqual([true, false, false])
  expect(dividesBelow(new Set(['*']))('district')).toBe(true)
})

it.each([
  ['1,000', 1000],
  [' 45 ', 45],
  ['４５', 45],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['4.5', undefined],
  ['45人', undefined],
  ['1.1E+17', undefined],
])('reads "%s" as %s places', (text, places) => expect(readPlaces(text)).toBe(places))

it('shows how full a cell is', () => {
  expect(grid.cells.map(fullness)).toEqual([40 / 45, 1, 1, 10 / 90])
  expect(fullness(cell('U', '', '3', 0))).toBe(0)
})

describe('a pasted block', () => {
  it('of bare numbers begins where it is pasted', () => {
    expect(pasted('46\t91\n47\t92')).toEqual({
      draft: { 'U-1 3': 46, 'U-1 8': 91, 'U-2 3': 47, 'U-2 8': 92 },
      faults: [],
    })
    expect(pasted('91\n92', { row: 0, group: 1 }).draft).toEqual({ 'U-1 8': 91, 'U-2 8': 92 })
  })

  it('says which cells lie beside the grid', () =>
    expect(pasted('1\t2\n3\t4', { row: 1, group: 1 })).toEqual({
      draft: { 'U-2 8': 1 },
      faults: [
        { row: 1, column: 2, value: '2', why: 'outside' },
        { row: 2, column: 1, value: '3', why: 'outside' },
        { row: 2, column: 2, value: '4', why: 'outside' },
      ],
    }))

  it('finds units by name or number, in any order', () => {
    const expected = { draft: { 'U-2 3': 47, 'U-2 8': 92, 'U-1 3': 46, 'U-1 8': 91 }, faults: [] }
    expect(pasted('市北区总工会\t47\t92\n市南区 总工会\t46\t91')).toEqual(expected)
    expect(pasted('U-2\t市北区总工会\t47\t92\nu-1\t市南区总工会\t46\t91')).toEqual(expected)
  })

  it('with a head line says which column is which group', () =>
    expect(pasted('单位编号\t单位名称\t8\t备注\t3\nU-1\t市南区总工会\t91\t无\t46\n合计\t\t91\t\t46')).toEqual({
      draft: { 'U-1 8': 91, 'U-1 3': 46 },
      faults: [],
    }))

  it('leaves empty cells as they are and tells what it could not read', () =>
    expect(pasted('市南区总工会\t\t九十\n市西区总工会\t1\t2\n市南区总工会\t1\t2')).toEqual({
      draft: {},
      faults: [
        { row: 1, column: 3, value: '九十', why: 'noNumber' },
        { row: 2, column: 1, value: '市西区总工会', why: 'noUnit' },
        { row: 3, column: 1, value: '市南区总工会', why: 'unitTwice' },
      ],
    }))
})

it('takes no number for a unit that somebody else divides, unless it has it already', () =>
  expect(place(parseTsv('45\t91\n46\t90'), grid, dividesBelow(new Set(['U-1'])), start)).toEqual({
    draft: { 'U-2 3': 46, 'U-2 8': 90 },
    faults: [{ row: 1, column: 2, value: '91', why: 'notYours' }],
  }))

it('makes a row of each unit', () => expect(rowsOf(grid.cells).map((row) => row.unitName)).toEqual(['市南区总工会', '市北区总工会']))
