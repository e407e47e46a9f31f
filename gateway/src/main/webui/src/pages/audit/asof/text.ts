import type { Texts } from '../../../text/locale'

const zh = {
  title: '截止某日',
  ask: '账上过去某一天是多少？',
  askMore: '从第一个事件重新算起，只算到您选的那一天。',
  occurred: '已经发生的',
  occurredMore: '那天结束时已经发生的事，不论后来哪天才记录。',
  start: '算出来',
  needOne: '请填一个日期。',
  answer: (range: string) => `${range}的账`,
  incomplete: (range: string) => `${range}的账算不完整`,
  computed: (when: string, index: string) => `${when}算出 · 读取到第 ${index} 号事件`,
  sums: '这一天结束时',
  wholeLog: '那天没有现成的台账可以对照，所以“一致”说的是同一次重放里整本台账与全部事件的对照。',
  openRun: '看这次重放的完整报告',
  earlier: '算过的日子',
  none: '还没有算过哪一天。',
}

const en: typeof zh = {
  title: 'As of a day',
  ask: 'What did the books say on a past day?',
  askMore: 'Works the books out again from the first event, up to the day you choose.',
  occurred: 'What had happened by',
  occurredMore: 'Everything that had happened by the end of that day, whenever it was recorded.',
  start: 'Work it out',
  needOne: 'A date, please.',
  answer: (range) => `The books ${range}`,
  incomplete: (range) => `The books ${range}: incomplete`,
  computed: (when, index) => `worked out ${when} · read up to event ${index}`,
  sums: 'At the end of that day',
  wholeLog:
    'There is no ledger of that day to compare with, so “identical” speaks of the whole ledger and all events, compared in the same replay.',
  openRun: 'The whole report of this replay',
  earlier: 'Days worked out before',
  none: 'No day has been worked out yet.',
}

export const asOfText: Texts<typeof zh> = { zh, en }
