import { beforeEach, expect, it, vi } from 'vitest'
import { call, getAll, headersFor, noteIndex, speak, withQuery } from './http'
import { Refused, Unreachable } from './problem'

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})

it('shows with every change that our own page makes it', () => {
  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    expect(headersFor(method)['X-Requested-With']).toBe('gongxue')
  }
  expect(headersFor('GET')).not.toHaveProperty('X-Requested-With')
})

it('gives every act a key, and a repeated act the same one', () => {
  expect(headersFor('POST')['Idempotency-Key']).not.toBe(headersFor('POST')['Idempotency-Key'])
  expect(headersFor('POST', { key: 'k-1' })['Idempotency-Key']).toBe('k-1')
})

it('asks for problems in the language of the page', () => {
  speak('en')
  expect(headersFor('GET')['Accept-Language']).toBe('en')
  speak('zh-CN')
  expect(headersFor('GET')['Accept-Language']).toBe('zh-CN')
})

it('reads no moment before the one it just made', async () => {
  fetched.mockResolvedValueOnce(new Response('{}', { headers: { 'Log-Index': 'enrollment=42' } }))
  await call('POST', '/api/enrollment/learners/me/card', { body: {} })
  expect(headersFor('GET')['Log-Min-Index']).toBe('enrollment=42')
  noteIndex(null)
  expect(headersFor('GET')['Log-Min-Index']).toBe('enrollment=42')
})

it('turns a problem into a refusal with its words', async () => {
  const problem = { title: '证书不符', status: 422, code: 'CERTIFICATE', detail: '请核对照片后改正。' }
  fetched.mockResolvedValueOnce(new Response(JSON.stringify(problem), { status: 422 }))
  const refused: unknown = await call('POST', '/api/x').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect((refused as Refused).problem).toEqual(problem)
})

it('turns an answer of another machine into a refusal as well', async () => {
  fetched.mockResolvedValueOnce(new Response('<html>', { status: 502 }))
  await expect(call('GET', '/api/x')).rejects.toMatchObject({ problem: { status: 502, code: 'HTTP_502' } })
})

it('says when nothing answers', async () => {
  fetched.mockRejectedValueOnce(new TypeError('failed to fetch'))
  await expect(call('GET', '/api/x')).rejects.toBeInstanceOf(Unreachable)
})

it('sends what is JSON already as it was written', async () => {
  fetched.mockResolvedValueOnce(new Response('{}'))
  await call('POST', '/api/x', { text: '{ "a" : 1 }' })
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ body: '{ "a" : 1 }', headers: { 'Content-Type': 'application/json' } })
})

it('follows the cursor of a list that is asked for with a query', async () => {
  fetched.mockResolvedValueOnce(new Response('{"items":[1],"next":"2 b"}'))
  fetched.mockResolvedValueOnce(new Response('{"items":[2]}'))
  expect(await getAll('/api/x?state=submitted')).toEqual([1, 2])
  expect(fetched.mock.calls[1]?.[0]).toBe('/api/x?state=submitted&cursor=2%20b')
})

it('leaves out of a query what is not said', () =>
  expect(withQuery('/api/x', { a: undefined, b: 1, c: '技师' })).toBe('/api/x?b=1&c=%E6%8A%80%E5%B8%88'))
