import { describe, expect, it } from 'vitest'
import type { Condition, Entitlement, EntitlementState } from '../../api/reward'
import { banks } from './banks'
import { neededText, valueText } from './condition'
import { coursesNeeded } from './coursesNeeded'
import { checkDigitFits, looksLikeIdNumber } from './idNumber'
import { isOnItsWay, moneyState, stepOf } from './money'
import { nextStep } from './nextStep'
import { isSample, meText, plainName } from './text'

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

describe('money', () => {
  it.each([
    ['pending', '正在核对', 'due'],
    ['waitlisted', '等资金到位', 'approved'],
    ['approved', '已批准，待拨付', 'payable'],
    ['in-payment', '银行处理中', 'atBank'],
    ['paid', '已付', 'paid'],
    ['returned', '银行退回', 'atBank'],
  ] as const)('in state %s is called %s', (state, words, step) => {
    const shown = moneyState(entitlement(state))
    expect(meText.zh.money.state[shown]).toBe(words)
    expect(isOnItsWay(shown) && stepOf(shown)).toBe(step)
  })

  it('that is refused is called 未通过', () =>
    expect(meText.zh.money.state[moneyState(entitlement('refused'))]).toBe('未通过'))

  it('that was owed or paid and no longer is has no steps', () => {
    expect(isOnItsWay(moneyState(entitlement('recovering')))).toBe(false)
    expect(meText.zh.money.state[moneyState(entitlement('recovered'))]).toBe('已退回')
  })

  it('that waits for an officer says so', () =>
    expect(meText.zh.money.state[moneyState(entitlement('pending', { waiting: 'officer' }))]).toBe('待审批'))
})

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

it('says how an amount was worked out, and that waived tuition is not refunded', () => {
  expect(meText.zh.money.algorithm('实缴 8,000.00 元', true)).toBe('算法：实缴 8,000.00 元。减免部分不重复报销')
  expect(meText.zh.money.algorithm('高级工 2,000.00 元', false)).toBe('算法：高级工 2,000.00 元')
})

describe('a condition', () => {
  const condition = (comparison: string, needed: string): Condition => ({
    name: '学分修满',
    fact: 'graduation.universityCredits',
    comparison,
    value: '76',
    needed,
    passed: false,
    article: '第一条',
  })

  it('says what is needed in words', () => {
    expect(neededText(condition('atLeast', '80'), 'zh')).toBe('不少于 80')
    expect(neededText(condition('isTrue', 'true'), 'zh')).toBe('是')
    expect(neededText(condition('notAfter', '2017-11-30'), 'zh')).toBe('不晚于 2017 年 11 月 30 日')
    expect(neededText(condition('in', '[ADULT, NETWORK]'), 'zh')).toBe('其中之一：成人高等教育、网络教育')
  })

  it('says values in words', () => {
    expect(valueText('graduation.examsPassed', 'false', 'zh')).toBe('否')
    expect(valueText('tuition.paidFen', '800000', 'zh')).toBe('8,000.00 元')
    expect(valueText('graduation.awardedOn', '2017-11-20', 'en')).toBe('20 Nov 2017')
    expect(valueText('tuition.lastPaidOn', null, 'zh')).toBe('还没有')
  })
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
