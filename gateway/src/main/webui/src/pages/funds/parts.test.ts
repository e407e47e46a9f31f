import { expect, it } from 'vitest'
import type { Fund } from '../../api/funds'
import { byYear, partFen, partNames, piecesOf, sumFen } from './parts'

const fund = (over: Partial<Fund>): Fund => ({
  fundId: 'skill-2017',
  name: '技能提升',
  year: 2017,
  source: '市总工会',
  appropriatedFen: 600_000_000,
  heldFen: 100_000_000,
  payableFen: 0,
  inTransitFen: 50_000_000,
  paidFen: 349_900_000,
  returnedFen: 1_300_000,
  receivableFen: 100_000,
  availableFen: 100_000_000,
  ...over,
})

it('cuts the bar into parts that come to what was appropriated', () => {
  expect(partNames.reduce((sum, part) => sum + partFen(fund({}), part), 0)).toBe(fund({}).appropriatedFen)
  const pieces = piecesOf(fund({}))
  expect(pieces.map((piece) => piece.part)).toEqual(['paid', 'inTransit', 'held', 'receivable', 'available'])
  expect(pieces.reduce((sum, piece) => sum + piece.percent, 0)).toBeCloseTo(100)
})

it('draws nothing before there is money', () =>
  expect(
    piecesOf(fund({ heldFen: 0, inTransitFen: 0, paidFen: 0, receivableFen: 0, availableFen: 0, appropriatedFen: 0 })),
  ).toEqual([]))

it('lists the latest year first', () => {
  const funds = [fund({ year: 2015 }), fund({}), fund({ year: 2015, fundId: 'tuition-2015' })]
  expect(byYear(funds).map((one) => [one.year, one.funds.length])).toEqual([
    [2017, 1],
    [2015, 2],
  ])
  expect(sumFen(funds, (one) => one.availableFen)).toBe(300_000_000)
})
