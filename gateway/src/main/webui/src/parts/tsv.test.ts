import { describe, expect, it } from 'vitest'
import { isBlock, parseTsv } from './tsv'

describe('what was copied from a spreadsheet', () => {
  it('is rows of trimmed cells', () =>
    expect(parseTsv('市南区\t45 \t90\r\n市北区\t45\t90\r\n')).toEqual([
      ['市南区', '45', '90'],
      ['市北区', '45', '90'],
    ]))

  it('keeps an empty cell in its column, and an empty row between others', () =>
    expect(parseTsv('a\t\tc\n\nb')).toEqual([['a', '', 'c'], [''], ['b']]))

  it('reads cells with tabs, line ends and quotation marks in them', () =>
    expect(parseTsv('"a\tb\nc"\t"say ""yes"""\n"open')).toEqual([['a\tb\nc', 'say "yes"'], ['"open']]))

  it('reads full-width digits', () => expect(parseTsv('４５\t　９０')).toEqual([['45', '90']]))

  it('is nothing when nothing was copied', () => expect(parseTsv(' \n')).toEqual([]))
})

it('tells a block from a number somebody typed', () => {
  expect(isBlock('45\n')).toBe(false)
  expect(isBlock('45\t90')).toBe(true)
  expect(isBlock('45\n46')).toBe(true)
})
