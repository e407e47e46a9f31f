import type { ApplicationState } from '../../api/enrollment'
import { yuan } from '../../format/money'

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
    reversedWhy: '证书的认定已被撤销，由它转换的学分不再计入。',
    refused: '未转换',
    certificate: '技能证书',
    outcomes: '技能证书',
    state: { recognized: '已认定', refused: '未认定', revoked: '已撤销' },
    issuedOn: (date: string) => `${date}发证`,
    unused: '已存入学分银行，还没有用来换学分。',
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
      enrolled: '已录取',
      refused: '未通过',
      withdrawn: '已放弃',
    } as Record<ApplicationState, string>,
    submittedOn: (date: string) => `${date} 报名`,
    held: (holder: string, until: string) => `已收到。现由${holder}办理，${until}前给您答复。不用重复提交。`,
    received: '已收到，不用重复提交。',
    placed: '名额已为您留着，等学校录取。',
    enrolled: '学校已录取，学籍已建立。',
    waitlisted: (n: number) => `名额已满。您排候补第 ${n} 位，有空缺会通知您。`,
    withdrawn: '您放弃了这次报名。',
    number: (id: string) => `编号 ${id}`,
  },
}
