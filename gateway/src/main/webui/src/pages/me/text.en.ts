import { yuan } from '../../format/money'
import type { zh } from './text.zh'

export const en: typeof zh = {
  greeting: {
    night: 'Good evening',
    morning: 'Good morning',
    noon: 'Good day',
    afternoon: 'Good afternoon',
    evening: 'Good evening',
  },
  comma: ', ',
  sample: 'Sample',
  next: 'Next step',
  nothing: 'Nothing to do',
  nothingMore: 'News will show up here.',
  addCard: 'Add your bank card',
  addCardMore: (fen) => `${yuan(fen)} yuan are approved; only a bank card in your own name is missing. About 2 minutes.`,
  mendCard: 'Update your bank card',
  mendCardMore: (reason) =>
    `The bank sent the money back${reason ? `: ${reason}` : ''}. It is kept for you; update the card and it is paid without a new approval.`,
  go: 'Do it now',
  degree: {
    studying: 'Studying',
    graduated: 'Graduated',
    withdrawn: 'Withdrawn',
    credits: (required) => `of ${required} credits`,
    thereof: (n) => `${n} of them by certificate`,
    own: 'Courses',
    converted: 'By certificate',
    missing: 'To go',
    bar: (own, converted, required) =>
      `${own} credits by courses, ${converted} by certificates, ${required} needed to graduate`,
    toGo: (courses, credits) =>
      courses > 0
        ? `Pass ${courses} more courses for ${credits} credits and you can graduate; nothing you passed is repeated.`
        : `${credits} more credits and you can graduate; nothing you passed is repeated.`,
    enough: 'You have the credits; the university reports your graduation next.',
    missingCourses: (n) => `${n} courses still to pass`,
    diploma: (university) => `Diploma of ${university}`,
    withdrawnOn: (date) => `withdrew on ${date}`,
    student: (number) => `Student number ${number}`,
    creditsUnit: (n) => `${n} credits`,
  },
  conversion: {
    title: (certificate, courses) => `${certificate} → ${courses} courses`,
    rule: (id, version) => `Rule ${id}, version ${version}`,
    reversed: 'Taken back',
    reversedWhy: (reason) => `The certificate was revoked${reason ? ` (${reason})` : ''}; these credits no longer count.`,
    refused: 'Not converted',
    certificate: 'Skill certificate',
    recognized: 'Recognized',
    outcomeRefused: 'Not recognized',
    outcomes: 'Skill certificates',
    show: 'Rule and courses',
  },
  money: {
    title: 'Tuition refund',
    state: {
      checking: 'Being checked',
      awaitingApproval: 'Awaiting approval',
      waitlisted: 'Waiting for funds',
      approved: 'Approved, not yet paid',
      atBank: 'With the bank',
      paid: 'Paid',
      returned: 'Sent back by the bank',
      refused: 'Refused',
    },
    step: { due: 'Due', approved: 'Approved', payable: 'To pay', atBank: 'At bank', paid: 'Paid' },
    stepDone: ' (done)',
    stepNow: ' (now)',
    algorithm: 'Worked out: ',
    term: {
      'tuition.paidFen': 'paid',
      'tuition.refundedFen': 'refunded',
      'tuition.dueFen': 'due',
      'tuition.waivedFen': 'waived',
    },
    share: (of, within) => `, ${of}/${within} of it`,
    cap: (fen) => `, at most ${yuan(fen)} yuan`,
    waived: '. What was waived is not refunded again',
    basis: (name, version) => `Under “${name}”, version ${version}`,
    approved: (fen) => `${yuan(fen)} yuan are approved but not yet paid.`,
    paid: (fen, on, tail) => `${yuan(fen)} yuan were paid on ${on}${tail ? ` to the card ending in ${tail}` : ''}.`,
    reference: (n) => `Bank reference ${n}`,
    returned: (reason) =>
      `The bank sent the money back: ${reason}. It is kept for you; update the card and it is paid without a new approval.`,
    checking: 'Something is still missing; it goes on by itself once that arrives.',
    waitlisted: 'Accepted; it is paid by itself once the fund has money again.',
    awaitingApproval: 'Checked; the union has to approve it.',
    atBank: 'Handed to the bank.',
    conditions: (passed, all) => `Rule by rule: ${passed} of ${all} met`,
    ok: 'Met',
    notOk: 'Not met',
    unknown: 'Not known yet',
    yours: 'Yours',
    needed: 'Needed',
    history: 'What happened',
    failedRule: 'The rule that was not met',
    appealTitle: 'You do not agree?',
    appeal: (unit, number) =>
      `Take what supports you to ${unit ?? 'your union'} and appeal; a person looks at it again. Mention number ${number}.`,
    duplicate: (first) => `This was refunded once before (number ${first}); that stands and is not paid again.`,
    none: 'Nothing is owed yet',
    noneMore: 'Once the university has reported and released your graduation, the refund is checked without your asking.',
    code: {
      CONDITION_FAILED: 'One condition is not met',
      DUPLICATE: 'Refunded before',
      NOTHING_OWED: 'There is nothing to refund',
      NO_AMOUNT: 'There is nothing to refund',
      FUND_SHORT: 'The fund is used up',
    },
  },
  value: {
    yes: 'yes',
    no: 'no',
    none: 'none yet',
    words: {
      ORDINARY: 'regular higher education',
      ADULT: 'adult education',
      SELF_STUDY: 'self-study examination',
      NETWORK: 'network education',
      ASSOCIATE: 'associate',
      BACHELOR: 'bachelor',
    },
    atLeast: (v) => `at least ${v}`,
    atMost: (v) => `at most ${v}`,
    notBefore: (v) => `not before ${v}`,
    notAfter: (v) => `not after ${v}`,
    notEquals: (v) => `not ${v}`,
    oneOf: (v) => `one of ${v}`,
    noneOf: (v) => `none of ${v}`,
  },
  applications: {
    title: 'My applications',
    all: 'All applications',
    none: 'No applications yet',
    noneMore: 'Your union takes applications during an intake; afterwards you see here how far yours is.',
    state: {
      submitted: 'Awaiting recommendation',
      recommended: 'Awaiting review',
      placed: 'Accepted, awaiting admission',
      waitlisted: 'On the waitlist',
      admitted: 'Admitted',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
    submittedOn: (date) => `applied on ${date}`,
    held: (holder, until) => `Received. ${holder} has it and answers by ${until}. No need to send it again.`,
    received: 'Received. No need to send it again.',
    placed: 'A place is kept for you until the university admits you.',
    admitted: 'The university has admitted and enrolled you.',
    waitlisted: (n) => `All places are taken. You are number ${n} on the waitlist and will be told when a place frees up.`,
    withdrawn: 'You withdrew this application.',
    number: (id) => `Number ${id}`,
    reason: (reason, level) => {
      switch (reason.code) {
        case 'EDUCATION_BELOW_ENTRY':
          return `This program asks for ${level(reason.needed)}; you stated ${level(reason.value)}. Choose another program, or let your union correct it.`
        case 'NOT_RECOMMENDED':
          return 'Your union’s recommendation was missing when the intake closed. Ask your union, and apply at the next intake.'
        case 'DUPLICATE':
          return 'You had applied before; that application stands and this one was not registered again.'
        default:
          return reason.text ?? reason.title ?? reason.code
      }
    },
  },
}
