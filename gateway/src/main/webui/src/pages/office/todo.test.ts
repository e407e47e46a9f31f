import { describe, expect, it } from 'vitest'
import { actingFor, type Case, type DepositedOutcome } from '../../api/office'
import type { QuotaGrid } from '../../api/quotas'
import { byDueDay, counted, daysUntil, isMine, lines, ofLate, tally, toConfirm, urgencyOf } from './todo'

const today = '2017-03-10'

const held = (applicationId: string, organizationId: string, until: string): Case => ({
  applicationId,
  programId: 'P-1',
  state: 'submitted',
  submittedOn: '2017-03-01',
  learnerId: `L-${applicationId}`,
  unitId: 'U-1',
  holder: { organizationId, until },
})

describe('whom an officer acts for', () => {
  const appointed = (over: object) => ({ organizationId: 'U-1', role: 'UNION_OFFICER', from: '2017-01-01', ...over })

  it('is said by appointments that hold on the day', () => {
    const acting = actingFor(
      [
        appointed({}),
        appointed({ organizationId: 'U-2', until: '2017-03-09' }),
        appointed({ organizationId: 'U-3', from: '2017-03-11' }),
        appointed({ organizationId: 'U-4', dismissedOn: '2017-02-01' }),
        appointed({ organizationId: 'U-5', role: 'AUDITOR' }),
        appointed({ organizationId: 'U-6', until: today }),
      ],
      today,
    )
    expect([...acting]).toEqual(['U-1', 'U-6'])
  })

  it('makes a case the own one while this union holds it', () => {
    const acting = actingFor([appointed({})], today)
    expect(isMine(held('A', 'U-1', today), acting)).toBe(true)
    expect(isMine(held('A', 'U-9', today), acting)).toBe(false)
    expect(isMine(held('A', 'U-9', today), actingFor([appointed({ organizationId: '*' })], today))).toBe(true)
  })
})

it('brings up proposals of others for units below the own one', () => {
  const grid = (proposedByMe: boolean, unitId: string) =>
    ({ proposal: { proposedByMe, cells: [{ unitId, group: '3', places: 1 }] } }) as unknown as QuotaGrid
  const grids = [grid(false, 'factory'), grid(true, 'factory'), grid(false, 'district'), {} as QuotaGrid]
  expect(toConfirm(grids, new Set(['district']))).toEqual([grids[0]])
})

it('counts days across the end of a month', () => {
  expect(daysUntil('2017-02-27', '2017-03-02')).toBe(3)
  expect(daysUntil(today, '2017-03-09')).toBe(-1)
})

it.each([
  ['2017-03-09', 'overdue'],
  [today, 'soon'],
  ['2017-03-13', 'soon'],
  ['2017-03-14', 'later'],
  [undefined, 'later'],
])('what is due %s is %s', (until, urgency) => expect(urgencyOf(until, today)).toBe(urgency))

it('puts first what is due first, and counts it', () => {
  const recommend = [held('A', 'U', '2017-03-20'), held('B', 'U', '2017-03-01'), held('C', 'U', '2017-03-12')]
  expect(byDueDay(recommend).map((one) => one.applicationId)).toEqual(['B', 'C', 'A'])
  expect(counted({ recommend, review: [], awards: [], proposals: [] }, today)).toEqual({ all: 3, overdue: 1, soon: 1 })
})

it('tells of certificates refused in the last month, the latest first', () => {
  const refused = (outcomeId: string, depositedOn: string) => ({ outcomeId, depositedOn }) as DepositedOutcome
  expect(
    ofLate([refused('O-1', '2017-02-01'), refused('O-2', '2017-02-08'), refused('O-3', today)], today).map((one) => one.outcomeId),
  ).toEqual(['O-3', 'O-2'])
})

it('lists the longest line first, and none that is empty', () => {
  const quota = { policyId: 'skill', policyVersion: 1, name: '', year: 2017 }
  const group = (name: string, waiting: number) => ({ group: name, ceiling: 1, allotted: 1, used: 1, waiting })
  expect(lines([{ ...quota, groups: [group('3', 2), group('8', 0), group('9', 7)] }]).map((one) => one.group)).toEqual(['9', '3'])
})

it('adds up what became of many', () =>
  expect(
    tally([
      { id: 'A', status: 'accepted' },
      { id: 'B', status: 'duplicate' },
      { id: 'C', status: 'refused' },
    ]),
  ).toEqual({ done: 1, already: 1, refused: [{ id: 'C', status: 'refused' }] }))
