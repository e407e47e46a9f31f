import { Refused, Unreachable, problemFrom } from './problem'

/** What a call may say beside its path. */
export interface CallOptions {
  readonly body?: unknown
  /** a body that is JSON already and goes out as it was written */
  readonly text?: string
  readonly signal?: AbortSignal
  /** The same key for the same act, however often it is sent. */
  readonly key?: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

let language = 'zh-CN'

/** The language problems come back in. */
export function speak(tag: string): void {
  language = tag
}

/**
 * The newest log index this browser has made, and where. Reads ask for at least that much, so that a page never shows a moment
 * before the one the person just made.
 */
let newest: string | undefined

export function noteIndex(header: string | null): void {
  newest = header ?? newest
}

/** The headers of a call; exported so that a test can hold them against the contract. */
export function headersFor(method: Method, options: CallOptions = {}): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
  }
  if (method === 'GET') {
    return newest === undefined ? headers : { ...headers, 'Log-Min-Index': newest }
  }
  return {
    ...headers,
    // Only a page of ours can send this header; the gateway asks for it wherever a cookie alone would do.
    'X-Requested-With': 'gongxue',
    'Idempotency-Key': options.key ?? crypto.randomUUID(),
    ...(bodyOf(options) === undefined ? {} : { 'Content-Type': 'application/json' }),
  }
}

function bodyOf({ body, text }: CallOptions): string | undefined {
  return text ?? (body === undefined ? undefined : JSON.stringify(body))
}

/**
 * Calls a service through the gateway.
 *
 * @throws Refused with the service's problem
 * @throws Unreachable when nothing answers
 */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  const text = await response.text()
  if (!response.ok) {
    throw new Refused(problemFrom(response.status, text))
  }
  if (method !== 'GET') {
    noteIndex(response.headers.get('Log-Index'))
  }
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function send(method: Method, path: string, options: CallOptions): Promise<Response> {
  const body = bodyOf(options)
  try {
    return await fetch(path, {
      method,
      headers: headersFor(method, options),
      credentials: 'same-origin',
      ...(options.signal ? { signal: options.signal } : {}),
      ...(body === undefined ? {} : { body }),
    })
  } catch (error) {
    if (options.signal?.aborted) {
      throw error
    }
    throw new Unreachable()
  }
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', path, signal ? { signal } : {})

export const post = <T>(path: string, body?: unknown, key?: string): Promise<T> =>
  call<T>('POST', path, { ...(body === undefined ? {} : { body }), ...(key ? { key } : {}) })

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string | null
}

/** More pages than this are no list for a person to read. */
const PAGES_MAX = 25

/** As much of a list as a person reads, and whether that is all of it. */
export interface Pages<T> {
  readonly items: readonly T[]
  readonly whole: boolean
}

/** Reads a list, page after page. */
export async function getPages<T>(path: string, signal?: AbortSignal): Promise<Pages<T>> {
  const items: T[] = []
  let cursor: string | null | undefined
  for (let page = 0; page < PAGES_MAX; page++) {
    const read: Page<T> = await get(cursor ? withQuery(path, { cursor }) : path, signal)
    items.push(...read.items)
    cursor = read.next
    if (!cursor) {
      return { items, whole: true }
    }
  }
  return { items, whole: false }
}

/** Reads a list whose length nobody has to be told. */
export const getAll = async <T>(path: string, signal?: AbortSignal): Promise<readonly T[]> =>
  (await getPages<T>(path, signal)).items

/** A path with more in its query; what is undefined is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return said.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${said.join('&')}`
}

/**
 * Uploads a file and tells how far it is (0 to 1). fetch cannot tell, so this is the older interface.
 *
 * @throws Refused with the service's problem
 * @throws Unreachable when nothing answers
 */
export function upload<T>(path: string, file: File, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    for (const [name, value] of Object.entries(headersFor('POST'))) {
      request.setRequestHeader(name, value)
    }
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Unreachable())
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        noteIndex(request.getResponseHeader('Log-Index'))
        resolve(JSON.parse(request.responseText) as T)
      } else {
        reject(new Refused(problemFrom(request.status, request.responseText)))
      }
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
