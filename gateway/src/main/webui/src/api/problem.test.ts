import { expect, it } from 'vitest'
import { messageFor } from './problem'

const problem = {
  title: '填写有误',
  status: 400,
  code: 'INVALID_VALUE',
  field: 'accountNumber',
  detail: '校验位不对',
  errors: [{ title: '必填', status: 400, code: 'INVALID_VALUE', field: 'request.bankName' }],
}

it('finds the message of a field, in the problem and in its errors', () => {
  expect(messageFor(problem, 'accountNumber')).toBe('校验位不对')
  expect(messageFor(problem, 'bankName')).toBe('必填')
  expect(messageFor(problem, 'name')).toBeUndefined()
})
