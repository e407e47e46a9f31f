import { describe, expect, it } from 'vitest'
import { addressOf, asked, learnersIn } from './address'

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

describe('the learners of an event', () => {
  it('are found however deep they stand, each once', () => {
    expect(learnersIn({ facts: { learnerId: 'L-2', rows: [{ learnerId: 'L-1' }, { learnerId: 'L-2' }] }, id: 'L-3' })).toEqual([
      'L-2',
      'L-1',
    ])
    expect(learnersIn('text')).toEqual([])
  })
})
