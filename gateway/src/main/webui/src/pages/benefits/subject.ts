import type { Account, Outcome } from '../../api/creditbank'
import type { Entitlement } from '../../api/reward'
import type { Locale } from '../../format/dates'
import { common } from '../../text/common'

/** An outcome by its name: the occupation, and the level where there is one. */
export function outcomeTitle(outcome: Pick<Outcome, 'occupationName' | 'level'>, locale: Locale): string {
  const level = outcome.level && common[locale].skill[outcome.level]
  return level ? `${outcome.occupationName}${locale === 'zh' ? '' : ', '}${level}` : outcome.occupationName
}

/** The outcome an entitlement hangs on, by its name; undefined where it hangs on something else. */
export function subjectOf(
  entitlement: Pick<Entitlement, 'basis'>,
  account: Account | undefined,
  locale: Locale,
): string | undefined {
  const outcome = account?.outcomes.find((one) => entitlement.basis === `outcome/${one.outcomeId}`)
  return outcome && outcomeTitle(outcome, locale)
}
