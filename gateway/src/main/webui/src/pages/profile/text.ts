import type { Texts } from '../../text/locale'

const zh = {
  title: '我的',
  name: '姓名',
  account: '账号',
  roles: '身份',
  unit: '单位',
  phone: '手机号',
  education: '最高学历',
  card: '收款银行卡',
  cardTail: (bank: string, tail: string) => `${bank} · 尾号 ${tail}`,
  noCard: '还没有登记',
  changeCard: '更换',
  addCard: '去登记',
  more: '更多页面',
  display: '显示',
  displayMore: '长辈版把字放大、把间隔放宽。深色跟随手机的设置。',
}

const en: typeof zh = {
  title: 'Me',
  name: 'Name',
  account: 'Account',
  roles: 'Roles',
  unit: 'Unit',
  phone: 'Phone',
  education: 'Highest schooling',
  card: 'Bank card',
  cardTail: (bank, tail) => `${bank}, ending in ${tail}`,
  noCard: 'none yet',
  changeCard: 'Change',
  addCard: 'Add',
  more: 'More pages',
  display: 'Display',
  displayMore: 'Large type also widens the spacing. Dark colors follow the setting of your device.',
}

export const profileText: Texts<typeof zh> = { zh, en }
