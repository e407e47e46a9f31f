import type { ApplicationState, Reason } from '../../api/enrollment'
import { yuan } from '../../format/money'
import type { MoneyState, MoneyStep } from './money'

export const zh = {
  greeting: { night: '夜深了', morning: '早上好', noon: '中午好', afternoon: '下午好', evening: '晚上好' },
  comma: '，',
  sample: '样例',
  next: '下一步',
  nothing: '没有要办的事',
  nothingMore: '有新进展会显示在这里。',
  addCard: '补充收款银行卡',
  addCardMore: (fen: number) => `${yuan(fen)} 元已批准，就差一张本人银行卡。约 2 分钟。`,
  mendCard: '更新收款银行卡',
  mendCardMore: (reason: string | undefined) =>
    `银行退回了这笔钱${reason ? `，原因：${reason}` : ''}。钱给您留着，更新银行卡即可，不用重新审批。`,
  go: '去办理',
  degree: {
    studying: '在读',
    graduated: '已毕业',
    withdrawn: '已退学',
    credits: (required: number) => `/ ${required} 学分`,
    thereof: (n: number) => `其中证书转换 ${n} 学分`,
    own: '课程',
    converted: '证书转换',
    missing: '还差',
    bar: (own: number, converted: number, required: number) =>
      `课程 ${own} 学分，证书转换 ${converted} 学分，毕业要求 ${required} 学分`,
    toGo: (courses: number, credits: number) =>
      courses > 0
        ? `再通过 ${courses} 门、补 ${credits} 学分就够毕业要求，不用重修已通过的课。`
        : `再补 ${credits} 学分就够毕业要求，不用重修已通过的课。`,
    enough: '学分已够毕业要求，等学校上报毕业名单。',
    missingCourses: (n: number) => `还没通过的 ${n} 门课`,
    diploma: (university: string) => `${university}毕业证书`,
    withdrawnOn: (date: string) => `${date} 退学`,
    student: (number: string) => `学号 ${number}`,
    creditsUnit: (n: number) => `${n} 学分`,
  },
  conversion: {
    title: (certificate: string, courses: number) => `${certificate} → ${courses} 门课`,
    rule: (id: string, version: number) => `规则 ${id} 第 ${version} 版`,
    reversed: '已撤回',
    reversedWhy: (reason: string) => `证书已被撤销${reason ? `（${reason}）` : ''}，这些学分不再计入。`,
    refused: '未转换',
    certificate: '技能证书',
    recognized: '已认定',
    outcomeRefused: '未认定',
    outcomes: '技能证书',
    show: '看规则和课程',
  },
  money: {
    title: '学费报销',
    state: {
      checking: '正在核对',
      awaitingApproval: '待审批',
      waitlisted: '等资金到位',
      approved: '已批准，待拨付',
      atBank: '银行处理中',
      paid: '已付',
      returned: '银行退回',
      refused: '未通过',
    } as Record<MoneyState, string>,
    step: {
      due: '应得',
      approved: '已批',
      payable: '待拨付',
      atBank: '银行处理',
      paid: '已付',
    } as Record<MoneyStep, string>,
    stepDone: '（已完成）',
    stepNow: '（现在）',
    algorithm: '算法：',
    term: {
      'tuition.paidFen': '实缴',
      'tuition.refundedFen': '退费',
      'tuition.dueFen': '应缴',
      'tuition.waivedFen': '减免',
    } as Record<string, string>,
    share: (of: number, within: number) => `的 ${of}/${within}`,
    cap: (fen: number) => `，最多 ${yuan(fen)} 元`,
    waived: '。减免部分不重复报销',
    basis: (name: string, version: number) => `依据《${name}》第 ${version} 版`,
    approved: (fen: number) => `${yuan(fen)} 元已批准，钱还没付。`,
    paid: (fen: number, on: string, tail: string | undefined) =>
      `${yuan(fen)} 元已于 ${on} 付${tail ? `到尾号 ${tail}` : '出'}。`,
    reference: (n: string) => `银行流水号 ${n}`,
    returned: (reason: string) => `银行退回了这笔钱，原因：${reason}。钱给您留着，更新银行卡即可，不用重新审批。`,
    checking: '材料还没齐，到齐后自动继续，不用重报。',
    waitlisted: '已经通过，正在等资金到位，到位后自动拨付，不用重报。',
    awaitingApproval: '已经通过核对，等工会审批。',
    atBank: '已交银行付款。',
    conditions: (passed: number, all: number) => `逐条核对：${passed} / ${all} 项符合`,
    ok: '符合',
    notOk: '不符合',
    unknown: '还不知道',
    yours: '您的',
    needed: '需要',
    history: '办理经过',
    failedRule: '没通过的规则',
    appealTitle: '不同意这个结果？',
    appeal: (unit: string | undefined, number: string) =>
      `请带上能说明情况的材料，找${unit ?? '单位工会'}申诉，由专人复核。申诉时报编号 ${number}。`,
    duplicate: (first: string) => `同一件事已经报销过一次（编号 ${first}），结果有效，不重复报销。`,
    none: '还没有应得的补贴',
    noneMore: '毕业名单由学校上报并放行后，学费报销会自动核对，不用您申请。',
    code: {
      CONDITION_FAILED: '有一项条件不符合',
      DUPLICATE: '已经报销过',
      NOTHING_OWED: '没有可报销的金额',
      NO_AMOUNT: '没有可报销的金额',
      FUND_SHORT: '资金已用完',
    } as Record<string, string>,
  },
  value: {
    yes: '是',
    no: '否',
    none: '还没有',
    words: {
      ORDINARY: '普通高等教育',
      ADULT: '成人高等教育',
      SELF_STUDY: '自学考试',
      NETWORK: '网络教育',
      ASSOCIATE: '专科',
      BACHELOR: '本科',
    } as Record<string, string>,
    atLeast: (v: string) => `不少于 ${v}`,
    atMost: (v: string) => `不超过 ${v}`,
    notBefore: (v: string) => `不早于 ${v}`,
    notAfter: (v: string) => `不晚于 ${v}`,
    notEquals: (v: string) => `不是 ${v}`,
    oneOf: (v: string) => `其中之一：${v}`,
    noneOf: (v: string) => `不是：${v}`,
  },
  applications: {
    title: '我的报名',
    all: '全部报名',
    none: '还没有报名记录',
    noneMore: '招生期间由单位工会组织报名；报上后，这里能看到办到哪一步。',
    state: {
      submitted: '待推荐',
      recommended: '待审核',
      placed: '已通过，待录取',
      waitlisted: '候补',
      admitted: '已录取',
      refused: '未通过',
      withdrawn: '已放弃',
    } as Record<ApplicationState, string>,
    submittedOn: (date: string) => `${date} 报名`,
    held: (holder: string, until: string) => `已收到。现由${holder}办理，${until}前给您答复。不用重复提交。`,
    received: '已收到，不用重复提交。',
    placed: '名额已为您留着，等学校录取。',
    admitted: '学校已录取，学籍已建立。',
    waitlisted: (n: number) => `名额已满。您排候补第 ${n} 位，有空缺会通知您。`,
    withdrawn: '您放弃了这次报名。',
    number: (id: string) => `编号 ${id}`,
    reason: (reason: Reason, level: (value: string | undefined) => string) => {
      switch (reason.code) {
        case 'EDUCATION_BELOW_ENTRY':
          return `这个专业要求${level(reason.needed)}，您填的是${level(reason.value)}。可改报其他专业；填错了请让单位工会更正。`
        case 'NOT_RECOMMENDED':
          return '还差单位工会推荐，报名窗口已经关闭。请找单位工会问明原因，下次开放时再报。'
        case 'DUPLICATE':
          return '您已经报过，之前的报名有效，这次没有重复登记。'
        default:
          return reason.text ?? reason.title ?? reason.code
      }
    },
  },
}
