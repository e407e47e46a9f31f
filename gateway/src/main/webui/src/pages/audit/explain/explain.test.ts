import { expect, it } from 'vitest'
import type { Decision, Explanation, Payment, Place } from '../../../api/explanation'
import { chainOf, eventsOf, numberOf, twoPeople } from './chain'

const place = (index: number, service = 'reward'): Place => ({
  service,
  index,
  leaf: `leaf-${service}-${index}`,
  type: 'org.gongxue.reward.something',
  occurredAt: '2018-03-15T02:00:00Z',
  recordedAt: '2018-03-15T02:00:00Z',
  actor: 'service:reward',
  cause: 'input:enrollment/5',
})

const condition = (name: string, passed: boolean | null) => ({
  name,
  fact: 'f',
  comparison: 'isTrue',
  value: 'true',
  needed: 'true',
  passed,
  article: '第一条',
  when: [],
})

const fundMoment = (available: number) => ({ index: 1, balances: { AVAILABLE: available } })

const approved: Decision = {
  outcome: 'approved',
  assessed: {
    result: 'OWED',
    assessor: 'v1',
    conditions: [condition('学分修满', true), condition('考试合格', true)],
    missing: [],
    shares: [{ fundId: 'tuition-2017', amountFen: 800_000 }],
    amountFen: 800_000,
  },
  reasons: [],
  funds: [{ fundId: 'tuition-2017', before: fundMoment(1_000_000), after: fundMoment(200_000) }],
  events: [place(20), place(21)],
}

const payment: Payment = {
  paymentId: 'P-2018-000001-1',
  attempt: 1,
  line: 12,
  amountFen: 800_000,
  payeeVersion: 1,
  drafted: place(30),
  batch: {
    batchId: 'B-2018-000001',
    fundId: 'tuition-2017',
    purpose: 'TUITION_REFUND',
    maker: 'maker',
    opened: place(29),
    frozenBy: 'maker',
    checker: 'checker',
    approved: place(31),
    lines: 297,
    exports: [],
  },
  bank: { state: 'paid', bankReference: '20180316-12', on: '2018-03-16', at: place(40) },
}

const explanation: Explanation = {
  entitlementId: 'E-00000000000000a0',
  state: 'paid',
  index: 99,
  learnerId: 'L-1',
  unitId: 'U-1',
  opened: place(10),
  ground: {
    kind: 'university-row',
    reference: 'file/F-1#88',
    source: { service: 'enrollment', index: 903_114, leaf: 'l', id: 'i', type: 't' },
  },
  policy: {
    policyId: 'qingdao-tuition-refund',
    version: 1,
    document: { name: '学费全额报销' } as Explanation['policy']['document'],
    digest: 'd',
    proposedBy: 'a',
    proposed: place(1),
  },
  inputs: [],
  decisions: [approved],
  attempts: [payment],
  corrections: [],
  entries: [],
}

const titles = (one: Explanation) => chainOf(one, undefined, 'zh', (service) => service).map((box) => box.title)

it('tells the way of the money from the row of the list to the bank', () => {
  expect(titles(explanation)).toEqual([
    '毕业名单第 88 行',
    '2 项条件全过',
    '占用资金 8,000.00',
    '批次 B-2018-000001',
    '银行已付',
  ])
  expect(chainOf(explanation, undefined, 'zh', (service) => service).map((box) => box.at?.index)).toEqual([903_114, 20, 21, 31, 40])
})

it('ends a refusal at the rule that failed', () => {
  const refused: Decision = {
    ...approved,
    outcome: 'refused',
    assessed: { ...approved.assessed!, conditions: [condition('单位范围', false)] },
    funds: [],
  }
  const boxes = chainOf({ ...explanation, state: 'refused', decisions: [refused], attempts: [] }, undefined, 'zh', (service) => service)
  expect(boxes.map((box) => box.title)).toEqual(['毕业名单第 88 行', '没有通过'])
  expect(boxes[1]?.lines[0]).toBe('单位范围')
  expect(boxes[1]?.tone).toBe('mend')
})

it('shows every attempt, and what came afterwards', () => {
  const returned = { ...payment, paymentId: 'P-2018-000001-0', bank: { ...payment.bank!, state: 'returned' as const } }
  const later = { what: 'recovery-ordered' as const, amountFen: 800_000, at: place(50) }
  const back = { what: 'returned' as const, amountFen: 800_000, at: place(45) }
  expect(titles({ ...explanation, attempts: [returned, payment], corrections: [back, later] }).slice(3)).toEqual([
    '批次 B-2018-000001',
    '银行退回',
    '批次 B-2018-000001',
    '银行已付',
    '决定追回',
  ])
})

it('marks a batch that one person made and checked', () => {
  expect(twoPeople(payment.batch)).toBe(true)
  expect(twoPeople({ ...payment.batch, checker: 'maker' })).toBe(false)
  expect(twoPeople({ ...payment.batch, frozenBy: 'checker' })).toBe(false)
  const { checker: _, ...unchecked } = payment.batch
  expect(twoPeople(unchecked)).toBeUndefined()
})

it('says where somebody stands in line, and how many places there were', () => {
  const cell = { policyId: 'p', year: 2017, unitId: 'U-9', group: '8' }
  const moment = (used: number) => ({ index: 1, places: 180, used, lastPosition: 3, servedPosition: 0 })
  const waits: Decision = {
    ...approved,
    outcome: 'waitlisted',
    position: 3,
    assessed: { ...approved.assessed!, quotaCell: cell },
    quota: { cellId: 'Q-1', before: moment(180), after: moment(180) },
    funds: [],
  }
  const box = chainOf({ ...explanation, decisions: [waits], attempts: [] }, undefined, 'zh', (service) => service)[2]
  expect(box?.title).toBe('候补第 3 位')
  expect(box?.lines).toEqual(['名额 180/180', 'U-9 · “8”组 · 2017 年'])
  const expired: Decision = { ...waits, outcome: 'expired' }
  const late = chainOf({ ...explanation, decisions: [waits, expired], attempts: [] }, undefined, 'zh', (service) => service)
  expect(late[2]?.title).toBe('候补到期')
  expect(late[2]?.tone).not.toBe('ok')
})

it('lists every event once', () => {
  const events = eventsOf({ ...explanation, decisions: [approved, approved] })
  expect(events.map((one) => `${one.service}/${one.index}`)).toEqual([
    'enrollment/903114',
    ...[1, 10, 20, 21, 29, 30, 31, 40].map((n) => `reward/${n}`),
  ])
})

it('reads numbers as people write them', () => {
  expect(numberOf(' p-2018-000001-1 ')).toBe('P-2018-000001-1')
  expect(numberOf('e-00000000000000A0')).toBe('E-00000000000000a0')
  expect(numberOf('Ｐ－2018-000001-1'.replace('－', '-'))).toBe('P-2018-000001-1')
  expect(numberOf('B-2018-000001')).toBeUndefined()
  expect(numberOf('E-1')).toBeUndefined()
})
