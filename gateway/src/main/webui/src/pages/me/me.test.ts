import { describe, expect, it } from 'vitest'
import type { Entitlement, EntitlementState } from '../../api/reward'
import { banks } from './banks'
import { coursesNeeded } from './coursesNeeded'
import { checkDigitFits, looksLikeIdNumber } from './idNumber'
import { nextStep } from './nextStep'
import { isSample, plainName } from './text'

const entitlement = (state: EntitlementState, more: Partial<Entitlement> = {}): Entitlement => ({
  entitlementId: 'E-1',
  policyId: 'qingdao-tuition-refund',
  policyVersion: 1,
  policyName: '学费全额报销',
  state,
  amountFen: 800_000,
  conditions: [],
  missing: [],
  reasons: [],
  ...more,
})

const sentBack = entitlement('returned', {
  attempts: [
    {
      batchId: 'B-1',
      lineNumber: 1,
      paymentNumber: 'P-1',
      state: 'returned',
      on: '2018-03-16',
      failureText: '户名不符',
      payeeVersion: 1,
    },
  ],
})

const card = (version: number) => ({ tail: '6217', bankName: '中国工商银行', version })

describe('the next step', () => {
  it('is the bank card when money is approved and there is none', () =>
    expect(nextStep(undefined, [entitlement('approved'), entitlement('approved')])).toEqual({
      kind: 'addCard',
      fen: 1_600_000,
    }))

  it('is nothing once there is a card', () =>
    expect(nextStep(card(1), [entitlement('approved')])).toEqual({ kind: 'nothing' }))

  it('is mending the card first, when the bank sent money back', () =>
    expect(nextStep(card(1), [entitlement('approved'), sentBack])).toEqual({ kind: 'mendCard', reason: '户名不符' }))

  it('is nothing once the card is a newer one than the bank refused', () =>
    expect(nextStep(card(2), [sentBack])).toEqual({ kind: 'nothing' }))

  it('is nothing for a refusal', () => expect(nextStep(null, [entitlement('refused')]).kind).toBe('nothing'))
})

it('needs the fewest courses that give the credits', () => {
  expect(coursesNeeded([{ credits: 4 }, { credits: 6 }, { credits: 4 }], 10)).toBe(2)
  expect(coursesNeeded([{ credits: 4 }], 10)).toBe(1)
  expect(coursesNeeded([], 4)).toBe(0)
})

it('checks an ID number by its last character', () => {
  expect(checkDigitFits('11010519491231002X')).toBe(true)
  expect(checkDigitFits('110105194912310021')).toBe(false)
  expect(looksLikeIdNumber('1101051949123100')).toBe(false)
})

it('says beside the name that a person is a sample', () => {
  expect(plainName('王建国（样例）')).toBe('王建国')
  expect(plainName('样例李建国')).toBe('李建国')
  expect(isSample('王建国（样例）')).toBe(true)
  expect(isSample('王建国')).toBe(false)
})

it('lists banks with numbers that can be sent', () => {
  expect(banks.every((bank) => /^\d{12}$/.test(bank.code))).toBe(true)
  expect(new Set(banks.map((bank) => bank.code)).size).toBe(banks.length)
})
