import type { UnitLevel } from '../../api/claims'
import type { Texts } from '../../text/locale'
import type { Question } from './questions'

const zh = {
  number: (n: number, of: number) => `第 ${n} 题，共 ${of} 题`,
  ask: {
    unit: '您的单位归哪里的工会？',
    ownership: '您的单位是哪一类？',
    heldBefore: '您现在是什么技能等级？',
    level: '您新拿到的是哪一级？',
  } as Record<Question, string>,
  hint: {
    unit: '看单位在哪个区；市直属单位单独列在后面。',
    ownership: '区里的名额分给哪一类单位，各项政策有规定。',
    heldBefore: '新证书之前已有的最高等级，没有证书就选“没有”。',
    level: '还没考的，选您打算考的那一级。',
  } as Record<Question, string>,
  unitLevel: {
    DISTRICT: '区、市',
    FUNCTIONAL_ZONE: '功能区',
    MUNICIPAL_UNIT: '市直属单位',
    GRASSROOTS: '基层单位',
    CITY: '市总工会',
  } as Record<UnitLevel, string>,
  find: '输入几个字查找',
  found: (n: number) => `找到 ${n} 个`,
  noUnit: '没有找到。少打几个字试试，或者问一下单位工会归哪里管。',
  unsure: '不清楚',
  back: '上一步',
  notStored: '不登录，不保存：答案只用来算这一次。',
  owed: (yuan: string) => `能领 ${yuan} 元`,
  inLine: (yuan: string) => `符合条件，${yuan} 元要候补名额`,
  noPlace: '符合条件，但您单位没有名额',
  pending: '还差一样才能确定',
  refused: '按您填的情况，现在领不了',
  nothing: '暂无开放项目',
  asked: (unit: string, held: string, level: string, ownership: string | undefined) =>
    `${unit}${ownership ? `（${ownership}）` : ''}，原等级：${held}，新等级：${level}`,
  asOf: (date: string) => `按 ${date} 的政策和名额计算，名额以提交申领时为准。这次自测没有保存任何内容。`,
  claim: '去申领',
  claimMore: '准备好证书，登录后约 3 分钟办完。提交前会再给您看一遍名额和金额。',
  whatNow: {
    noPlace: '可以请单位工会问一下上级工会能不能调剂名额。',
    pending: '弄清楚缺的这一项，再测一次；也可以直接登录申领，由系统核对。',
    refused: '上面写着是哪一条、您的情况和需要的条件。填错了可以改答案；条件变了再来测。',
  },
  next: (name: string, date: string) => `下一次：${name}，${date} 起。`,
  nextUnknown: '有新项目会写在首页。',
  change: '改答案',
  again: '重新自测',
}

const en: typeof zh = {
  number: (n, of) => `Question ${n} of ${of}`,
  ask: {
    unit: 'Which union does your unit belong to?',
    ownership: 'What kind of firm is it?',
    heldBefore: 'What skill level do you hold now?',
    level: 'Which level did you reach?',
  },
  hint: {
    unit: 'Go by the district it is in; municipal units are listed after them.',
    ownership: 'Each policy says which kinds of firms a district’s places go to.',
    heldBefore: 'The highest before the new certificate; without one, choose “none”.',
    level: 'If you have not taken the examination yet, the level you plan for.',
  },
  unitLevel: {
    DISTRICT: 'Districts',
    FUNCTIONAL_ZONE: 'Functional zones',
    MUNICIPAL_UNIT: 'Municipal units',
    GRASSROOTS: 'Grassroots units',
    CITY: 'City federation',
  },
  find: 'type to find it',
  found: (n) => `${n} found`,
  noUnit: 'Nothing found. Try fewer characters, or ask your unit which union it belongs to.',
  unsure: 'I don’t know',
  back: 'Back',
  notStored: 'No sign-in, nothing stored: your answers serve this one calculation.',
  owed: (yuan) => `You can get ${yuan} yuan`,
  inLine: (yuan) => `You qualify; ${yuan} yuan wait for a place`,
  noPlace: 'You qualify, but your unit has no places',
  pending: 'One thing is missing to say for sure',
  refused: 'With these answers there is nothing to get now',
  nothing: 'No program is open',
  asked: (unit, held, level, ownership) => `${unit}${ownership ? ` (${ownership})` : ''}; held: ${held}; reached: ${level}`,
  asOf: (date) =>
    `By the rules and places of ${date}; places count when the claim is made. Nothing of this check was stored.`,
  claim: 'Claim it',
  claimMore: 'Have the certificate at hand; signed in, it takes about 3 minutes. Place and amount are shown again before you submit.',
  whatNow: {
    noPlace: 'Your union can ask the one above it whether places can be moved there.',
    pending: 'Find out what is missing and check again; or sign in and claim, and the system checks it.',
    refused: 'It says above which rule, your value and the one needed. Change an answer that was wrong, or come back when things have changed.',
  },
  next: (name, date) => `Next: ${name}, from ${date}.`,
  nextUnknown: 'New programs are announced on the home page.',
  change: 'Change an answer',
  again: 'Start again',
}

/** The words of the self-check. */
export const selfCheckText: Texts<typeof zh> = { zh, en }
