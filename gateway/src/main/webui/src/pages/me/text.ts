import type { Texts } from '../../text/locale'
import { en } from './text.en'
import { zh } from './text.zh'

/** The words of the learner's pages. */
export const meText: Texts<typeof zh> = { zh, en }

const sample = /^样例|（样例）$/

/** A sample person's name without the mark; the mark is shown beside it instead. */
export function plainName(name: string): string {
  return name.replace(sample, '')
}

export function isSample(name: string): boolean {
  return sample.test(name)
}
