import { describe, expect, it } from 'vitest'
import { count, fenOf, rate, yuan } from './money'

describe('yuan', () => {
  it.each([
    [800_000, '8,000.00'],
    [236_760_000, '2,367,600.00'],
    [1_666_400_000, '16,664,000.00'],
    [0, '0.00'],
    [5, '0.05'],
    [100_050, '1,000.50'],
    [-100_000, '−1,000.00'],
  ])('writes %d fen as %s', (fen, written) => expect(yuan(fen)).toBe(written))

  it('is exact where floating point is not', () => expect(yuan(9_007_199_254_740_991)).toBe('90,071,992,547,409.91'))

  it('refuses a part of a fen', () => expect(() => yuan(0.5)).toThrow(RangeError))
})

describe('an amount somebody typed', () => {
  it.each([
    ['4,000,000.00', 400_000_000],
    ['4000000', 400_000_000],
    ['0.5', 50],
    ['１ 000.05', 100_005],
    ['90071992547409.91', undefined],
    ['1.005', undefined],
    ['-1', undefined],
    ['四百万', undefined],
    ['', undefined],
  ])('"%s" is %s fen', (text, fen) => expect(fenOf(text)).toBe(fen))

  it('is what is written again', () => expect(yuan(fenOf('2,367,600.00') ?? 0)).toBe('2,367,600.00'))
})

describe('counts and rates', () => {
  it('groups thousands', () => expect(count(1_204_877)).toBe('1,204,877'))
  it('counts in 万 in Chinese', () => expect(rate(412_000, true)).toBe('41 万'))
  it('counts in thousands in English', () => expect(rate(412_000, false)).toBe('412 k'))
  it('leaves small rates as they are', () => expect(rate(9_999, true)).toBe('9,999'))
})
