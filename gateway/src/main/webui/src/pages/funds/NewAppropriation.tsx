import { Form, Input } from 'antd'
import { proposeAppropriation, type Fund } from '../../api/funds'
import { fenOf } from '../../format/money'
import { FailureNotice } from '../../parts/Parts'
import { useSubmit } from '../../parts/useSubmit'
import { useText } from '../../text/locale'
import Antd from '../../theme/Antd'
import { fundText } from './text'

interface Values {
  documentNumber: string
  amountFen: string
  on: string
}

/** Named as the service names them, so that what it refuses stands beside its field. */
const fieldNames = ['documentNumber', 'amountFen', 'on'] as const

/** Money that came, to be confirmed by another person. */
export default function NewAppropriation(props: {
  readonly fund: Fund
  readonly onCancel: () => void
  readonly onDone: () => void
}) {
  return (
    <Antd>
      <MoneyForm {...props} />
    </Antd>
  )
}

function MoneyForm(props: { readonly fund: Fund; readonly onCancel: () => void; readonly onDone: () => void }) {
  const t = useText(fundText)
  const [form] = Form.useForm<Values>()
  const { submit, busy, failure } = useSubmit(
    fieldNames,
    async (key) => {
      const typed = form.getFieldsValue()
      const amountFen = fenOf(typed.amountFen)
      if (amountFen !== undefined) {
        await proposeAppropriation(
          props.fund.fundId,
          { documentNumber: typed.documentNumber.trim(), amountFen, on: typed.on },
          key,
        )
        props.onDone()
      }
    },
    (errors) => form.setFields(errors),
  )
  const required = { required: true, whitespace: true, message: t.need }
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={() => void submit()}>
      <Form.Item
        name="documentNumber"
        label={t.document}
        extra={t.documentHint}
        rules={[required]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item
        name="amountFen"
        label={t.amount}
        rules={[
          required,
          {
            validator: (_, typed: string | undefined) =>
              !typed?.trim() || (fenOf(typed) ?? 0) > 0 ? Promise.resolve() : Promise.reject(new Error(t.amountBad)),
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input inputMode="decimal" autoComplete="off" maxLength={20} />
      </Form.Item>
      <Form.Item name="on" label={t.on} rules={[required]} validateTrigger="onBlur">
        <input type="date" />
      </Form.Item>
      {failure && <FailureNotice failure={failure} />}
      <div className="actions">
        <button type="button" className="button quiet" onClick={props.onCancel}>
          {t.cancel}
        </button>
        <button type="submit" className="button filled" disabled={busy}>
          {busy ? t.doing : t.submitMoney}
        </button>
      </div>
    </Form>
  )
}
