import { expect, it } from 'vitest'
import type { Replay } from '../../api/reward'
import { kindsOf, valueText, whatText } from './difference'
import { auditText } from './text'
import { chosen, outcomeOf, toneOf } from './verdict'
import { incompleteWords, rangeWords } from './words'

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

it('shows a replay of the present before one of a past day or of another policy', () => {
  const past = { ...replay('c', 'finished', 'identical'), asOf: '2017-12-31' }
  const known = { ...replay('b', 'finished', 'identical'), asKnownOn: '2017-12-31' }
  const other = { ...replay('a', 'finished', 'identical'), mode: 'what-if' }
  expect(chosen([past, known, other, replay('z', 'finished', 'identical')], undefined)?.replayId).toBe('z')
  expect(chosen([past, known], undefined)?.replayId).toBe('c')
})

it('says up to when, by both clocks', () => {
  expect(rangeWords({}, 'zh')).toBe('截止现在')
  expect(rangeWords({ asOf: '2017-12-31', asKnownOn: '2018-01-31' }, 'zh')).toBe(
    '截止 2017 年 12 月 31 日，按 2018 年 1 月 31 日所记',
  )
})

it('groups differences by what they are about, most first', () => {
  const of = (what: string) => ({ what })
  expect(kindsOf([of('fund/a paidFen'), of('event 17 leaf'), of('event 18 leaf'), of('quota-cell/Q-1 cannot go on')])).toEqual([
    ['event', 2],
    ['fund', 1],
    ['quota-cell', 1],
  ])
})

it('names what differs and writes money as yuan', () => {
  expect(whatText('fund/tuition-2017 payableFen', 'zh')).toBe('资金 tuition-2017 · 应付（元）')
  expect(valueText('fund/tuition-2017 payableFen', '236760000', 'zh')).toBe('2,367,600.00')
  expect(whatText('event 17 leaf', 'zh')).toBe('事件 17 · 内容')
  expect(whatText('quota-cell/Q-1 cannot go on', 'zh')).toBe('名额 Q-1 · 接不下去')
  expect(whatText('something else entirely', 'zh')).toBe('something else entirely')
  expect(valueText('entitlement/e-1 state', 'paid', 'zh')).toBe('已付')
})

it('says what was not there, whichever it was', () => {
  const incomplete = replay('r', 'finished', 'incomplete')
  const words = (more: Partial<Replay>) => incompleteWords({ ...incomplete, ...more }, auditText.zh)
  const decided = { inputs: 1, commands: 0, taken: 0, eventsCompared: 1, inputsRecorded: 9, inputsMissing: 2 }
  expect(words({ missingEvents: 40 })).toContain('40 个事件')
  expect(words({ mode: 're-decide', decided })).toContain('2 条收到的消息')
  expect(words({ mode: 'verify' })).toContain('检查点')
  expect(words({})).toContain('没有读到')
})
