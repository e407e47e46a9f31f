import type { Texts } from '../../text/locale'

const zh = {
  check: {
    title: '我能领什么',
    sub: '答三个问题，一分钟知道能不能领、领多少、还差什么。不用登录，不保存任何内容。',
    start: '开始自测',
    open: (names: readonly string[]) => `正在开放：${names.join('、')}`,
    closed: '暂无开放项目',
    next: (name: string, date: string) => `下一次：${name}，${date} 起。`,
    nextUnknown: '下一次的时间定了会写在这里。',
  },
  hello: (name: string) => `您好，${name}`,
  choose: '您要办什么？',
  nothingTitle: '这个账号还没有开通办事页面',
  nothing: '您的工作目前通过接口办理。需要办事页面，请找市总工会的管理员。',
  open: '进入',
  doors: {
    learner: {
      title: '我是学员',
      lines: ['新证书领技能奖励，名额和金额先看后报', '学费报销办到哪一步，没通过是为什么', '还差多少学分，证书换了哪些课'],
    },
    registrar: {
      title: '我是学校注册员',
      lines: ['拖入毕业名单，逐行核对', '只改出错的行再传', '第二个人放行后才入账'],
    },
    auditor: {
      title: '我是审计人员',
      lines: ['从第一个事件重放整本账', '和正在运行的台账逐项对照', '缺一个事件也会说“不完整”'],
    },
    'union-officer': {
      title: '我是工会干部',
      lines: ['待办先看过期的，一次办 50 件', '代职工存证书，看本单位名额和候补', '办不成的写明原因'],
    },
    administrator: {
      title: '我是管理员',
      lines: ['政策逐条看得懂，第二个人发布', '整张名额表一次粘贴，超上限当场拦住', '资金现在在哪里'],
    },
    finance: {
      title: '我是财务',
      lines: ['登记拨款，第二个人复核', '占用、应付、在途、已付分开看'],
    },
  },
  chainTitle: '每一笔钱，都能一路查回去',
  chain: [
    ['毕业名单', '学校上报，逐行核对'],
    ['毕业事实', '第二个人放行'],
    ['应得金额', '按政策逐条判定'],
    ['付款批次', '经办和复核是两个人'],
    ['银行到账', '退票更新卡再付'],
  ],
  developers: '接口文档',
}

const en: typeof zh = {
  check: {
    title: 'What can I get?',
    sub: 'Three questions, one minute: whether, how much, and what is missing. No sign-in, nothing stored.',
    start: 'Start the check',
    open: (names) => `Open now: ${names.join(', ')}`,
    closed: 'No program is open',
    next: (name, date) => `Next: ${name}, from ${date}.`,
    nextUnknown: 'The date of the next one will be announced here.',
  },
  hello: (name) => `Hello, ${name}`,
  choose: 'What would you like to do?',
  nothingTitle: 'There are no pages for this account yet',
  nothing: 'Your work goes through the interfaces for now. For pages, ask an administrator of the city federation.',
  open: 'Open',
  doors: {
    learner: {
      title: 'I am a learner',
      lines: [
        'Claim a reward for a certificate; place and amount are shown first',
        'How far the tuition refund is, or why it was refused',
        'How many credits to go, and what a certificate counts for',
      ],
    },
    registrar: {
      title: 'I am a university registrar',
      lines: [
        'Drop a graduation file and have every row checked',
        'Mend only the wrong rows and upload again',
        'It counts once a second person releases it',
      ],
    },
    auditor: {
      title: 'I am an auditor',
      lines: [
        'Replay the books from the first event on',
        'Compare them with the live ledger, item by item',
        'One missing event, and the verdict is “incomplete”',
      ],
    },
    'union-officer': {
      title: 'I am a union officer',
      lines: [
        'What is overdue comes first, 50 at a time',
        'Hand in certificates for workers; see places and lines',
        'What cannot be done says why',
      ],
    },
    administrator: {
      title: 'I am an administrator',
      lines: [
        'Policies in plain words, published by a second person',
        'Paste a whole grid of places; what is too much is stopped at once',
        'Where the money is',
      ],
    },
    finance: {
      title: 'I am from finance',
      lines: ['Enter money, confirmed by a second person', 'Held, payable, in transit and paid apart'],
    },
  },
  chainTitle: 'Every payment can be followed back',
  chain: [
    ['Graduation file', 'reported, checked row by row'],
    ['Graduation', 'released by a second person'],
    ['Amount owed', 'decided rule by rule'],
    ['Payment batch', 'made by one, checked by another'],
    ['Paid by the bank', 'a returned payment is made again'],
  ],
  developers: 'Interfaces',
}

export const homeText: Texts<typeof zh> = { zh, en }
