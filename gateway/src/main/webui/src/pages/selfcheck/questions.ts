import type { Answers, Questions, UnitLevel } from '../../api/claims'

/** What is asked, one at a time. */
export type Question = 'unit' | 'ownership' | 'heldBefore' | 'level'

/** What the history of the browser keeps of this page: the number of the question, never an answer. */
export interface Step {
  readonly step: number
}

/** What has been answered so far; `null` is "I don't know". */
export interface Given {
  readonly memberUnitId?: string
  readonly ownership?: string | null
  readonly heldBefore?: string
  readonly level?: string
}

/** Where places go to firms of any kind the union of a district looks after; elsewhere the kind of firm decides nothing. */
const levelsThatAskForOwnership: readonly UnitLevel[] = ['DISTRICT', 'FUNCTIONAL_ZONE']

/** The questions for these answers, in order. The kind of firm is asked only where it matters. */
export function questionsFor(questions: Questions, given: Given): readonly Question[] {
  const unit = questions.units.find((one) => one.unitId === given.memberUnitId)
  return unit && levelsThatAskForOwnership.includes(unit.level) && questions.ownerships.length > 0
    ? ['unit', 'ownership', 'heldBefore', 'level']
    : ['unit', 'heldBefore', 'level']
}

/** The kind of firm belongs to the question about the unit, so there are always three. */
export const QUESTIONS = 3

export function numberOf(question: Question): number {
  switch (question) {
    case 'unit':
    case 'ownership':
      return 1
    case 'heldBefore':
      return 2
    case 'level':
      return 3
  }
}

function isAnswered(question: Question, given: Given): boolean {
  return question === 'unit' ? given.memberUnitId !== undefined : given[question] !== undefined
}

/** How many questions in a row have an answer; a page opened again starts where they end. */
export function answeredOf(asked: readonly Question[], given: Given): number {
  const open = asked.findIndex((question) => !isAnswered(question, given))
  return open < 0 ? asked.length : open
}

/** What is sent; undefined while an answer is missing. */
export function complete(given: Given): Answers | undefined {
  const { memberUnitId, ownership, heldBefore, level } = given
  return memberUnitId === undefined || heldBefore === undefined || level === undefined
    ? undefined
    : { memberUnitId, heldBefore, level, ...(ownership ? { ownership } : {}) }
}

/** Another unit makes the answer about the old one's kind void. */
export function answer(given: Given, question: Question, value: string | null): Given {
  switch (question) {
    case 'unit': {
      const { ownership: _, ...rest } = given
      return value === given.memberUnitId ? given : { ...rest, memberUnitId: value ?? '' }
    }
    case 'ownership':
      return { ...given, ownership: value }
    case 'heldBefore':
    case 'level':
      return { ...given, [question]: value ?? '' }
  }
}
