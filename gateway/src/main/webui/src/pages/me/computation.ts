import type { Computation } from '../../api/reward'
import type { Locale } from '../../format/dates'
import { yuan } from '../../format/money'
import { common } from '../../text/common'
import { meText } from './text'

/**
 * How an amount was worked out, in one line: "算法：实缴 8,000.00 元 − 退费 500.00 元。减免部分不重复报销". Terms of zero are left out,
 * unless nothing else is there.
 */
export function computationText(computation: Computation, locale: Locale): string {
  const t = meText[locale].money
  const unit = common[locale].yuan
  const counted = computation.terms.filter((term) => term.amountFen !== 0)
  const terms = (counted.length > 0 ? counted : computation.terms.slice(0, 1)).map((term, i) => {
    const words = t.term[term.fact] ?? term.fact
    const sign = term.amountFen < 0 ? '− ' : i > 0 ? '+ ' : ''
    return `${sign}${words} ${yuan(Math.abs(term.amountFen))} ${unit}`
  })
  const share =
    computation.shareOf === computation.shareIn ? '' : t.share(computation.shareOf, computation.shareIn)
  const { capFen, beforeCapFen } = computation
  const cap = typeof capFen === 'number' && beforeCapFen > capFen ? t.cap(capFen) : ''
  const waived = computation.terms.some((term) => term.fact === 'tuition.paidFen') ? t.waived : ''
  return `${t.algorithm}${terms.join(' ')}${share}${cap}${waived}`
}
