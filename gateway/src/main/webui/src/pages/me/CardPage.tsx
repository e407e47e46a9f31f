import { Form, Input } from 'antd'
import { useState } from 'react'
import { saveCard, type NewCard } from '../../api/enrollment'
import { Choice } from '../../parts/Choice'
import { ActionLink, FailureNotice, PageHead } from '../../parts/Parts'
import { useSubmit } from '../../parts/useSubmit'
import { useTitle } from '../../shell/Frame'
import { useText } from '../../text/locale'
import Antd from '../../theme/Antd'
import { banks, OTHER } from './banks'
import { formText } from './formText'
import './me.css'

/** Kept on the phone so that a lost connection costs no typing. Never the card number. */
const DRAFT = 'gongxue.draft.bank'

/** What the form holds; name and number of the bank only where it is not a listed one. */
interface Typed {
  readonly accountNumber: string
  readonly bank: string
  readonly bankName?: string
  readonly bankCode?: string
}

const fieldNames = ['accountNumber', 'bankName', 'bankCode'] as const

/** The learner's own bank card. */
export default function CardPage() {
  const t = useText(formText).card
  useTitle(t.title)
  const [saved, setSaved] = useState<string>()
  if (saved !== undefined) {
    return (
      <div className="page">
        <PageHead title={t.done(saved)} sub={t.doneMore} />
        <ActionLink to="/me">{t.back}</ActionLink>
      </div>
    )
  }
  return (
    <div className="page">
      <PageHead title={t.title} sub={t.sub} />
      <section className="card form">
        <Antd>
          <CardForm onSaved={setSaved} />
        </Antd>
      </section>
    </div>
  )
}

function CardForm({ onSaved }: { readonly onSaved: (lastDigits: string) => void }) {
  const t = useText(formText).card
  const [form] = Form.useForm<Typed>()
  const chosen = Form.useWatch('bank', form)
  const [draft] = useState(() => localStorage.getItem(DRAFT) ?? undefined)
  const { submit, busy, failure } = useSubmit(
    fieldNames,
    async (key) => {
      const card = sent(form.getFieldsValue())
      await saveCard(card, key)
      localStorage.removeItem(DRAFT)
      onSaved(card.accountNumber.slice(-4))
    },
    (errors) => form.setFields(errors),
  )

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ bank: draft }}
      onFinish={() => void submit()}
      onValuesChange={(changed: Partial<Typed>) => {
        if (changed.bank !== undefined) {
          localStorage.setItem(DRAFT, changed.bank)
        }
      }}
    >
      <Form.Item
        name="accountNumber"
        label={t.number}
        extra={t.numberHint}
        normalize={(typed: string) => grouped(typed)}
        rules={[
          { required: true, message: t.needNumber },
          { pattern: /^(\s*\d){16,19}\s*$/, message: t.badNumber },
        ]}
        validateTrigger="onBlur"
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={23} />
      </Form.Item>
      <Form.Item name="bank" label={t.bank} {...(draft ? { extra: t.draft } : {})} rules={[{ required: true, message: t.needBank }]}>
        <Choice
          placeholder={t.chooseBank}
          options={[
            ...banks.map((bank) => ({ value: bank.code, label: bank.name })),
            { value: OTHER, label: t.otherBank },
          ]}
        />
      </Form.Item>
      {chosen === OTHER && <OtherBank />}
      {failure && <FailureNotice failure={failure} />}
      <button type="submit" className="button filled" disabled={busy}>
        {busy ? t.saving : t.save}
      </button>
    </Form>
  )
}

function OtherBank() {
  const t = useText(formText).card
  return (
    <>
      <Form.Item
        name="bankName"
        label={t.bankName}
        extra={t.bankHint}
        rules={[{ required: true, whitespace: true, message: t.needBank }]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item
        name="bankCode"
        label={t.code}
        extra={t.codeHint}
        rules={[{ required: true, pattern: /^\d{12}$/, message: t.badCode }]}
        validateTrigger="onBlur"
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={12} />
      </Form.Item>
    </>
  )
}

/** What is sent: the card number without the spaces that help reading, and the bank by name and number. */
function sent(typed: Typed): NewCard {
  const listed = banks.find((bank) => bank.code === typed.bank)
  return {
    accountNumber: typed.accountNumber.replace(/\s/g, ''),
    bankName: listed?.name ?? (typed.bankName ?? '').trim(),
    bankCode: listed?.code ?? typed.bankCode ?? '',
  }
}

/** Digits in groups of four, as on the card. */
function grouped(typed: string): string {
  return typed
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ')
}
