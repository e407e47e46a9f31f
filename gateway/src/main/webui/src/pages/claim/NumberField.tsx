import { Form, Input, type FormInstance } from 'antd'
import type { OutcomeKind } from '../../api/creditbank'
import { usePreferences, useText } from '../../text/locale'
import { normalized, readNumber } from './certificateNumber'
import { NumberReading } from './NumberReading'
import { numberFault } from './numberRule'
import { claimText } from './text'
import type { Typed } from './typed'

const LENGTH_MAX = 64

/** The number of the document; a skill certificate's is taken apart as soon as it is whole. */
export function NumberField({ kind }: { readonly kind: OutcomeKind }) {
  const { locale } = usePreferences()
  const t = useText(claimText)
  const form = Form.useFormInstance<Typed>()
  const number = normalized(Form.useWatch('certificateNumber', form) ?? '')
  const level = Form.useWatch('level', form)
  const issuedOn = Form.useWatch('issuedOn', form)
  const read = readNumber(number)
  const skill = kind === 'SKILL_CERTIFICATE'
  const words = { SKILL_CERTIFICATE: t.number.skill, PROFESSIONAL_QUALIFICATION: t.number.other, CONTEST_RESULT: t.number.award }
  return (
    <>
      <Form.Item
        name="certificateNumber"
        label={words[kind]}
        extra={skill ? t.number.hint : t.number.hintOther}
        rules={[
          { required: true, whitespace: true, message: t.need },
          {
            validator: (_, typed: string | undefined) => {
              const fault = typed?.trim()
                ? numberFault(kind, typed, form.getFieldsValue(['level', 'issuedOn']), locale)
                : undefined
              return fault ? Promise.reject(new Error(fault)) : Promise.resolve()
            },
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={LENGTH_MAX} />
      </Form.Item>
      {skill && read.kind === 'read' && (
        <NumberReading number={number} read={read} level={level} issuedOn={issuedOn} />
      )}
    </>
  )
}

/** A whole number is checked at once, and again when what it has to agree with changes. */
export function recheckNumber(form: FormInstance<Typed>, changed: Partial<Typed>): void {
  const concerned = 'certificateNumber' in changed || 'level' in changed || 'issuedOn' in changed
  const number = normalized((form.getFieldValue('certificateNumber') as string | undefined) ?? '')
  if (concerned && readNumber(number).kind === 'read') {
    void form.validateFields(['certificateNumber']).catch(() => undefined)
  }
}
