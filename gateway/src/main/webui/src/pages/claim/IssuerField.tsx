import { Form } from 'antd'
import { readIssuers, type OutcomeKind } from '../../api/creditbank'
import { Choice } from '../../parts/Choice'
import { FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useText } from '../../text/locale'
import { claimText } from './text'

/** The issuing body, of those in the register that issue documents of this kind. */
export function IssuerField({ kind }: { readonly kind: OutcomeKind }) {
  const t = useText(claimText)
  const [issuers, reload] = useLoad(readIssuers)
  if (issuers.state === 'failed') {
    return <FailureNotice failure={issuers.failure} retry={reload} />
  }
  const fitting =
    issuers.state === 'ready'
      ? issuers.value.filter((one) => one.terms.some((term) => term.scopes.some((scope) => scope.kind === kind)))
      : []
  return (
    <Form.Item
      name="issuerCode"
      label={t.issuer}
      {...(issuers.state === 'ready' && fitting.length === 0 ? { extra: t.noIssuer } : {})}
      rules={[{ required: true, message: t.need }]}
    >
      <Choice
        placeholder={t.choose}
        options={fitting.map((one) => ({ value: one.issuerCode, label: one.name }))}
      />
    </Form.Item>
  )
}
