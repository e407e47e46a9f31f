import { Form, Input } from 'antd'
import { useMemo } from 'react'
import { editions, type Account, type OutcomeKind } from '../../api/creditbank'
import { Choice } from '../../parts/Choice'
import { useText } from '../../text/locale'
import { suggestions } from './occupations'
import { claimText } from './text'
import { ownOccupations, type Typed } from './typed'

const LIST = 'occupations'

/** The occupation by name, code and edition; a known name brings its code along. */
export function OccupationFields(props: { readonly account: Account | undefined; readonly kind: OutcomeKind }) {
  const t = useText(claimText)
  const form = Form.useFormInstance<Typed>()
  const known = useMemo(() => suggestions(ownOccupations(props.account)), [props.account])
  const required = { required: true, whitespace: true, message: t.need }
  return (
    <>
      <Form.Item
        name="occupationName"
        label={props.kind === 'CONTEST_RESULT' ? t.occupation.trade : t.occupation.name}
        extra={t.occupation.nameHint}
        rules={[required]}
        validateTrigger="onBlur"
      >
        <Input
          list={LIST}
          autoComplete="off"
          maxLength={60}
          onChange={(event) => {
            const found = known.find((one) => one.name === event.target.value.trim())
            if (found) {
              form.setFieldsValue({ occupationCode: found.code, occupationEdition: found.edition })
            }
          }}
        />
      </Form.Item>
      <datalist id={LIST}>
        {known.map((one) => (
          <option key={one.code} value={one.name}>
            {one.code}
          </option>
        ))}
      </datalist>
      <div className="pair">
        <Form.Item
          name="occupationCode"
          label={t.occupation.code}
          extra={t.occupation.codeHint}
          normalize={(typed: string) => typed.normalize('NFKC').toUpperCase()}
          rules={[required, { pattern: /^\s*([0-9A-Z][0-9A-Z-]{0,19}\s*)?$/, message: t.occupation.badCode }]}
          validateTrigger="onBlur"
        >
          <Input autoComplete="off" maxLength={20} />
        </Form.Item>
        <Form.Item name="occupationEdition" label={t.occupation.edition} extra={t.occupation.editionHint} rules={[required]}>
          <Choice
            placeholder={t.choose}
            options={editions.map((one) => ({ value: one, label: t.occupation.editions[one] }))}
          />
        </Form.Item>
      </div>
    </>
  )
}
