import { expect, it } from 'vitest'
import type { Replay } from '../../api/reward'
import { valueText, whatText } from './difference'
import { auditText } from './text'
import { chosen, outcomeOf, toneOf } from './verdict'

const replay = (replayId: string, state: Replay['state'], verdict?: Replay['verdict']): Replay => ({
  replayId,
  mode: 'fold',
  state,
  ...(verdict === undefined ? {} : { verdict }),
  eventsRead: 1,
  eventsTotal: 1,
  eventsPerSecond: 1,
  gaps: [],
  differences: [],
  funds: [],
  startedAt: '2026-11-20T00:00:00Z',
})

it('calls a replay identical only when it finished and said so', () => {
  expect(outcomeOf(replay('r', 'finished', 'identical'))).toBe('identical')
  expect(outcomeOf(replay('r', 'failed', 'identical'))).toBe('failed')
  expect(outcomeOf(replay('r', 'finished'))).toBe('incomplete')
})

it('never shows an incomplete replay as a pass', () => {
  expect(toneOf.incomplete).not.toBe('ok')
  expect(auditText.zh.verdict.incomplete).toContain('不完整')
})

it('shows the newest finished replay unless another is asked for', () => {
  const replays = [replay('c', 'running'), replay('b', 'canceled'), replay('a', 'finished', 'different')]
  expect(chosen(replays, undefined)?.replayId).toBe('a')
  expect(chosen(replays, 'b')?.replayId).toBe('b')
  expect(chosen([], undefined)).toBeUndefined()
})

it('names what differs and writes money as yuan', () => {
  expect(whatText('fund/tuition-2017 payableFen', 'zh')).toBe('资金 tuition-2017 · 应付（元）')
  expect(valueText('fund/tuition-2017 payableFen', '236760000', 'zh')).toBe('2,367,600.00')
  expect(whatText('event 17 leaf', 'zh')).toBe('事件 17 · 内容')
  expect(whatText('something else entirely', 'zh')).toBe('something else entirely')
  expect(valueText('entitlement/e-1 state', 'paid', 'zh')).toBe('已付')
})
