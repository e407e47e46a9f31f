import { describe, expect, it } from 'vitest'
import { lineOf, locate, placesOf } from './jsonPlaces'

const text = `{
  "name": "技能\\"提升\\"奖励",
  "eligibility": [
    { "fact": "outcome.levelRank", "value": -3.5e2 },
    { "fact": "unit.ownership", "value": ["PRIVATE", {}, []] }
  ],
  "a/b": { "c~d": true }
}`
const at = (pointer: string) => {
  const span = locate(placesOf(text), pointer)
  return span && [text.slice(span.start, span.end), span.exact]
}

describe('a place in a document', () => {
  it('is found by its pointer', () => {
    expect(at('/name')).toEqual(['"技能\\"提升\\"奖励"', true])
    expect(at('/eligibility/0/value')).toEqual(['-3.5e2', true])
    expect(at('/eligibility/1/value/0')).toEqual(['"PRIVATE"', true])
    expect(at('/a~1b/c~0d')).toEqual(['true', true])
  })

  it('is the nearest around it where it names what is missing', () => {
    expect(at('/eligibility/0/article')).toEqual(['{ "fact": "outcome.levelRank", "value": -3.5e2 }', false])
    expect(at('/quota')?.[1]).toBe(false)
    expect(at('')).toEqual([text, true])
  })

  it('is told by line and column', () => {
    const span = locate(placesOf(text), '/eligibility/1/fact')
    expect(lineOf(text, span?.start ?? 0)).toEqual({ line: 5, column: 15 })
  })
})

it.each([
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['{"a": 01}', 7],
  ['[1, 2', 5],
  ['{"a": "open', 6],
  ['{} x', 3],
  ['', 0],
  ["{'a': 1}", 1],
])('%s stops being JSON at %d', (broken, offset) => expect(placesOf(broken).fault).toEqual({ at: offset }))

it('takes every JSON the browser takes', () => {
  for (const good of ['{}', '[]', ' null ', '[1,-0,2.5E+3,"\\u00e4"]', '{"a":{"b":[{}]}}']) {
    expect(placesOf(good).fault).toBeUndefined()
    expect(() => JSON.parse(good)).not.toThrow()
  }
})
