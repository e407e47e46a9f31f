import { Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { outcomeKinds, routes, type Account } from '../../api/creditbank'
import { Segments } from '../../parts/Segments'
import type { FieldError } from '../../parts/useSubmit'
import { useText } from '../../text/locale'
import Antd from '../../theme/Antd'
import { ContestFields } from './ContestFields'
import { IssuerField } from './IssuerField'
import { LevelField } from './LevelField'
import { NumberField, recheckNumber } from './NumberField'
import { OccupationFields } from './OccupationFields'
import { claimText } from './text'
import { qualifications, type fieldNames, type Typed } from './typed'

export type ClaimFieldError = FieldError<(typeof fieldNames)[number]>

/** What is asked for, by the kind of document. */
export function ClaimForm(props: {
  readonly account: Account | undefined
  readonly initial: Partial<Typed> | undefined
  /** what the service said of the last try */
  readonly errors: readonly ClaimFieldError[]
  readonly onChange: (typed: Typed) => void
  readonly onClear: () => void
  readonly onDone: (typed: Typed) => void
}) {
  const t = useText(claimText)
  const [form] = Form.useForm<Typed>()
  const [showsDraft] = useState(() => Object.keys(props.initial ?? {}).length > 1)
  const kind = Form.useWatch('kind', form) ?? props.initial?.kind ?? 'SKILL_CERTIFICATE'
  const required = [{ required: true, message: t.need }]
  const { errors } = props
  useEffect(() => {
    const [first] = errors
    if (first) {
      form.setFields([...errors])
      form.scrollToField(first.name, { focus: true, block: 'center' })
    }
  }, [form, errors])
  return (
    <Antd>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ kind: 'SKILL_CERTIFICATE', occupationEdition: '2015', ...props.initial }}
        onFinish={() => props.onDone(form.getFieldsValue(true) as Typed)}
        onValuesChange={(changed: Partial<Typed>, all: Typed) => {
          props.onChange(all)
          recheckNumber(form, changed)
        }}
      >
        {showsDraft && (
          <p className="caption draft">
            {t.draft}{' '}
            <button type="button" className="textual" onClick={props.onClear}>
              {t.clear}
            </button>
          </p>
        )}
        <Form.Item name="kind" label={t.kindLabel}>
          <Segments label={t.kindLabel} options={outcomeKinds.map((one) => ({ value: one, label: t.kind[one] }))} />
        </Form.Item>
        {kind !== 'PROFESSIONAL_QUALIFICATION' && <OccupationFields account={props.account} kind={kind} />}
        {kind === 'SKILL_CERTIFICATE' && <LevelField account={props.account} />}
        {kind === 'PROFESSIONAL_QUALIFICATION' && (
          <Form.Item name="qualification" label={t.qualification} rules={required}>
            <Segments
              label={t.qualification}
              options={qualifications.map((one) => ({ value: one, label: t.qualifications[one] }))}
            />
          </Form.Item>
        )}
        {kind === 'CONTEST_RESULT' && <ContestFields />}
        <Form.Item name="issuedOn" label={t.issuedOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        {kind !== 'SKILL_CERTIFICATE' && <IssuerField kind={kind} />}
        <NumberField kind={kind} />
        {kind !== 'CONTEST_RESULT' && (
          <Form.Item name="route" label={t.route} rules={required}>
            <Segments label={t.route} options={routes.map((one) => ({ value: one, label: t.routes[one] }))} />
          </Form.Item>
        )}
        <button type="submit" className="button filled">
          {t.next}
        </button>
      </Form>
    </Antd>
  )
}
