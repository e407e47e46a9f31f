import { expect, it } from 'vitest'
import { day, moment, partOfDay } from './dates'

const now = new Date('2026-11-20T12:30:00Z')

it('writes a date in both languages', () => {
  expect(day('2017-11-20', 'zh')).toBe('2017 年 11 月 20 日')
  expect(day('2017-11-20', 'en')).toBe('20 Nov 2017')
})

it('leaves what is no date as it is', () => expect(day('soon', 'zh')).toBe('soon'))

it('tells today by the clock in Shanghai, not by the device', () => {
  expect(moment('2026-11-19T16:02:00Z', 'zh', now)).toBe('今天 00:02')
  expect(moment('2026-11-19T15:59:00Z', 'zh', now)).toBe('11 月 19 日 23:59')
  expect(moment('2017-11-20T08:02:00Z', 'en', now)).toBe('20 Nov 2017 16:02')
})

it('greets by the hour in Shanghai', () => {
  expect(partOfDay(new Date('2026-11-20T00:00:00Z'))).toBe('morning')
  expect(partOfDay(now)).toBe('evening')
})
