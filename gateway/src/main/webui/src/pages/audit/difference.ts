import type { Locale } from '../../format/dates'
import { yuan } from '../../format/money'
import { auditText } from './text'

/** What was compared, as people say it: "fund/tuition-2017 payableFen" is "资金 tuition-2017 · 应付（元）". */
export function whatText(what: string, locale: Locale): string {
  const t = auditText[locale].compared
  const [, kind, id, part] = /^([a-z-]+)[/ ](\S+)(?: (.+))?$/.exec(what) ?? []
  if (kind === undefined || id === undefined || t.kind[kind] === undefined) {
    return what
  }
  return part === undefined ? `${t.kind[kind]} ${id}` : `${t.kind[kind]} ${id} · ${t.part[part] ?? part}`
}

/** A value on either side: sums of fen as yuan, the rest as it is. */
export function valueText(what: string, value: string, locale: Locale): string {
  return /Fen$/.test(what) && /^-?\d+$/.test(value)
    ? yuan(Number(value))
    : (auditText[locale].compared.value[value] ?? value)
}

/** What kind of thing a difference is about; the groups they are shown in. */
export function kindOf(what: string): string {
  return /^[a-z-]+/.exec(what)?.[0] ?? what
}

/** The kinds among them with how many each, most first. */
export function kindsOf(differences: readonly { readonly what: string }[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  differences.forEach(({ what }) => counts.set(kindOf(what), (counts.get(kindOf(what)) ?? 0) + 1))
  return [...counts].sort(([, a], [, b]) => b - a)
}
