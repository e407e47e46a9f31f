import { describe, expect, it } from 'vitest'
import type { Assessed, Place, Questions } from '../../api/claims'
import { answerOf, ranked } from '../benefits/assessed'
import { answer, answeredOf, complete, numberOf, questionsFor, type Given } from './questions'

const questions: Questions = {
  today: '2017-05-20',
  policies: [],
  units: [
    { unitId: 'U-1', name: '市南区总工会', level: 'DISTRICT' },
    { unitId: 'U-2', name: '高新区工会', level: 'FUNCTIONAL_ZONE' },
    { unitId: 'U-3', name: '市港务局工会', level: 'MUNICIPAL_UNIT' },
  ],
  heldBefore: [{ value: 'NONE', text: '没有' }],
  levels: [{ value: 'SENIOR', text: '高级工' }],
  ownerships: [{ value: 'PRIVATE', text: '私营' }],
}

describe('the self-check', () => {
  it('asks for the kind of firm where a district or zone looks after it, and nowhere else', () => {
    expect(questionsFor(questions, { memberUnitId: 'U-1' })).toContain('ownership')
    expect(questionsFor(questions, { memberUnitId: 'U-2' })).toContain('ownership')
    expect(questionsFor(questions, { memberUnitId: 'U-3' })).toEqual(['unit', 'heldBefore', 'level'])
  })

  it('counts three questions; the kind of firm belongs to the first', () =>
    expect(questionsFor(questions, { memberUnitId: 'U-1' }).map(numberOf)).toEqual([1, 1, 2, 3]))

  it('goes on where the answers end, so a page opened again starts over', () => {
    const asked = questionsFor(questions, { memberUnitId: 'U-3' })
    expect(answeredOf(questionsFor(questions, {}), {})).toBe(0)
    expect(answeredOf(asked, { memberUnitId: 'U-3' })).toBe(1)
    expect(answeredOf(asked, { memberUnitId: 'U-3', heldBefore: 'NONE', level: 'SENIOR' })).toBe(3)
  })

  it('takes "I do not know" for an answer and then leaves the kind of firm out', () => {
    const given: Given = { memberUnitId: 'U-1', ownership: null, heldBefore: 'NONE', level: 'SENIOR' }
    expect(answeredOf(questionsFor(questions, given), given)).toBe(4)
    expect(complete(given)).toEqual({ memberUnitId: 'U-1', heldBefore: 'NONE', level: 'SENIOR' })
  })

  it('forgets the kind of firm with the unit it was said of', () => {
    const given = answer({ memberUnitId: 'U-1', ownership: 'PRIVATE', level: 'SENIOR' }, 'unit', 'U-2')
    expect(given).toEqual({ memberUnitId: 'U-2', level: 'SENIOR' })
    expect(answer(given, 'unit', 'U-2')).toBe(given)
  })

  it('asks nothing of the service before all is answered', () =>
    expect(complete({ memberUnitId: 'U-3', heldBefore: 'NONE' })).toBeUndefined())
})

const place = (outcome: Place['outcome'], position?: number): Place => ({
  unitId: 'U-1',
  unitName: '市南区总工会',
  group: '8',
  year: 2017,
  places: 180,
  used: 60,
  waiting: 0,
  left: 120,
  outcome,
  ...(position ? { position } : {}),
})

const assessed = (policyId: string, result: Assessed['result'], more: Partial<Assessed> = {}): Assessed => ({
  policyId,
  version: 1,
  name: policyId,
  result,
  conditions: [],
  reasons: [],
  missing: [],
  ...more,
})

describe('the answer', () => {
  it('adds up what is owed with a place', () =>
    expect(
      answerOf([
        assessed('a', 'refused'),
        assessed('b', 'owed', { amountFen: 200_000, place: place('place', 61) }),
        assessed('c', 'owed', { amountFen: 80_000 }),
        assessed('d', 'owed', { amountFen: 100_000, place: place('waitlist', 3) }),
      ]),
    ).toEqual({ kind: 'owed', fen: 280_000 }))

  it('says what waits for a place, and where in the line', () =>
    expect(answerOf([assessed('d', 'owed', { amountFen: 100_000, place: place('waitlist', 3) })])).toEqual({
      kind: 'inLine',
      fen: 100_000,
      position: 3,
    }))

  it('is not "owed" where a unit has no places', () =>
    expect(answerOf([assessed('d', 'owed', { amountFen: 100_000, place: place('none') })])).toEqual({
      kind: 'noPlace',
    }))

  it('prefers what is only not known yet to what is refused', () =>
    expect(answerOf([assessed('a', 'refused'), assessed('b', 'pending')])).toEqual({ kind: 'pending' }))

  it('is nothing where no policy is open', () => expect(answerOf([])).toEqual({ kind: 'nothing' }))

  it('lists the best news first', () =>
    expect(
      ranked([assessed('a', 'refused'), assessed('b', 'pending'), assessed('c', 'owed')]).map((one) => one.policyId),
    ).toEqual(['c', 'b', 'a']))
})
