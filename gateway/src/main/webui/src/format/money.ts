const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** Fen as yuan with thousands and two decimals: 800000 is "8,000.00". Whole fen only, so no rounding can happen. */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) {
    throw new RangeError(`not a whole number of fen: ${fen}`)
  }
  const size = Math.abs(fen)
  const cents = String(size % 100).padStart(2, '0')
  return `${fen < 0 ? '−' : ''}${grouped.format(Math.floor(size / 100))}.${cents}`
}

/** An amount as people type it, in yuan with at most two decimals, as fen; undefined for anything else. */
export function fenOf(text: string): number | undefined {
  const [, whole, cents = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[\s,]/g, '')) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** A count with thousands: 1204877 is "1,204,877". */
export function count(n: number): string {
  return grouped.format(n)
}

/** An event rate in the unit people read it in: 410000 is "41 万" in Chinese, "410 k" in English. */
export function rate(perSecond: number, chinese: boolean): string {
  if (chinese) {
    return perSecond >= 10_000 ? `${tidy(perSecond / 10_000)} 万` : count(Math.round(perSecond))
  }
  return perSecond >= 10_000 ? `${tidy(perSecond / 1000)} k` : count(Math.round(perSecond))
}

function tidy(n: number): string {
  return n >= 10 ? String(Math.round(n)) : n.toFixed(1)
}
