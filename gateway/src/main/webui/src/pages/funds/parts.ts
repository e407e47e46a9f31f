import type { Fund } from '../../api/funds'

/** Where the money of a fund is, from what has left it to what is free. Together they are what was appropriated. */
export const partNames = ['paid', 'inTransit', 'payable', 'held', 'receivable', 'available'] as const

export type PartName = (typeof partNames)[number]

export function partFen(fund: Fund, part: PartName): number {
  switch (part) {
    case 'paid':
      return fund.paidFen
    case 'inTransit':
      return fund.inTransitFen
    case 'payable':
      return fund.payableFen
    case 'held':
      return fund.heldFen
    case 'receivable':
      return fund.receivableFen
    case 'available':
      return fund.availableFen
  }
}

/** A piece of the bar. */
export interface Piece {
  readonly part: PartName
  readonly percent: number
}

/** The pieces of a fund's bar that can be seen; none while there is no money. */
export function piecesOf(fund: Fund): readonly Piece[] {
  const whole = partNames.reduce((sum, part) => sum + Math.max(0, partFen(fund, part)), 0)
  return whole === 0
    ? []
    : partNames
        .map((part) => ({ part, percent: (100 * Math.max(0, partFen(fund, part))) / whole }))
        .filter((piece) => piece.percent > 0)
}

/** Funds by year, the latest first. */
export function byYear(funds: readonly Fund[]): readonly { readonly year: number; readonly funds: readonly Fund[] }[] {
  const years = [...new Set(funds.map((fund) => fund.year))].sort((a, b) => b - a)
  return years.map((year) => ({ year, funds: funds.filter((fund) => fund.year === year) }))
}

export const sumFen = (funds: readonly Fund[], of: (fund: Fund) => number): number =>
  funds.reduce((sum, fund) => sum + of(fund), 0)
