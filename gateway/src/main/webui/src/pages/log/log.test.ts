import { describe, expect, it } from 'vitest'
import { Refused, Unreachable } from '../../api/problem'
import { addressOf, asked, learnersIn } from './address'
import { namesField } from './Filters'

describe('the address of the page', () => {
  it('holds every filter and gives them back', () => {
    const page = {
      service: 'credit-bank' as const,
      query: { stream: 'outcome/O-1', type: 'outcome-deposited', learner: 'L-1', from: '2018-01-01', clock: 'occurred' },
    }
    const address = addressOf(page)
    expect(address).toContain('stream=outcome%2FO-1')
    expect(asked(new URL(address, 'http://localhost').searchParams)).toEqual(page)
  })

  it('leaves out what is empty and opens the books for a service nobody knows', () => {
    expect(addressOf({ service: 'reward', query: { stream: '  ', type: 'x' } })).toBe('/admin/log?service=reward&type=x')
    expect(asked(new URLSearchParams('service=payroll&stream='))).toEqual({ service: 'reward', query: {} })
  })
})

describe('what went wrong', () => {
  const wrong = (field: string) => new Refused({ title: '填写有误', status: 400, code: 'INVALID_VALUE', field })

  it('is said beside its field, if the form has one, and else below the form', () => {
    expect(['stream', 'type', 'learner', 'from', 'to'].every((field) => namesField(wrong(field)))).toBe(true)
    expect(namesField(wrong('cause'))).toBe(false)
    expect(namesField(new Unreachable())).toBe(false)
  })
})

describe('the learners of an event', () => {
  it('are found however deep they stand, each once', () => {
    expect(learnersIn({ facts: { learnerId: 'L-2', rows: [{ learnerId: 'L-1' }, { learnerId: 'L-2' }] }, id: 'L-3' })).toEqual([
      'L-2',
      'L-1',
    ])
    expect(learnersIn('text')).toEqual([])
  })
})
