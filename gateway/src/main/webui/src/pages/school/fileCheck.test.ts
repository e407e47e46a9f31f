import { expect, it } from 'vitest'
import { unusable } from './fileCheck'

it.each([
  ['2017 届毕业名单.xlsx', 12_000, undefined],
  ['名单.XLSX', 12_000, undefined],
  ['名单.xls', 12_000, 'notXlsx'],
  ['名单.xlsx.pdf', 12_000, 'notXlsx'],
  ['名单.xlsx', 0, 'empty'],
  ['名单.xlsx', 21 * 1024 * 1024, 'tooLarge'],
] as const)('%s of %d bytes: %s', (name, size, why) => expect(unusable({ name, size })).toBe(why))
