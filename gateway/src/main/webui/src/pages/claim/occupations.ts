import type { Edition } from '../../api/creditbank'

/** An occupation as a certificate names it. */
export interface Occupation {
  readonly name: string
  readonly code: string
  readonly edition: Edition
}

/** Occupations many people here hold a certificate of, to save typing; any other can be typed. Source: 职业分类大典 2015. */
export const occupations: readonly Occupation[] = (
  [
    ['电工', '6-31-01-03'],
    ['焊工', '6-18-02-04'],
    ['钳工', '6-20-01-01'],
    ['车工', '6-18-01-01'],
    ['铣工', '6-18-01-02'],
    ['磨工', '6-18-01-04'],
    ['汽车维修工', '4-12-01-01'],
    ['起重装卸机械操作工', '6-30-05-01'],
    ['电梯安装维修工', '6-29-03-03'],
    ['制冷空调系统安装维修工', '6-29-03-05'],
    ['砌筑工', '6-29-01-01'],
    ['混凝土工', '6-29-01-03'],
    ['钢筋工', '6-29-01-04'],
    ['架子工', '6-29-01-05'],
    ['中式烹调师', '4-03-02-01'],
    ['中式面点师', '4-03-02-02'],
    ['西式烹调师', '4-03-02-03'],
    ['西式面点师', '4-03-02-04'],
    ['茶艺师', '4-03-02-07'],
    ['育婴员', '4-10-01-02'],
    ['保育员', '4-10-01-03'],
    ['养老护理员', '4-10-01-05'],
    ['美容师', '4-10-03-01'],
    ['美发师', '4-10-03-02'],
    ['保安员', '4-07-05-01'],
    ['消防设施操作员', '4-07-05-04'],
  ] as const
).map(([name, code]) => ({ name, code, edition: '2015' }))

/** What social workers are classified as. */
export const socialWork: Occupation = { name: '社会工作者', code: '2-07-09-01', edition: '2015' }

/** The known occupations with the learner's own first, each once. */
export function suggestions(own: readonly Occupation[]): readonly Occupation[] {
  const seen = new Set<string>()
  return [...own, ...occupations].filter((one) => {
    const isNew = !seen.has(one.code)
    seen.add(one.code)
    return isNew
  })
}
