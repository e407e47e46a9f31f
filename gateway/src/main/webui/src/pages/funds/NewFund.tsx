import { Form, Input } from 'antd'
import { openFund } from '../../api/funds'
import { FailureNotice } from '../../parts/Parts'
import { useSubmit } from '../../parts/useSubmit'
import { useText } from '../../text/locale'
import Antd from '../../theme/Antd'
import { fundText } from './text'

interface Values {
  prefix: string
  year: string
  name: string
  source: string
}

const fieldNames = ['prefix', 'year', 'name', 'source'] as const

/** A fund to open: its number is the code that policies name, and the year. */
export default function NewFund(props: { readonly onCancel: () => void; readonly onDone: (name: string) => void }) {
  return (
    <Antd>
      <FundForm {...props} />
    </Antd>
  )
}

function FundForm(props: { readonly onCancel: () => void; readonly onDone: (name: string) => void }) {
  const t = useText(fundText)
  const [form] = Form.useForm<Values>()
  const prefix = Form.useWatch('prefix', form)
  const year = Form.useWatch('year', form)
  const { submit, busy, failure } = useSubmit(
    fieldNames,
    async (key) => {
      const typed = form.getFieldsValue()
      await openFund(
        {
          fundId: `${typed.prefix}-${typed.year}`,
          name: typed.name.trim(),
          year: Number(typed.year),
          source: typed.source.trim(),
        },
        key,
      )
      props.onDone(typed.name.trim())
    },
    (errors) => form.setFields(errors),
  )
  const required = { required: true, whitespace: true, message: t.need }
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={() => void submit()}>
      <Form.Item
        name="prefix"
        label={t.prefix}
        extra={prefix && year ? t.idWillBe(`${prefix}-${year}`) : t.prefixHint}
        rules={[required, { pattern: /^[a-z][a-z0-9-]{1,54}$/, message: t.prefixBad }]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={55} />
      </Form.Item>
      <Form.Item
        name="year"
        label={t.fundYear}
        rules={[required, { pattern: /^2\d{3}$/, message: t.fundYearBad }]}
        validateTrigger="onBlur"
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={4} />
      </Form.Item>
      <Form.Item name="name" label={t.name} rules={[required]} validateTrigger="onBlur">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="source" label={t.source} extra={t.sourceHint} rules={[required]} validateTrigger="onBlur">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      {failure && <FailureNotice failure={failure} />}
      <div className="actions">
        <button type="button" className="button quiet" onClick={props.onCancel}>
          {t.cancel}
        </button>
        <button type="submit" className="button filled" disabled={busy}>
          {busy ? t.doing : t.submitFund}
        </button>
      </div>
    </Form>
  )
}
