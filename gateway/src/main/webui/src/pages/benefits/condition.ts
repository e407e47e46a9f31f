import type { Condition } from '../../api/reward'
import { day, type Locale } from '../../format/dates'
import { yuan } from '../../format/money'
import { common } from '../../text/common'
import { benefitText } from './text'

/** A value of a condition as a person reads it. */
export function valueText(fact: string, value: string | null | undefined, locale: Locale): string {
  const t = benefitText[locale].value
  if (value === null || value === undefined || value === '') {
    return t.none
  }
  if (value === 'true') return t.yes
  if (value === 'false') return t.no
  if (/Fen$/.test(fact) && /^-?\d+$/.test(value)) return `${yuan(Number(value))} ${common[locale].yuan}`
  if (/\.levelsGained$/.test(fact) && /^-?\d+$/.test(value)) return t.levels(Number(value))
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value, locale)
  return t.facts[fact]?.[value] ?? value.replace(/[A-Z][A-Z_]+/g, (word) => t.words[word] ?? word)
}

/** What a condition asks for, in words. */
export function neededText(condition: Condition, locale: Locale): string {
  const t = benefitText[locale].value
  const words = () => valueText(condition.fact, condition.needed, locale)
  const list = () =>
    (condition.needed ?? '')
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map((one) => valueText(condition.fact, one.trim(), locale))
      .join(locale === 'zh' ? '、' : ', ')
  switch (condition.comparison) {
    case 'isTrue':
      return t.yes
    case 'isFalse':
      return t.no
    case 'atLeast':
      return t.atLeast(words())
    case 'atMost':
      return t.atMost(words())
    case 'notBefore':
      return t.notBefore(words())
    case 'notAfter':
      return t.notAfter(words())
    case 'notEquals':
      return t.notEquals(words())
    case 'in':
      return t.oneOf(list())
    case 'notIn':
      return t.noneOf(list())
    default:
      return words()
  }
}

/** Whether the rule is about this case at all; one that is not never refuses. */
export function applies(condition: Condition): boolean {
  return !(condition.when ?? []).some((test) => test.holds === false)
}
