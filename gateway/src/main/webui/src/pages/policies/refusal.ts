import type { Problem } from '../../api/problem'
import { lineOf, locate, placesOf } from './jsonPlaces'

/** A line of the document around what is refused. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  readonly wrong: boolean
}

/** What the service refused, and where it stands in the text that was sent. */
export interface PlacedProblem {
  readonly problem: Problem
  /** where it is; absent when the problem names no place */
  readonly at?: { readonly start: number; readonly end: number; readonly line: number; readonly exact: boolean }
  readonly excerpt: readonly Excerpt[]
}

const AROUND = 1
const LINES_MAX = 6

/** Every problem with its place. A problem that lists others stands for them. */
export function placed(problem: Problem, text: string): readonly PlacedProblem[] {
  const places = placesOf(text)
  const all = problem.errors && problem.errors.length > 0 ? problem.errors : [problem]
  return all.filter((one) => !isAroundAnother(one, all)).map((one) => {
    const span = one.field === undefined ? undefined : locate(places, pointerOf(one.field))
    if (span === undefined) {
      return { problem: one, excerpt: [] }
    }
    const { line } = lineOf(text, span.start)
    return { problem: one, at: { ...span, line }, excerpt: excerptOf(text, line, lineOf(text, span.end).line) }
  })
}

/**
 * A part that may have one of several shapes is told to have neither, beside what is wrong within it; what is within is what there is to
 * mend.
 */
const isAroundAnother = (one: Problem, all: readonly Problem[]): boolean =>
  one.code === MISSHAPEN && one.field !== undefined && all.some((other) => other.field?.startsWith(`${one.field}/`) === true)

/** A document that does not fit the schema. */
const MISSHAPEN = 'POLICY_MISSHAPEN'

/** What was found or needed, where the sentence does not say it already. What a schema's place is called tells nobody anything. */
export const saidApart = (problem: Problem, what: 'value' | 'needed'): string | undefined =>
  problem.code === MISSHAPEN || problem.detail?.includes(problem[what] ?? '') === true ? undefined : problem[what]

/** A place as the service writes it: a JSON pointer, with or without its first slash. */
function pointerOf(field: string): string {
  return field === '' || field.startsWith('/') ? field : `/${field}`
}

function excerptOf(text: string, from: number, to: number): readonly Excerpt[] {
  const last = Math.min(to, from + LINES_MAX - 1)
  return text
    .split('\n')
    .map((content, index) => ({ line: index + 1, text: content, wrong: index + 1 >= from && index + 1 <= last }))
    .slice(Math.max(0, from - 1 - AROUND), last + AROUND)
}
