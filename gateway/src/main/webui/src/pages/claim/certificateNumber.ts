import type { SkillLevel } from '../../api/creditbank'

/**
 * How the number of a skill certificate reads, as the credit bank reads it.
 *
 * 22 characters: Y (employer) or S (social body), institution 4, province 2, site 6, year 2, level 1, serial 6. 16 digits: year 2,
 * province 2, city 2, body 1, body serial 3, level 1, serial 5. Level digits run from 1 (高级技师) to 5 (初级工).
 */
export interface Read {
  readonly kind: 'read'
  /** the last two digits of the year of issue */
  readonly yearOfCentury: number
  readonly level: SkillLevel
  /** the issuing body's code in the register of issuers */
  readonly issuerCode: string
  readonly layout: Layout
}

/** Not a number yet, or no number at all; `position` counts from 1. */
export type Unreadable =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'character'; readonly position: number; readonly character: string; readonly needed: string }

/** Where the parts stand, counted from 0. */
interface Layout {
  readonly length: number
  readonly letter: boolean
  readonly issuerFrom: number
  readonly issuerUntil: number
  readonly year: number
  readonly level: number
}

const layouts: readonly Layout[] = [
  { length: 22, letter: true, issuerFrom: 0, issuerUntil: 7, year: 13, level: 15 },
  { length: 16, letter: false, issuerFrom: 2, issuerUntil: 10, year: 0, level: 10 },
]

/** The level each digit stands for, digit 1 first. */
const levels = ['SENIOR_TECHNICIAN', 'TECHNICIAN', 'SENIOR', 'INTERMEDIATE', 'BEGINNER'] as const

/** One spelling per number: full-width characters narrowed, spaces and hyphens dropped, letters upper-case. */
export function normalized(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Z}\p{Pd}]/gu, '').toUpperCase()
}

/** Reads a normalized number. */
export function readNumber(number: string): Read | Unreadable {
  const layout = layouts.find((one) => one.length === number.length)
  if (!layout) {
    return { kind: 'length', length: number.length }
  }
  for (let i = 0; i < layout.length; i++) {
    const needed = i === 0 && layout.letter ? 'Y / S' : i === layout.level ? '1-5' : '0-9'
    if (!allowed(needed).includes(number.charAt(i))) {
      return { kind: 'character', position: i + 1, character: number.charAt(i), needed }
    }
  }
  return {
    kind: 'read',
    yearOfCentury: Number(number.slice(layout.year, layout.year + 2)),
    level: levels[Number(number[layout.level]) - 1] ?? 'BEGINNER',
    issuerCode: number.slice(layout.issuerFrom, layout.issuerUntil),
    layout,
  }
}

function allowed(needed: 'Y / S' | '1-5' | '0-9'): string {
  switch (needed) {
    case 'Y / S':
      return 'YS'
    case '1-5':
      return '12345'
    case '0-9':
      return '0123456789'
  }
}

/** A part of the number that says something other than the form does. */
export interface Contradiction {
  readonly part: 'level' | 'year'
  /** where it stands, counted from 1: "16" or "14-15" */
  readonly position: string
}

/** What contradicts, as far as the form is filled in; the date is an ISO day. */
export function contradictions(read: Read, level?: SkillLevel, issuedOn?: string): readonly Contradiction[] {
  const { layout } = read
  const year = /^\d\d(\d\d)-/.exec(issuedOn ?? '')?.[1]
  return [
    ...(level && level !== read.level ? [{ part: 'level', position: String(layout.level + 1) } as const] : []),
    ...(year && Number(year) !== read.yearOfCentury
      ? [{ part: 'year', position: `${layout.year + 1}-${layout.year + 2}` } as const]
      : []),
  ]
}

/** A run of characters, and what it says. */
export interface Piece {
  readonly text: string
  readonly part?: 'issuer' | 'year' | 'level'
}

/** The number in pieces, so that a reader can find a digit. */
export function pieces(number: string, { layout }: Read): readonly Piece[] {
  const marks = [
    { from: layout.issuerFrom, to: layout.issuerUntil, part: 'issuer' as const },
    { from: layout.year, to: layout.year + 2, part: 'year' as const },
    { from: layout.level, to: layout.level + 1, part: 'level' as const },
  ].sort((a, b) => a.from - b.from)
  const all: Piece[] = []
  let at = 0
  for (const mark of marks) {
    all.push({ text: number.slice(at, mark.from) }, { text: number.slice(mark.from, mark.to), part: mark.part })
    at = mark.to
  }
  all.push({ text: number.slice(at) })
  return all.filter((one) => one.text !== '')
}
