import { expect, it } from 'vitest'
import { parseFinished, parseProgress, percent, secondsLeft } from './progress'

it('reads a progress event', () =>
  expect(parseProgress('{"eventsRead":819000,"eventsTotal":1204877,"eventsPerSecond":410000}')).toEqual({
    eventsRead: 819_000,
    eventsTotal: 1_204_877,
    eventsPerSecond: 410_000,
  }))

it('passes over what is no progress', () => {
  expect(parseProgress('')).toBeUndefined()
  expect(parseProgress('{"eventsRead":"many"}')).toBeUndefined()
  expect(parseProgress('[1,2]')).toBeUndefined()
  expect(parseFinished('{"verdict":"identical"}')).toBeUndefined()
})

it('reads the replay at the end', () =>
  expect(parseFinished('{"replayId":"r-1","verdict":"identical"}')).toMatchObject({ replayId: 'r-1' }))

it('is at 100 % only when every event was read', () => {
  expect(percent({ eventsRead: 1_204_876, eventsTotal: 1_204_877, eventsPerSecond: 1 })).toBe(99)
  expect(percent({ eventsRead: 1_204_877, eventsTotal: 1_204_877, eventsPerSecond: 1 })).toBe(100)
  expect(percent({ eventsRead: 0, eventsTotal: 0, eventsPerSecond: 0 })).toBe(0)
})

it('tells the time left at the present rate, and nothing without one', () => {
  expect(secondsLeft({ eventsRead: 400, eventsTotal: 1_000, eventsPerSecond: 250 })).toBe(3)
  expect(secondsLeft({ eventsRead: 400, eventsTotal: 1_000, eventsPerSecond: 0 })).toBeUndefined()
})
