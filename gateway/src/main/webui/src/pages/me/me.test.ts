import { describe, expect, it } from 'vitest'
import type { Condition, Entitlement, EntitlementState } from '../../api/reward'
import { computationText } from './computation'
import { neededText, valueText } from './condition'
import { coursesNeeded } from './coursesNeeded'
import { checkDigitFits, looksLikeIdNumber } from './idNumber'
import { moneyState, stepOf } from './money'
import { nextStep } from './nextStep'
import { isSample, meText, plainName } from './text'

const entitlement = (state: EntitlementState, attempts: Entitlement['attempts'] = []): Entitlement => ({
  entitlementId: 'e-1',
  policyId: 'qingdao-tuition-refund',
  policyVersion: 1,
  policyName: '学费全额报销',
  state,
  amountFen: 800_000,
  conditions: [],
  reasons: [],
  timeline: [],
  attempts,
})

const attempt = (state: string) => ({ batchId: 'b-1', lineNumber: 1, state, failureText: '户名不符' })

describe('money', () => {
  it.each([
    ['pending', '正在核对', 'due'],
    ['held', '待审批', 'approved'],
    ['waitlisted', '等资金到位', 'approved'],
    ['approved', '已批准，待拨付', 'payable'],
    ['in_transit', '银行处理中', 'atBank'],
    ['paid', '已付', 'paid'],
    ['returned', '银行退回', 'atBank'],
  ] as const)('in state %s is called %s', (state, words, step) => {
    const shown = moneyState(entitlement(state))
    expect(meText.zh.money.state[shown]).toBe(words)
    expect(shown === 'refused' ? undefined : stepOf(shown)).toBe(step)
  })

  it('that is refused is called 未通过 and has no steps', () =>
    expect(meText.zh.money.state[moneyState(entitlement('refused'))]).toBe('未通过'))

  it('approved and given to the bank is with the bank', () =>
    expect(moneyState(entitlement('approved', [attempt('open')]))).toBe('atBank'))

  it('sent back and given to the bank again is with the bank', () =>
    expect(moneyState(entitlement('returned', [attempt('returned'), attempt('open')]))).toBe('atBank'))
})

describe('the next step', () => {
  it('is the bank card when money is approved and there is none', () =>
    expect(nextStep({ card: null }, [entitlement('approved'), entitlement('approved')])).toEqual({
      kind: 'addCard',
      fen: 1_600_000,
    }))

  it('is nothing once there is a card', () =>
    expect(nextStep({ card: { lastDigits: '6217', bankName: '工行' } }, [entitlement('approved')]).kind).toBe('nothing'))

  it('is mending the card first, when the bank sent money back', () =>
    expect(
      nextStep({ card: null }, [entitlement('approved'), entitlement('returned', [attempt('returned')])]),
    ).toEqual({ kind: 'mendCard', fen: 800_000, reason: '户名不符' }))

  it('is nothing for a refusal', () => expect(nextStep({}, [entitlement('refused')]).kind).toBe('nothing'))
})

describe('how an amount was worked out', () => {
  const computation = (paid: number, refunded: number, cap = paid) => ({
    terms: [
      { fact: 'tuition.paidFen', amountFen: paid },
      { fact: 'tuition.refundedFen', amountFen: -refunded },
    ],
    shareOf: 1,
    shareIn: 1,
    beforeCapFen: paid - refunded,
    capFen: cap,
    amountFen: Math.min(paid - refunded, cap),
  })

  it('names what was paid and leaves out what is nothing', () =>
    expect(computationText(computation(680_000, 0), 'zh')).toBe('算法：实缴 6,800.00 元。减免部分不重复报销'))

  it('subtracts what was refunded', () =>
    expect(computationText(computation(800_000, 50_000), 'zh')).toBe(
      '算法：实缴 8,000.00 元 − 退费 500.00 元。减免部分不重复报销',
    ))

  it('names a share and a cap that bound', () =>
    expect(computationText({ ...computation(800_000, 0, 300_000), shareIn: 2, beforeCapFen: 400_000 }, 'zh')).toBe(
      '算法：实缴 8,000.00 元的 1/2，最多 3,000.00 元。减免部分不重复报销',
    ))
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
  expect(isSample('王建国（样例）')).toBe(true)
  expect(isSample('王建国')).toBe(false)
})

it('tells refused applicants what was asked and what they stated', () =>
  expect(
    meText.zh.applications.reason(
      { code: 'EDUCATION_BELOW_ENTRY', value: 'JUNIOR_SECONDARY', needed: 'SENIOR_SECONDARY' },
      (level) => (level === 'JUNIOR_SECONDARY' ? '初中' : '高中'),
    ),
  ).toContain('这个专业要求高中，您填的是初中。'))
