import { expect, it } from 'vitest'
import { accessText } from './text'
import { asked, contextWords, secondsUntil, whoWords } from './words'

const t = accessText.zh

it('names the reader, other people by the beginning of their number, and systems', () => {
  expect(whoWords('user:0b7c1a22-55', '0b7c1a22-55', t)).toBe('您')
  expect(whoWords('user:0b7c1a22-55', 'someone else', t)).toBe('用户 0b7c1a22…')
  expect(whoWords('service:reward', 'me', t)).toBe('系统 reward')
  expect(whoWords('odd', 'me', t)).toBe('odd')
})

it('says until when an identity was shown, and what else a look was for', () => {
  const now = new Date('2026-11-20T04:00:00Z')
  expect(contextWords('until 2026-11-20T04:05:00Z', 'zh', t, now)).toBe('显示到 今天 12:05')
  expect(contextWords('B-2018-000001', 'zh', t, now)).toBe('用于 B-2018-000001')
})

it('counts down to nothing and not below', () => {
  expect(secondsUntil('2026-11-20T04:05:00Z', Date.parse('2026-11-20T04:00:00Z'))).toBe(300)
  expect(secondsUntil('2026-11-20T04:05:00Z', Date.parse('2026-11-20T04:04:59.100Z'))).toBe(1)
  expect(secondsUntil('2026-11-20T04:05:00Z', Date.parse('2026-11-20T05:00:00Z'))).toBe(0)
})

it('says what was asked of a log as it was asked, without the way there', () => {
  expect(asked('/api/reward/log/events?learner=L-1')).toBe('events?learner=L-1')
  expect(asked('/api/reward/log/events/17')).toBe('events/17')
  expect(asked('/api/reward/log/events?stream=a%2Fb')).toBe('events?stream=a/b')
  expect(asked('/api/reward/log/events?x=%E0')).toBe('events?x=%E0')
})
