import { expect, it } from 'vitest'
import { parseCheckpoint, parseKey } from '../../../api/checkpoint'
import { isBeginning, signedBy } from './prove'

// The golden vectors of docs/log-format.md. Do not edit.
const keys = [
  'gongxue/toy/1+10fe0e6b+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea',
  'gongxue/toy/2+c79faa93+AT1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM',
]
const note = `gongxue/toy
7
dPzKac/XCDn10WQ0j59BpM9EMNCIgtydzHKwpsl7smY=
recorded-at 1521079201000000

— gongxue/toy/1 EP4Oa8low3U2M1JeX2XgbBeFu9gSFVE9kPCqn5eaFBlp6IivvXicnQuZ0/x95/6iRDkyjmWzcmZw9Dwx0UJJ12BNcwQ=
`
const roots: Record<number, string> = {
  3: '/m6dRgT1eGAoUaLBXvOJTKB7lRf31ffe3CgXnKiIWA0=',
  4: 'TEt3/j/Gz7kuTTyQta3kLwWaHxEqSYJ/B+27e9RUDns=',
  7: 'dPzKac/XCDn10WQ0j59BpM9EMNCIgtydzHKwpsl7smY=',
}
const at = (size: number) => ({ size, root: roots[size] ?? '' })
const threeInSeven = [
  'kGxdJIXK5yIHOkMPTQT+F2dQdZLO8iZimurbhaLskJ0=',
  'EeH1WCI/THG2vhzs/R8N6HFG0llId8J7KexRn5BAITw=',
  '6LzZfjSWk9z+wFT+IZqzV7ddPBzZ+L4XZ/YJD5yG+f0=',
  'QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=',
]
const fourInSeven = ['QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=']

const checkpoint = (text: string) => {
  const read = parseCheckpoint(text)
  if (!read) {
    throw new Error('no checkpoint')
  }
  return read
}

it('reads a checkpoint and its key', () => {
  const read = checkpoint(note)
  expect(read.origin).toBe('gongxue/toy')
  expect(read.size).toBe(7)
  expect(read.recordedAt?.toISOString()).toBe('2018-03-15T02:00:01.000Z')
  expect(parseKey(keys[0] ?? '')?.name).toBe('gongxue/toy/1')
  expect(parseKey('gongxue/toy/1+10fe0e6b+AQ==')).toBeUndefined()
  expect(parseCheckpoint('gongxue/toy\n7\n')).toBeUndefined()
  expect(parseCheckpoint(note.replace('\n7\n', '\n07\n'))).toBeUndefined()
})

it('finds the key that signed, and no other', async () => {
  expect(await signedBy(checkpoint(note), keys)).toEqual({ by: 'key', name: 'gongxue/toy/1' })
  expect(await signedBy(checkpoint(note), keys.slice(1))).toEqual({ by: 'nobody' })
})

it('takes no signature for another text, and no key under another hash', async () => {
  expect(await signedBy(checkpoint(note.replace('\n7\n', '\n8\n')), keys)).toEqual({ by: 'nobody' })
  const renamed = (keys[0] ?? '').replace('10fe0e6b', '00000000')
  expect(await signedBy(checkpoint(note), [renamed])).toEqual({ by: 'nobody' })
  const relabeled = note.replace('EP4Oa8lo', 'AAAAAMlo')
  expect(await signedBy(checkpoint(relabeled), [renamed])).toEqual({ by: 'nobody' })
})

it('proves that one log is the beginning of another', async () => {
  expect(await isBeginning(at(3), at(7), threeInSeven)).toBe(true)
  expect(await isBeginning(at(4), at(7), fourInSeven)).toBe(true)
  expect(await isBeginning(at(7), at(7), [])).toBe(true)
})

it('believes no proof of another log, none that is too long or too short, and no smaller log', async () => {
  expect(await isBeginning({ size: 3, root: roots[4] ?? '' }, at(7), threeInSeven)).toBe(false)
  expect(await isBeginning(at(3), { size: 7, root: roots[4] ?? '' }, threeInSeven)).toBe(false)
  expect(await isBeginning(at(3), at(7), threeInSeven.slice(0, 3))).toBe(false)
  expect(await isBeginning(at(3), at(7), [...threeInSeven, ...fourInSeven])).toBe(false)
  expect(await isBeginning(at(7), at(4), fourInSeven)).toBe(false)
  expect(await isBeginning(at(7), { size: 7, root: roots[4] ?? '' }, [])).toBe(false)
  for (let wrong = 0; wrong < threeInSeven.length; wrong++) {
    const changed = threeInSeven.map((one, i) => (i === wrong ? (roots[7] ?? '') : one))
    expect(await isBeginning(at(3), at(7), changed)).toBe(false)
  }
})
