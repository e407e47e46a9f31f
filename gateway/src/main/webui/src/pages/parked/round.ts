import type { ParkedAnswer, ParkedLine } from '../../api/parked'
import { asFailure, type Failure } from '../../api/problem'

/** How far the same act came for many lines. */
export interface Round {
  /** how many lines it was done for */
  readonly done: number
  /** how many messages were decided by it */
  readonly decided: number
  /** how many messages stay parked in the lines it was done for */
  readonly count: number
  /** what ended it before the last line */
  readonly failure?: Failure
}

/** Does the same for one line after another, and ends with the first for which it fails: what one answer said may hold for all. */
export async function goRound<Line extends ParkedLine>(
  lines: readonly Line[],
  send: (line: Line) => Promise<ParkedAnswer>,
): Promise<Round> {
  let round: Round = { done: 0, decided: 0, count: 0 }
  for (const line of lines) {
    try {
      const { decided, count } = await send(line)
      round = { done: round.done + 1, decided: round.decided + decided, count: round.count + count }
    } catch (error) {
      return { ...round, failure: asFailure(error) }
    }
  }
  return round
}
