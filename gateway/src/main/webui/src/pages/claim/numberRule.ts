import type { OutcomeKind, SkillLevel } from '../../api/creditbank'
import type { Locale } from '../../format/dates'
import { common } from '../../text/common'
import { contradictions, normalized, readNumber, type Read } from './certificateNumber'
import { claimText } from './text'

/** The shortest and the longest number of a document that is no skill certificate. */
const FREE_MIN = 4
const FREE_MAX = 40

/** The year a number names, in full: the last one with these two digits that is not after `today`. */
export function yearIn(read: Read, locale: Locale, today: Date = new Date()): string {
  const latest = today.getFullYear()
  const year = latest - ((latest - read.yearOfCentury + 100) % 100)
  return locale === 'zh' ? `${year} 年` : String(year)
}

/** What is wrong with a number, in words; undefined while there is nothing to say against it. */
export function numberFault(
  kind: OutcomeKind,
  typed: string,
  form: { readonly level?: SkillLevel | undefined; readonly issuedOn?: string | undefined },
  locale: Locale,
): string | undefined {
  const t = claimText[locale].number
  const number = normalized(typed)
  if (kind !== 'SKILL_CERTIFICATE') {
    return number.length < FREE_MIN || number.length > FREE_MAX ? t.lengthOther(number.length) : undefined
  }
  const read = readNumber(number)
  switch (read.kind) {
    case 'length':
      return t.length(read.length)
    case 'character':
      return t.character(read.position, read.needed, read.character)
    case 'read':
      return contradiction(read, form, locale)
  }
}

function contradiction(
  read: Read,
  form: { readonly level?: SkillLevel | undefined; readonly issuedOn?: string | undefined },
  locale: Locale,
): string | undefined {
  const t = claimText[locale].number
  const skill = common[locale].skill
  const [first] = contradictions(read, form.level, form.issuedOn)
  if (!first) {
    return undefined
  }
  return first.part === 'level'
    ? t.levelMismatch(first.position, skill[read.level], form.level ? skill[form.level] : '')
    : t.yearMismatch(first.position, yearIn(read, locale).replace(/ 年$/, ''), (form.issuedOn ?? '').slice(0, 4))
}
