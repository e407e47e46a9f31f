import { describe, expect, it } from 'vitest'
import type { Condition, Entitlement, EntitlementState } from '../../api/reward'
import { applies, neededText, valueText } from './condition'
import { isOnItsWay, kindOf, moneyState, stepOf, sums } from './states'
import { subjectOf } from './subject'
import { benefitText } from './text'

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

describe('money', () => {
  it.each([
    ['pending', '正在核对', 'due'],
    ['approved', '已批准，待拨付', 'payable'],
    ['in-payment', '银行处理中', 'atBank'],
    ['paid', '已付', 'paid'],
    ['returned', '银行退回', 'atBank'],
  ] as const)('in state %s is called %s', (state, words, step) => {
    const shown = moneyState(entitlement(state))
    expect(benefitText.zh.money.state[shown]).toBe(words)
    expect(isOnItsWay(shown) && stepOf(shown)).toBe(step)
  })

  it('that is refused is called 未通过', () =>
    expect(benefitText.zh.money.state[moneyState(entitlement('refused'))]).toBe('未通过'))

  it.each([
    ['quota', '候补名额', 'due', '您排候补第 3 位，前面还有 2 人'],
    ['fund', '等资金到位', 'approved', '您排第 3 位，前面还有 2 人'],
  ] as const)('in the line for a %s says what it waits for', (line, words, step, sentence) => {
    const shown = moneyState(entitlement('waitlisted', { line, position: 3 }))
    expect(benefitText.zh.money.state[shown]).toBe(words)
    expect(isOnItsWay(shown) && stepOf(shown)).toBe(step)
    expect(benefitText.zh.money[line === 'quota' ? 'awaitingPlace' : 'awaitingFund'](3, 2)).toContain(sentence)
  })

  it('whose wait ended with the year has no steps', () =>
    expect(isOnItsWay(moneyState(entitlement('expired')))).toBe(false))

  it('that was owed or paid and no longer is has no steps', () => {
    expect(isOnItsWay(moneyState(entitlement('recovering')))).toBe(false)
    expect(benefitText.zh.money.state[moneyState(entitlement('recovered'))]).toBe('已退回')
  })

  it('that waits for an officer says so', () =>
    expect(benefitText.zh.money.state[moneyState(entitlement('pending', { waiting: 'officer' }))]).toBe('待审批'))
})

describe('sums', () => {
  it('keep due, approved, with the bank, paid and to be paid back apart, each entitlement once', () => {
    const all = [
      entitlement('pending', { waiting: 'officer', amountFen: 1 }),
      entitlement('waitlisted', { line: 'fund', amountFen: 2 }),
      entitlement('approved', { amountFen: 10 }),
      entitlement('returned', { amountFen: 20 }),
      entitlement('in-payment', { amountFen: 100 }),
      entitlement('paid', { amountFen: 1_000 }),
      entitlement('recovering', { amountFen: 10_000 }),
      entitlement('refused', { amountFen: 100_000 }),
      entitlement('recovered', { amountFen: 100_000 }),
    ]
    expect(sums(all)).toEqual({ due: 3, approved: 30, atBank: 100, paid: 1_000, recovering: 10_000 })
  })

  it('count nothing that may never be owed: no place yet, or not decided', () => {
    expect(kindOf(moneyState(entitlement('waitlisted', { line: 'quota' })))).toBeUndefined()
    expect(kindOf(moneyState(entitlement('pending')))).toBeUndefined()
  })
})

it('names what an entitlement is for by the outcome it hangs on', () => {
  const account = {
    accountId: 'A-1',
    conversions: [],
    outcomes: [
      {
        outcomeId: 'O-1',
        occupationCode: '6-31-01-03',
        occupationEdition: '2015',
        occupationName: '电工',
        level: 'SENIOR',
        state: 'recognized',
        issuedOn: '2017-05-02',
        reasons: [],
      },
    ],
  } as const
  expect(subjectOf({ basis: 'outcome/O-1' }, account, 'zh')).toBe('电工高级工')
  expect(subjectOf({ basis: 'graduation/G-1' }, account, 'zh')).toBeUndefined()
  expect(subjectOf({}, undefined, 'zh')).toBeUndefined()
})

it('says how an amount was worked out, and that waived tuition is not refunded', () => {
  expect(benefitText.zh.money.algorithm('实缴 8,000.00 元', true)).toBe('算法：实缴 8,000.00 元。减免部分不重复报销')
  expect(benefitText.zh.money.algorithm('高级工 2,000.00 元', false)).toBe('算法：高级工 2,000.00 元')
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

  it('that is not about this case is told from one that is', () => {
    expect(applies({ ...condition('atLeast', '1'), when: [{ holds: true }, { holds: false }] })).toBe(false)
    expect(applies({ ...condition('atLeast', '1'), when: [{ holds: null }] })).toBe(true)
    expect(applies(condition('atLeast', '1'))).toBe(true)
  })

  it('calls a word by what it means for its fact', () => {
    expect(valueText('outcome.route', 'SELF_STUDY', 'zh')).toBe('自学')
    expect(valueText('graduation.diplomaType', 'SELF_STUDY', 'zh')).toBe('自学考试')
    expect(valueText('outcome.heldBefore', 'NONE', 'zh')).toBe('没有')
    expect(valueText('outcome.levelsGained', '-2', 'zh')).toBe('低 2 级')
    expect(valueText('outcome.levelsGained', '1', 'en')).toBe('1 level')
    expect(valueText('level', 'BEGINNER–SENIOR', 'zh')).toBe('初级工–高级工')
    expect(valueText('certificateNumber', 'Y000137', 'zh')).toBe('Y000137')
  })

  it('says values in words', () => {
    expect(valueText('graduation.examsPassed', 'false', 'zh')).toBe('否')
    expect(valueText('tuition.paidFen', '800000', 'zh')).toBe('8,000.00 元')
    expect(valueText('graduation.awardedOn', '2017-11-20', 'en')).toBe('20 Nov 2017')
    expect(valueText('tuition.lastPaidOn', null, 'zh')).toBe('还没有')
  })
})

