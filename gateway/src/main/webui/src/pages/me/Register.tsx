import { Checkbox, Form, Input, Select } from 'antd'
import { educationLevels, readUnits, register, type EducationLevel } from '../../api/enrollment'
import { Choice } from '../../parts/Choice'
import { FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useSubmit } from '../../parts/useSubmit'
import { useSession } from '../../shell/session'
import { common } from '../../text/common'
import { useText } from '../../text/locale'
import Antd from '../../theme/Antd'
import { formText } from './formText'
import { checkDigitFits, looksLikeIdNumber } from './idNumber'

/** The wording the learner agrees to; a new wording is a new version. */
const CONSENT = '2026-11'

interface Values {
  name: string
  idNumber: string
  phone: string
  unitId: string
  educationLevel: EducationLevel
  consent: boolean
}

const fieldNames = ['name', 'idNumber', 'phone', 'unitId', 'educationLevel'] as const

/** Somebody who is signed in, but whom no unit has registered yet. */
export default function Register({ onDone }: { readonly onDone: () => void }) {
  const t = useText(formText).register
  return (
    <div className="page">
      <PageHead title={t.title} sub={t.sub} />
      <section className="card form">
        <Antd>
          <RegisterForm onDone={onDone} />
        </Antd>
      </section>
    </div>
  )
}

function RegisterForm({ onDone }: { readonly onDone: () => void }) {
  const t = useText(formText).register
  const c = useText(common)
  const session = useSession()
  const [units, reloadUnits] = useLoad(readUnits)
  const [form] = Form.useForm<Values>()
  const { submit, busy, failure } = useSubmit(
    fieldNames,
    async (key) => {
      const { consent: _, ...learner } = form.getFieldsValue()
      await register({ ...learner, consent: { wordingVersion: CONSENT, sensitive: true } }, key)
      onDone()
    },
    (errors) => form.setFields(errors),
  )

  const required = { required: true, message: t.need }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ phone: /^1\d{10}$/.test(session.username ?? '') ? session.username : '' }}
      onFinish={() => void submit()}
    >
      <Form.Item name="name" label={t.name} rules={[{ ...required, whitespace: true }]} validateTrigger="onBlur">
        <Input autoComplete="name" maxLength={40} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label={t.idNumber}
        rules={[
          required,
          {
            validator: (_, value: string) => {
              if (!value) return Promise.resolve()
              if (!looksLikeIdNumber(value)) return Promise.reject(new Error(t.badId))
              return checkDigitFits(value) ? Promise.resolve() : Promise.reject(new Error(t.badIdCheck))
            },
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="off" autoCapitalize="characters" maxLength={18} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t.phone}
        rules={[required, { pattern: /^1\d{10}$/, message: t.badPhone }]}
        validateTrigger="onBlur"
      >
        <Input inputMode="tel" autoComplete="tel-national" maxLength={11} />
      </Form.Item>
      <Form.Item name="unitId" label={t.unit} extra={t.whyUnit} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.unitHint}
          loading={units.state === 'loading'}
          options={
            units.state === 'ready' ? units.value.map((unit) => ({ value: unit.unitId, label: unit.name })) : []
          }
        />
      </Form.Item>
      {units.state === 'failed' && <FailureNotice failure={units.failure} retry={reloadUnits} />}
      <Form.Item name="educationLevel" label={t.education} rules={[required]}>
        <Choice
          placeholder={t.choose}
          options={educationLevels.map((level) => ({ value: level, label: c.education[level] }))}
        />
      </Form.Item>
      <Form.Item
        name="consent"
        valuePropName="checked"
        rules={[
          {
            validator: (_, agreed: boolean) =>
              agreed ? Promise.resolve() : Promise.reject(new Error(t.needConsent)),
          },
        ]}
      >
        <Checkbox>{t.consent}</Checkbox>
      </Form.Item>
      {failure && <FailureNotice failure={failure} />}
      <button type="submit" className="button filled" disabled={busy}>
        {t.submit}
      </button>
    </Form>
  )
}
