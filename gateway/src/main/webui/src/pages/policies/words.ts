import type { AmountTable, Fact, Formula, Literal, PolicyDocument, Sum, Test } from '../../api/policies'
import type { Locale } from '../../format/dates'
import { day } from '../../format/dates'
import { count, yuan } from '../../format/money'
import { common } from '../../text/common'
import { policyText } from './text'

/** Facts by name, in the reader's language; what the service does not name is shown by its own name. */
export type Names = ReadonlyMap<string, Fact>

export const namesOf = (facts: readonly Fact[]): Names => new Map(facts.map((one) => [one.fact, one]))

export const nameOf = (fact: string, names: Names): string => names.get(fact)?.text ?? fact

/** A word of a fact: a level, a kind of unit. */
export const wordText = (fact: string, word: string, names: Names): string =>
  names.get(fact)?.words.find((one) => one.value === word)?.text ?? word

/** What a test asks for: "实缴 不少于 3,000.00 元". */
export function testText(test: Test, names: Names, locale: Locale): string {
  const t = policyText[locale].comparison
  const said = t[test.comparison]
  const fact = nameOf(test.fact, names)
  return said === undefined
    ? `${fact} ${test.comparison} ${operandText(test, names, locale)}`
    : said(fact, operandText(test, names, locale))
}

function operandText(test: Test, names: Names, locale: Locale): string {
  const { value } = test
  if (value === undefined) {
    return ''
  }
  if (typeof value !== 'object') {
    return literalText(test.fact, value, names, locale)
  }
  if ('fact' in value) {
    return nameOf(value.fact, names)
  }
  return value.map((one) => literalText(test.fact, one, names, locale)).join(policyText[locale].or)
}

/** A value as it is written in a policy, the way a person reads it. */
function literalText(fact: string, value: Literal, names: Names, locale: Locale): string {
  if (typeof value === 'number') {
    return /Fen$/.test(fact) ? `${yuan(value)} ${common[locale].yuan}` : count(value)
  }
  if (typeof value === 'boolean') {
    return policyText[locale].truth[`${value}`]
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return day(value, locale)
  }
  return wordText(fact, value, names)
}

/** Facts added and subtracted: "实缴 − 退费". */
export function sumText(sum: Sum, names: Names): string {
  const minus = (sum.minus ?? []).map((fact) => ` − ${nameOf(fact, names)}`)
  return sum.plus.map((fact) => nameOf(fact, names)).join(' + ') + minus.join('')
}

/** A formula in one line. */
export function formulaText(formula: Formula, names: Names, locale: Locale): string {
  const t = policyText[locale].amount
  const { share, cap } = formula
  const sum = sumText(formula.sum, names)
  const base = share && share.of !== share.in ? t.shareOf(sum, share.of, share.in) : sum
  if (cap === undefined) {
    return base
  }
  return t.capped(base, 'fen' in cap ? `${yuan(cap.fen)} ${common[locale].yuan}` : sumText(cap, names))
}

export const isTable = (amount: PolicyDocument['amount']): amount is AmountTable => 'table' in amount

/** A part of the whole, as a share of an amount: all of it, or "2/3". */
export const shareText = (share: { readonly of: number; readonly in: number } | undefined): string | undefined =>
  share === undefined || share.of === share.in ? undefined : `${share.of}/${share.in}`

/** The ceilings as a table: a line a year, a column a group. */
export function ceilingTable(quota: NonNullable<PolicyDocument['quota']>) {
  const groups = [...new Set(quota.ceilings.map((one) => one.group ?? '*'))]
  const years = [...new Set(quota.ceilings.map((one) => one.year))].sort((a, b) => a - b)
  const places = (year: number, group: string) =>
    quota.ceilings.find((one) => one.year === year && (one.group ?? '*') === group)?.places
  return { groups, rows: years.map((year) => ({ year, places: groups.map((group) => places(year, group)) })) }
}
