import { describe, expect, it } from 'vitest'
import { parseTsv } from '../../parts/tsv'
import { readRows } from './depositRows'

const id = '11010519491231002X'
const good = [id, '1737021004400123', '焊工', '6-18-02-04', '中级工', '2017-05-02', '培训']
const read = (...rows: readonly (readonly string[])[]) => readRows(parseTsv(rows.map((row) => row.join('\t')).join('\n')))
const but = (column: number, value: string) => good.map((cell, at) => (at === column ? value : cell))

describe('pasted certificates', () => {
  it('stand in the order of the template', () =>
    expect(read(good)).toEqual([
      {
        row: 1,
        idNumber: id,
        faults: [],
        certificate: {
          certificateNumber: '1737021004400123',
          occupationName: '焊工',
          occupationCode: '6-18-02-04',
          occupationEdition: '2015',
          level: 'INTERMEDIATE',
          issuedOn: '2017-05-02',
          route: 'TRAINING',
        },
      },
    ]))

  it('or as their head line says, and row numbers count it', () => {
    const head = ['姓名', '工种', '等级', '身份证号', '证书编号', '职业编码', '发证日期', '取得方式', '大典版本']
    const row = ['样例', '焊工', '高级工（三级）', id.toLowerCase(), '1737021004300123', '6-18-02-04', '2017.5.2', '竞赛', '2015版']
    expect(read(head, row, [''], row).map((one) => [one.row, one.certificate?.level, one.certificate?.route])).toEqual([
      [2, 'SENIOR', 'CONTEST'],
      [4, 'SENIOR', 'CONTEST'],
    ])
  })

  it.each([
    ['2017/5/2', '2017-05-02'],
    ['20170502', '2017-05-02'],
    ['2017年5月2日', '2017-05-02'],
    ['2017-02-29', undefined],
    ['2017-5', undefined],
    ['5/2/2017', undefined],
  ])('were issued on %s: %s', (text, day) => expect(read(but(5, text))[0]?.certificate?.issuedOn).toBe(day))

  it.each([
    ['技师', 'TECHNICIAN'],
    ['二级', 'TECHNICIAN'],
    ['高级技师', 'SENIOR_TECHNICIAN'],
    ['高级', 'SENIOR'],
    ['5', 'BEGINNER'],
    ['专家', undefined],
  ])('of level %s are %s', (text, level) => expect(read(but(4, text))[0]?.certificate?.level).toBe(level))
})

describe('a row that cannot be taken', () => {
  it.each([
    [0, '1.10105E+17', 'scientific'],
    [0, '110105194912310021', 'checkDigit'],
    [0, '12345', 'idNumber'],
    [1, '1.73702E+15', 'scientific'],
    [1, '123', 'number'],
    [2, '', 'missing'],
    [3, '焊', 'code'],
    [6, '买的', 'route'],
  ])('column %d with "%s": %s', (column, value, why) => {
    const [row] = read(but(column, value))
    expect(row?.certificate).toBeUndefined()
    expect(row?.faults).toMatchObject([{ value, why }])
  })

  it('tells all that is wrong with it', () =>
    expect(read([id, '', '', 'x y', '专家', '昨天', ''])[0]?.faults.map((one) => one.why)).toEqual([
      'missing',
      'missing',
      'code',
      'level',
      'date',
      'missing',
    ]))
})
