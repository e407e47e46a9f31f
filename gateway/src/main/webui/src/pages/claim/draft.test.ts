import { beforeEach, expect, it, vi } from 'vitest'
import { dropDraft, keepDraft, readDraft } from './draft'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
})

const typed = { kind: 'SKILL_CERTIFICATE', occupationName: '电工', certificateNumber: 'Y000137020100173000123' } as const

it('survives a reload, number and all', () => {
  keepDraft('王', typed)
  expect(readDraft('王')).toEqual(typed)
})

it('keeps the number no longer than the tab', () => {
  keepDraft('王', typed)
  vi.stubGlobal('sessionStorage', storage())
  expect(readDraft('王')).toEqual({ kind: 'SKILL_CERTIFICATE', occupationName: '电工' })
})

it('is not shown to another account on the same device', () => {
  keepDraft('王', typed)
  expect(readDraft('李')).toBeUndefined()
})

it('is gone once it is dropped, and no broken one is read', () => {
  keepDraft('王', typed)
  dropDraft('王')
  expect(readDraft('王')).toBeUndefined()
  localStorage.setItem('gongxue.draft.claim.王', '{')
  expect(readDraft('王')).toBeUndefined()
})
