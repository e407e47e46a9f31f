/** A bank and the 联行号 of its head office, which takes payments for every card of the bank. */
export interface Bank {
  readonly name: string
  readonly code: string
}

/** The banks most people here have a card of. Source: the participant list of the payment system (行名行号). */
export const banks: readonly Bank[] = [
  { name: '中国工商银行', code: '102100099996' },
  { name: '中国农业银行', code: '103100000026' },
  { name: '中国银行', code: '104100000004' },
  { name: '中国建设银行', code: '105100000017' },
  { name: '交通银行', code: '301290000007' },
  { name: '中国邮政储蓄银行', code: '403100000004' },
  { name: '青岛银行', code: '313452060150' },
  { name: '招商银行', code: '308584000013' },
  { name: '中信银行', code: '302100011000' },
  { name: '中国光大银行', code: '303100000006' },
  { name: '华夏银行', code: '304100040000' },
  { name: '中国民生银行', code: '305100000013' },
  { name: '广发银行', code: '306581000003' },
  { name: '平安银行', code: '307584007998' },
  { name: '兴业银行', code: '309391000011' },
  { name: '上海浦东发展银行', code: '310290000013' },
]

/** The choice of somebody whose bank is not listed. */
export const OTHER = 'other'
