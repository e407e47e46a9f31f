export type Locale = 'zh' | 'en'

const zone = 'Asia/Shanghai'
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An ISO date as people write it: 2017-11-20 is "2017 年 11 月 20 日" or "20 Nov 2017". */
export function day(iso: string, locale: Locale): string {
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number)
  if (!year || !month || !date) {
    return iso
  }
  return locale === 'zh' ? `${year} 年 ${month} 月 ${date} 日` : `${date} ${months[month - 1]} ${year}`
}

/** An instant by the clock in Shanghai, short: today "今天 16:02", this year "11 月 19 日 16:02", else with the year. */
export function moment(iso: string, locale: Locale, now: Date = new Date()): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) {
    return iso
  }
  const date = at.toLocaleDateString('sv-SE', { timeZone: zone })
  const today = now.toLocaleDateString('sv-SE', { timeZone: zone })
  const clock = at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  if (date === today) {
    return `${locale === 'zh' ? '今天' : 'today'} ${clock}`
  }
  const written = day(date, locale)
  return `${date.slice(0, 4) === today.slice(0, 4) ? withoutYear(written, locale) : written} ${clock}`
}

function withoutYear(written: string, locale: Locale): string {
  return locale === 'zh' ? written.replace(/^\d+ 年 /, '') : written.replace(/ \d+$/, '')
}

/** Hours in Shanghai decide the greeting. */
export function partOfDay(now: Date): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = Number(now.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit' }).slice(0, 2))
  if (hour < 5) return 'night'
  if (hour < 11) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}
