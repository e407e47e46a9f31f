import { afterEach, describe, expect, it, vi } from 'vitest'
import { propose, readParkedCount, settle, type ParkedLine } from '../../api/parked'
import { arranged, isLearner, proposedByAnother, readAll, releasable, standing, trouble, waitsForAnother } from './lines'

const line = (over: Partial<ParkedLine> = {}): ParkedLine => ({
  subject: 'learner-1',
  count: 2,
  first: {
    source: 'enrollment',
    index: 7,
    stream: 'enrollment/e1',
    type: 'org.gongxue.enrollment.graduation-confirmed',
    words: '确认毕业',
    parkedIndex: 12,
    parkedAt: '2026-11-20T08:00:00Z',
    reason: 'java.lang.IllegalStateException: nobody was enrolled',
    failure: 'java.lang.IllegalStateException',
  },
  ...over,
})
const proposed = (by: string): ParkedLine => line({ subject: by, proposal: { proposalId: 'PP-1', proposedBy: by } })

afterEach(() => vi.unstubAllGlobals())

describe('where a line stands', () => {
  it('is open without a proposal', () => expect(standing(line(), 'me', true)).toBe('open'))
  it('waits for me when another proposed', () => expect(standing(proposed('other'), 'me', true)).toBe('yours'))
  it('waits for another when I proposed', () => expect(standing(proposed('me'), 'me', true)).toBe('theirs'))
  it('never waits for who may only read', () => expect(standing(proposed('other'), 'me', false)).toBe('theirs'))
})

it('shows first what waits for the reader, and then what is open, each in the order of parking', () => {
  const lines = [proposed('me'), line({ subject: 'a' }), proposed('other'), line({ subject: 'b' })]
  const shown = arranged(lines, (one) => standing(one, 'me', true))
  expect(shown.map((one) => one.subject)).toEqual(['other', 'a', 'b', 'me'])
})

it('releases together only what is itself wrong and not proposed', () => {
  expect(releasable(line())).toBe(true)
  expect(releasable(proposed('me'))).toBe(false)
  expect(releasable(line({ first: { ...line().first, behind: 'day/main' } }))).toBe(false)
})

it('leaves a line alone that waits for another, until that one is gone', () => {
  const behind = line({ subject: 'b', first: { ...line().first, behind: 'intake/i' } })
  expect(waitsForAnother(behind, [behind, line({ subject: 'intake/i' })])).toBe(true)
  expect(waitsForAnother(behind, [behind])).toBe(false)
  expect(waitsForAnother(line({ first: { ...line().first, behind: 'learner-1' } }), [line()])).toBe(false)
})

it('tells a learner from a stream', () => {
  expect(isLearner('L-7f31')).toBe(true)
  expect(isLearner('calendar/main')).toBe(false)
})

it('counts for confirmation whatever another proposed, also about a line that waits for another', () => {
  const behind = { ...proposed('other'), first: { ...line().first, behind: 'intake/i' } }
  const lines = [line(), proposed('me'), behind, line({ subject: 'intake/i' })]
  expect(waitsForAnother(behind, lines)).toBe(true)
  expect(proposedByAnother(lines, 'me').map((one) => one.subject)).toEqual(['other'])
})

it('tells from the class of what was thrown what is probably amiss', () => {
  expect(trouble('java.lang.IllegalStateException')).toBe('mismatch')
  expect(trouble('java.io.UncheckedIOException')).toBe('unreadable')
  expect(trouble('com.fasterxml.jackson.databind.exc.MismatchedInputException')).toBe('unreadable')
  expect(trouble('java.lang.NullPointerException')).toBe('program')
  expect(trouble(undefined)).toBe('program')
})

it('sends the first input along, so that nobody decides about what they have not seen', async () => {
  const fetched = vi.fn(async () => new Response('{}', { status: 201 }))
  vi.stubGlobal('fetch', fetched)
  await propose('reward', line(), 'SENT_IN_ERROR', 'k')
  await settle('reward', proposed('other'), { proposalId: 'PP-1', proposedBy: 'other' }, 'confirmation', 'k')
  const calls = fetched.mock.calls as unknown as [string, { body: string }][]
  expect(calls.map(([path]) => path)).toEqual([
    '/api/reward/parked-inputs/proposals',
    '/api/reward/parked-inputs/proposals/PP-1/confirmation',
  ])
  expect(JSON.parse(calls[0]?.[1].body ?? '')).toEqual({
    subject: 'learner-1',
    source: 'enrollment',
    index: 7,
    discard: 'SENT_IN_ERROR',
  })
})

it('shows what the other services keep while one is away', async () => {
  const problem = { title: '连不上', status: 502, detail: '' }
  vi.stubGlobal('fetch', async (path: string) =>
    path.startsWith('/api/credit-bank')
      ? new Response(JSON.stringify(problem), { status: 502 })
      : new Response(JSON.stringify({ items: [line()], next: path.includes('reward') ? '9' : null, parkedInputs: 2 })),
  )
  const kept = await readAll(new AbortController().signal)
  expect(kept.map((one) => [one.service, one.lines.length, one.whole, one.failure !== undefined])).toEqual([
    ['enrollment', 1, true, false],
    ['credit-bank', 0, false, true],
    ['reward', 25, false, false],
  ])
  expect(await readParkedCount()).toBe(4)
})
