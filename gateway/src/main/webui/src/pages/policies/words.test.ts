import { describe, expect, it } from 'vitest'
import { arranged } from './arranged'
import { placed, saidApart } from './refusal'
import { ceilingTable, formulaText, namesOf, shareText, testText } from './words'

const fact = (name: string, text: string, words: Record<string, string> = {}) => ({
  fact: name,
  text,
  words: Object.entries(words).map(([value, word]) => ({ value, text: word })),
})
const names = namesOf([
  fact('tuition.paidFen', '实缴'),
  fact('tuition.refundedFen', '退费'),
  fact('outcome.heldBefore', '原等级', { NONE: '无', BEGINNER: '初级工' }),
])

describe('a condition in words', () => {
  it('names the fact and the value as people know them', () => {
    expect(testText({ fact: 'outcome.heldBefore', comparison: 'in', value: ['NONE', 'BEGINNER'] }, names, 'zh')).toBe(
      '原等级 是 无、初级工 之一',
    )
    expect(testText({ fact: 'tuition.paidFen', comparison: 'atMost', value: 300_000 }, names, 'zh')).toBe(
      '实缴 不多于 3,000.00 元',
    )
    expect(testText({ fact: 'tuition.paidFen', comparison: 'atLeast', value: { fact: 'tuition.refundedFen' } }, names, 'en')).toBe(
      '实缴 is at least 退费',
    )
    expect(testText({ fact: 'outcome.issuedOn', comparison: 'notBefore', value: '2017-01-01' }, names, 'en')).toBe(
      'outcome.issuedOn is not before 1 Jan 2017',
    )
  })

  it('leaves a word as it is where the service has no name for it', () =>
    expect(testText({ fact: 'outcome.heldBefore', comparison: 'equals', value: 'EXPERT' }, names, 'en')).toBe('原等级 is EXPERT'))

  it('says a comparison it does not know by its own name', () =>
    expect(testText({ fact: 'x.y', comparison: 'resembles', value: 'z' }, names, 'zh')).toBe('x.y resembles z'))
})

it('writes a formula in one line, with its bound', () => {
  const sum = { plus: ['tuition.paidFen'], minus: ['tuition.refundedFen'] }
  expect(formulaText({ article: '', sum, share: { of: 1, in: 2 }, cap: { fen: 300_000 } }, names, 'zh')).toBe(
    '(实缴 − 退费) × 1/2，最多 3,000.00 元',
  )
  expect(formulaText({ article: '', sum, share: { of: 1, in: 1 } }, names, 'zh')).toBe('实缴 − 退费')
})

it('shows ceilings by year and group, and leaves open what the policy leaves out', () =>
  expect(
    ceilingTable({
      yearBy: 'outcome.depositedOn',
      ceilings: [
        { year: 2017, group: '8', places: 4000 },
        { year: 2015, group: '3', places: 1000 },
        { year: 2015, group: '8', places: 2000 },
      ],
    }),
  ).toEqual({
    groups: ['8', '3'],
    rows: [
      { year: 2015, places: [2000, 1000] },
      { year: 2017, places: [4000, undefined] },
    ],
  }))

it('tells a share from the whole', () => {
  expect(shareText({ of: 2, in: 3 })).toBe('2/3')
  expect(shareText(undefined)).toBeUndefined()
})

describe('a refusal', () => {
  const text = '{\n  "name": "x",\n  "validity": {\n    "from": "2017-12-31",\n    "until": "2015-01-01"\n  }\n}'
  const problem = { title: '有效期颠倒', status: 422, code: 'POLICY_WINDOW_EMPTY', field: '/validity/until' }

  it('stands at its line', () =>
    expect(placed(problem, text)[0]).toMatchObject({
      at: { line: 5, exact: true },
      excerpt: [
        { line: 4, wrong: false },
        { line: 5, wrong: true, text: '    "until": "2015-01-01"' },
        { line: 6, wrong: false },
      ],
    }))

  it('of what is missing stands at what it is missing from', () =>
    expect(placed({ ...problem, field: '/validity/by' }, text)[0]?.at).toMatchObject({ line: 3, exact: false }))

  it('that lists several is shown as those', () =>
    expect(placed({ ...problem, errors: [problem, { ...problem, field: 'name' }] }, text).map((one) => one.at?.line)).toEqual([5, 2]))

  it('of a part that has none of its shapes gives way to what is wrong within it', () => {
    const misshapen = (field: string) => ({ title: '', status: 422, code: 'POLICY_MISSHAPEN', field })
    const errors = [misshapen('/validity'), misshapen('/validity/from'), misshapen('/name')]
    expect(placed({ ...problem, errors }, text).map((one) => one.problem.field)).toEqual(['/validity/from', '/name'])
  })

  it('says no value twice', () => {
    const said = { ...problem, value: '2015', needed: '2018', detail: '写的是 2015。' }
    expect([saidApart(said, 'value'), saidApart(said, 'needed')]).toEqual([undefined, '2018'])
  })

  it('without a place is shown without one', () => {
    const { field: _, ...noPlace } = problem
    expect(placed(noPlace, text)).toEqual([{ problem: noPlace, excerpt: [] }])
  })
})

it('puts the parts of a document into the order people write them in', () =>
  expect(
    JSON.stringify(
      arranged({
        amount: { table: { rows: [{ fen: 1, when: ['3'] }], by: ['group'] }, article: '五' },
        name: 'x',
        added: [2, 1],
        eligibility: [{ value: 1, fact: 'a.b', name: 'n', comparison: 'equals', article: '一' }],
        policyId: 'p',
      }),
    ),
  ).toBe(
    '{"policyId":"p","name":"x","eligibility":[{"name":"n","article":"一","fact":"a.b","comparison":"equals","value":1}],' +
      '"amount":{"article":"五","table":{"by":["group"],"rows":[{"when":["3"],"fen":1}]}},"added":[2,1]}',
  ))
