/** A piece of a text; offsets, the end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a JSON text stops being one. */
export interface SyntaxFault {
  readonly at: number
}

/** Where every value of a JSON text stands, by JSON pointer (RFC 6901), as far as the text can be read. */
export interface Places {
  readonly spans: ReadonlyMap<string, Span>
  readonly fault?: SyntaxFault
}

class Broken extends Error {
  constructor(readonly at: number) {
    super(`broken at ${at}`)
  }
}

/** Reads a JSON text for its places. */
export function placesOf(text: string): Places {
  const spans = new Map<string, Span>()
  try {
    const end = blank(text, value(text, blank(text, 0), '', spans))
    return end < text.length ? { spans, fault: { at: end } } : { spans }
  } catch (error) {
    if (error instanceof Broken) {
      return { spans, fault: { at: error.at } }
    }
    throw error
  }
}

/** The value a pointer names, or the nearest one around it; `exact` tells which. */
export function locate(places: Places, pointer: string): (Span & { readonly exact: boolean }) | undefined {
  for (let at = pointer.replace(/\/$/, ''); ; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = places.spans.get(at)
    if (span) {
      return { ...span, exact: at === pointer }
    }
    if (!at.includes('/')) {
      return undefined
    }
  }
}

/** The line an offset is in, and the place in it; both from 1. */
export function lineOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

function value(text: string, at: number, pointer: string, spans: Map<string, Span>): number {
  const end = endOf(text, at, pointer, spans)
  spans.set(pointer, { start: at, end })
  return end
}

function endOf(text: string, at: number, pointer: string, spans: Map<string, Span>): number {
  switch (text[at]) {
    case '{':
      return members(text, at, pointer, spans)
    case '[':
      return items(text, at, pointer, spans)
    case '"':
      return string(text, at)
    default:
      return pattern(text, at, /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y)
  }
}

function members(text: string, from: number, pointer: string, spans: Map<string, Span>): number {
  let at = blank(text, from + 1)
  if (text[at] === '}') {
    return at + 1
  }
  for (;;) {
    const end = string(text, at)
    const name = String(JSON.parse(text.slice(at, end)))
    at = blank(text, expect(text, blank(text, end), ':'))
    at = blank(text, value(text, at, `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`, spans))
    if (text[at] !== ',') {
      return expect(text, at, '}')
    }
    at = blank(text, at + 1)
  }
}

function items(text: string, from: number, pointer: string, spans: Map<string, Span>): number {
  let at = blank(text, from + 1)
  if (text[at] === ']') {
    return at + 1
  }
  for (let index = 0; ; index++) {
    at = blank(text, value(text, at, `${pointer}/${index}`, spans))
    if (text[at] !== ',') {
      return expect(text, at, ']')
    }
    at = blank(text, at + 1)
  }
}

const string = (text: string, at: number): number =>
  pattern(text, at, /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y)

function pattern(text: string, at: number, what: RegExp): number {
  what.lastIndex = at
  const found = what.exec(text)
  if (!found) {
    throw new Broken(at)
  }
  return at + found[0].length
}

function expect(text: string, at: number, character: string): number {
  if (text[at] !== character) {
    throw new Broken(at)
  }
  return at + 1
}

function blank(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) {
    at++
  }
  return at
}
