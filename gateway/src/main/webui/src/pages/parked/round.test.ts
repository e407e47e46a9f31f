import { describe, expect, it } from 'vitest'
import type { ParkedAnswer, ParkedLine } from '../../api/parked'
import { Refused } from '../../api/problem'
import { goRound } from './round'
import { told } from './said'
import { parkedText } from './text'

const lines = ['a', 'b', 'c'].map((subject) => ({ subject }) as ParkedLine)
const refused = new Refused({ title: '情况已变', status: 409, code: 'PARKED_NOT_FIRST' })

/** Answers for each line, one after another; a refusal where there is none. */
function answering(...counts: readonly (readonly [decided: number, count: number] | undefined)[]) {
  const asked: string[] = []
  const send = async ({ subject }: ParkedLine): Promise<ParkedAnswer> => {
    const answer = counts[asked.length]
    asked.push(subject)
    if (!answer) {
      throw refused
    }
    return { subject, decided: answer[0], count: answer[1] }
  }
  return { asked, send }
}

describe('a round of the same act', () => {
  it('adds up what was decided and what stays, and says success only when nothing stays', async () => {
    const all = await goRound(lines, answering([2, 0], [1, 0], [4, 0]).send)
    expect(all).toEqual({ done: 3, decided: 7, count: 0 })
    expect(told(all, parkedText.zh)).toEqual({ tone: 'ok', words: '已办理 7 条消息。' })

    const some = await goRound(lines, answering([2, 0], [0, 3], [4, 0]).send)
    expect(some).toEqual({ done: 3, decided: 6, count: 3 })
    expect(told(some, parkedText.zh)).toEqual({ tone: 'mend', words: '已办理 6 条，还有 3 条搁置。请看新的原因。' })
  })

  it('ends with the first that fails, and tells how far it came', async () => {
    const { asked, send } = answering([2, 0], undefined, [4, 0])
    expect(await goRound(lines, send)).toEqual({ done: 1, decided: 2, count: 0, failure: refused })
    expect(asked).toEqual(['a', 'b'])
  })
})
