import { editions, type Edition, type Route, type SkillLevel } from '../../api/creditbank'
import type { Block } from '../../parts/tsv'
import { checkDigitFits, looksLikeIdNumber } from '../me/idNumber'

export const columns = [
  'idNumber',
  'certificateNumber',
  'occupationName',
  'occupationCode',
  'level',
  'issuedOn',
  'route',
  'occupationEdition',
] as const

export type Column = (typeof columns)[number]

/** A skill certificate as it is deposited; the learner is found by his ID number. */
export interface PastedCertificate {
  readonly certificateNumber: string
  readonly occupationName: string
  readonly occupationCode: string
  readonly occupationEdition: Edition
  readonly level: SkillLevel
  readonly issuedOn: string
  readonly route: Route
}

export interface RowFault {
  readonly column: Column
  readonly value: string
  readonly why: 'missing' | 'scientific' | 'idNumber' | 'checkDigit' | 'number' | 'code' | 'level' | 'date' | 'route' | 'edition'
}

/** One pasted row: what it says, or what is wrong with it. Rows from 1, the head line counted. */
export interface PastedRow {
  readonly row: number
  readonly idNumber: string
  readonly certificate?: PastedCertificate
  readonly faults: readonly RowFault[]
}

/** What heads the columns in either language; without a head line they stand in the order of `columns`. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  idNumber: ['身份证号', '证件号码', 'id number'],
  certificateNumber: ['证书编号', '证书号', 'certificate number'],
  occupationName: ['职业名称', '工种', '职业', 'occupation'],
  occupationCode: ['职业编码', '职业代码', 'occupation code'],
  level: ['等级', '技能等级', 'level'],
  issuedOn: ['发证日期', '发证时间', 'issued on'],
  route: ['取得方式', 'route'],
  occupationEdition: ['大典版本', '版本', 'edition'],
}

const levels: readonly (readonly [SkillLevel, RegExp])[] = [
  ['SENIOR_TECHNICIAN', /^(高级技师|一级|1级?|senior technician)/i],
  ['TECHNICIAN', /^(技师|二级|2级?|technician)/i],
  ['SENIOR', /^(高级工?|三级|3级?|senior)/i],
  ['INTERMEDIATE', /^(中级工?|四级|4级?|intermediate)/i],
  ['BEGINNER', /^(初级工?|五级|5级?|beginner)/i],
]

const routes: readonly (readonly [Route, RegExp])[] = [
  ['TRAINING', /^(培训|training)/i],
  ['SELF_STUDY', /^(自学|self[- ]study)/i],
  ['CONTEST', /^(竞赛|contest)/i],
]

/** Reads pasted rows; empty ones are left out. */
export function readRows(block: Block): readonly PastedRow[] {
  const head = headOf(block[0] ?? [])
  const order = head ?? columns
  return block.flatMap((cells, index) =>
    (index === 0 && head !== undefined) || cells.every((cell) => cell === '') ? [] : [readRow(cells, order, index + 1)],
  )
}

function headOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const found = cells.map((cell) => columns.find((column) => heads[column].includes(cell.toLowerCase())))
  return found.includes('idNumber') ? found : undefined
}

function readRow(cells: readonly string[], order: readonly (Column | undefined)[], row: number): PastedRow {
  const text = (column: Column): string => cells[order.indexOf(column)] ?? ''
  const faults: RowFault[] = []
  const need = <T>(column: Column, read: (value: string) => T | RowFault['why']): T | undefined => {
    const value = text(column)
    const result = value === '' ? 'missing' : /^\d+(\.\d+)?E\+?\d+$/i.test(value) ? 'scientific' : read(value)
    if (isFault(result)) {
      faults.push({ column, value, why: result })
      return undefined
    }
    return result
  }
  const idNumber = need('idNumber', readIdNumber)
  const certificate = {
    certificateNumber: need('certificateNumber', (value) => (value.length >= 16 ? { value } : 'number'))?.value,
    occupationName: need('occupationName', (value) => ({ value }))?.value,
    occupationCode: need('occupationCode', (value) => (/^[0-9A-Z][0-9A-Z-]{0,19}$/i.test(value) ? { value } : 'code'))
      ?.value.toUpperCase(),
    occupationEdition: readEdition(text('occupationEdition'), faults),
    level: need('level', (value) => named(levels, value) ?? 'level')?.value,
    issuedOn: need('issuedOn', readDay)?.value,
    route: need('route', (value) => named(routes, value) ?? 'route')?.value,
  }
  return faults.length === 0 && idNumber
    ? { row, idNumber: idNumber.value, certificate: certificate as PastedCertificate, faults }
    : { row, idNumber: text('idNumber'), faults }
}

const isFault = (result: unknown): result is RowFault['why'] => typeof result === 'string'

function readIdNumber(value: string): { readonly value: string } | RowFault['why'] {
  const plain = value.replace(/\s/g, '').toUpperCase()
  if (!looksLikeIdNumber(plain)) {
    return 'idNumber'
  }
  return checkDigitFits(plain) ? { value: plain } : 'checkDigit'
}

function named<T>(words: readonly (readonly [T, RegExp])[], value: string): { readonly value: T } | undefined {
  const found = words.find(([, word]) => word.test(value))
  return found && { value: found[0] }
}

/** 2017-05-02, 2017/5/2, 2017.5.2, 20170502 or 2017年5月2日, and a day the calendar has. */
function readDay(value: string): { readonly value: string } | RowFault['why'] {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(value)
  if (!found) {
    return 'date'
  }
  const [year = '', month = '', day = ''] = found.slice(1)
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? { value: iso } : 'date'
}

function readEdition(value: string, faults: RowFault[]): Edition | undefined {
  const edition = editions.find((one) => one === (value === '' ? '2015' : value.slice(0, 4)))
  if (edition === undefined) {
    faults.push({ column: 'occupationEdition', value, why: 'edition' })
  }
  return edition
}
