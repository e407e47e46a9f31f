import { describe, expect, it } from 'vitest'
import type { Account, Outcome } from '../../api/creditbank'
import { contradictions, normalized, pieces, readNumber, type Read } from './certificateNumber'
import { numberFault, yearIn } from './numberRule'
import { occupations, suggestions } from './occupations'
import { claimOf, depositOf, heldIn, type Typed } from './typed'

const read = (number: string) => readNumber(normalized(number)) as Read

// Y 0001 37 020100 17 3 000123
const y22 = 'Y0001' + '37' + '020100' + '17' + '3' + '000123'
const d16 = '17' + '37' + '02' + '1' + '004' + '4' + '00123'

describe('the number of a skill certificate', () => {
  it('of 22 characters says year and level', () => {
    expect(y22).toHaveLength(22)
    expect(read(y22)).toMatchObject({ kind: 'read', yearOfCentury: 17, level: 'SENIOR' })
  })

  it('of 16 digits says year and level', () => {
    expect(d16).toHaveLength(16)
    expect(read(d16)).toMatchObject({ kind: 'read', yearOfCentury: 17, level: 'INTERMEDIATE' })
  })

  it('may be typed with spaces, hyphens, small letters or full-width digits', () => {
    expect(normalized(' y0001-37０20100 17 3 000123')).toBe(y22)
  })

  it('of another length is not read', () => {
    expect(readNumber('123')).toEqual({ kind: 'length', length: 3 })
  })

  it('points at the character that cannot stand there', () => {
    expect(readNumber(`X${y22.slice(1)}`)).toEqual({ kind: 'character', position: 1, character: 'X', needed: 'Y / S' })
    expect(readNumber(`${y22.slice(0, 15)}7${y22.slice(16)}`)).toMatchObject({ position: 16, needed: '1-5' })
    expect(readNumber(`${d16.slice(0, 15)}O`)).toMatchObject({ position: 16, character: 'O', needed: '0-9' })
  })

  it('points at the level digit when another level was chosen', () => {
    expect(contradictions(read(y22), 'TECHNICIAN', '2017-05-02')).toEqual([{ part: 'level', position: '16' }])
    expect(contradictions(read(d16), 'SENIOR')).toEqual([{ part: 'level', position: '11' }])
  })

  it('points at the year when the date is of another one', () => {
    expect(contradictions(read(y22), 'SENIOR', '2016-12-31')).toEqual([{ part: 'year', position: '14-15' }])
    expect(contradictions(read(d16), 'INTERMEDIATE', '2016-12-31')).toEqual([{ part: 'year', position: '1-2' }])
  })

  it('agrees with what it was issued for, and with a form not filled in yet', () => {
    expect(contradictions(read(y22), 'SENIOR', '2017-05-02')).toEqual([])
    expect(contradictions(read(y22))).toEqual([])
    expect(contradictions(read(y22), undefined, '2')).toEqual([])
  })

  it('comes in pieces that name issuer, year and level', () => {
    expect(pieces(d16, read(d16)).filter((one) => one.part)).toEqual([
      { text: '17', part: 'year' },
      { text: '37021004', part: 'issuer' },
      { text: '4', part: 'level' },
    ])
    expect(read(y22).issuerCode).toBe('Y000137')
    expect(pieces(y22, read(y22)).map((one) => one.text).join('')).toBe(y22)
  })
})

describe('what is sent', () => {
  const outcome = (over: Partial<Outcome>): Outcome => ({
    outcomeId: 'O-1',
    occupationCode: '6-31-01-03',
    occupationEdition: '2015',
    occupationName: '电工',
    level: 'INTERMEDIATE',
    state: 'recognized',
    issuedOn: '2014-05-02',
    reasons: [],
    ...over,
  })
  const account: Account = {
    accountId: 'A-1',
    conversions: [],
    outcomes: [
      outcome({ level: 'BEGINNER' }),
      outcome({}),
      outcome({ level: 'TECHNICIAN', state: 'revoked' }),
      outcome({ level: 'SENIOR', occupationCode: '6-18-02-04', occupationName: '焊工' }),
      outcome({ kind: 'PROFESSIONAL_QUALIFICATION', level: 'SENIOR_TECHNICIAN' }),
    ],
  }
  const typed: Typed = {
    kind: 'SKILL_CERTIFICATE',
    occupationName: ' 电工 ',
    occupationCode: '6-31-01-03',
    occupationEdition: '2015',
    level: 'SENIOR',
    certificateNumber: y22,
    issuedOn: '2017-05-02',
    route: 'TRAINING',
    rank: '3',
    qualification: 'SOCIAL_WORKER',
  }

  it('counts only recognized skill certificates as levels held', () => {
    expect(heldIn(account, '6-31-01-03')).toEqual({ highest: 'SENIOR', inOccupation: 'INTERMEDIATE' })
    expect(heldIn(undefined, '6-31-01-03')).toEqual({ highest: undefined, inOccupation: undefined })
  })

  it('is what belongs to a skill certificate, nothing typed for another kind', () =>
    expect(depositOf(typed)).toEqual({
      kind: 'SKILL_CERTIFICATE',
      certificateNumber: y22,
      occupationCode: '6-31-01-03',
      occupationEdition: '2015',
      occupationName: '电工',
      level: 'SENIOR',
      issuedOn: '2017-05-02',
      route: 'TRAINING',
    }))

  it('names no level for a contest, and the contest as its route', () => {
    const deposit = depositOf({ ...typed, kind: 'CONTEST_RESULT', issuerCode: 'QD-CONTEST', certifiedTrade: 'no' })
    expect(deposit).toMatchObject({ route: 'CONTEST', contest: { rank: 3, certifiedTrade: false } })
    expect(deposit).not.toHaveProperty('level')
    expect(deposit).not.toHaveProperty('qualification')
  })

  it('names the qualification of a social worker and its issuer', () =>
    expect(depositOf({ ...typed, kind: 'PROFESSIONAL_QUALIFICATION', issuerCode: 'MOHRSS' })).toMatchObject({
      qualification: 'SOCIAL_WORKER',
      issuerCode: 'MOHRSS',
      occupationName: '社会工作者',
    }))

  it('asks for the preview with the levels held, and never with the number', () => {
    const claim = claimOf(typed, account)
    expect(claim).toMatchObject({ heldBefore: 'SENIOR', heldInOccupation: 'INTERMEDIATE', level: 'SENIOR', occupationEdition: '2015' })
    expect(claim).not.toHaveProperty('certificateNumber')
    expect(claimOf(typed, undefined)).toMatchObject({ heldBefore: 'NONE', heldInOccupation: 'NONE' })
  })
})

describe('a number is refused in words', () => {
  const form = { level: 'TECHNICIAN', issuedOn: '2017-05-02' } as const

  it('that name the digit', () => {
    expect(numberFault('SKILL_CERTIFICATE', y22, form, 'zh')).toBe(
      '证书编号第 16 位表示高级工，您选的是技师。请核对照片后改正。',
    )
    expect(numberFault('SKILL_CERTIFICATE', d16, { level: 'INTERMEDIATE', issuedOn: '2016-05-02' }, 'zh')).toBe(
      '证书编号第 1-2 位表示 2017 年，您填的发证日期是 2016 年。请核对照片后改正。',
    )
    expect(numberFault('SKILL_CERTIFICATE', '1234', form, 'zh')).toContain('您填的有 4 位')
  })

  it('and not at all when it agrees', () => {
    expect(numberFault('SKILL_CERTIFICATE', y22, { level: 'SENIOR', issuedOn: '2017-05-02' }, 'zh')).toBeUndefined()
    expect(numberFault('CONTEST_RESULT', '青工赛〔2017〕12 号', form, 'zh')).toBeUndefined()
  })

  it('that name the length of any other document', () =>
    expect(numberFault('CONTEST_RESULT', '12', form, 'en')).toContain('yours has 2'))

  it('reads the year as the last one that is not in the future', () => {
    const today = new Date('2026-11-20')
    expect(yearIn(read(y22), 'zh', today)).toBe('2017 年')
    expect(yearIn({ ...read(y22), yearOfCentury: 98 }, 'en', today)).toBe('1998')
  })
})

it('suggests the own occupations first, each code once', () => {
  const own = [{ name: '电工（本人）', code: '6-31-01-03', edition: '2015' as const }]
  expect(suggestions(own)[0]?.name).toBe('电工（本人）')
  expect(new Set(suggestions(own).map((one) => one.code)).size).toBe(suggestions(own).length)
  expect(occupations.every((one) => /^\d(-\d\d){3}$/.test(one.code))).toBe(true)
})
