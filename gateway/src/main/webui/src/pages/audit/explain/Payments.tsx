import type { ReactNode } from 'react'
import type { Payment } from '../../../api/explanation'
import { day, moment } from '../../../format/dates'
import { yuan } from '../../../format/money'
import { Tag } from '../../../parts/Parts'
import { usePreferences, useText } from '../../../text/locale'
import { twoPeople } from './chain'
import { Places } from './Decisions'
import { explainText } from './text'
import { usePerson } from './usePerson'

/** Each attempt: its batch, who made and who checked it, and what the bank said. */
export function Payments({ payments }: { readonly payments: readonly Payment[] }) {
  const t = useText(explainText)
  return (
    <section className="card" aria-label={t.payments}>
      <h2>{t.payments}</h2>
      <ol className="told">
        {payments.map((one) => (
          <li key={one.paymentId}>
            <One payment={one} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function One({ payment }: { readonly payment: Payment }) {
  const t = useText(explainText)
  const { locale } = usePreferences()
  const person = usePerson()
  const { batch, bank } = payment
  const two = twoPeople(batch)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.fact.amount, `${yuan(payment.amountFen)} ${t.yuan}`],
    [t.fact.batch, `${batch.batchId} · ${t.chain.line(payment.line, batch.lines)}`],
    [t.fact.maker, person(batch.maker)],
    [
      t.fact.checker,
      <>
        {batch.checker ? person(batch.checker) : t.chain.unchecked}
        {batch.approvedOn && ` · ${day(batch.approvedOn, locale)}`}{' '}
        {two !== undefined && <Tag tone={two ? 'ok' : 'mend'}>{two ? t.chain.twoPeople : t.chain.onePerson}</Tag>}
      </>,
    ],
    ...batch.exports.map(
      (file) =>
        [
          t.fact.exported,
          <span title={file.fileDigest}>
            {moment(file.at.occurredAt, locale)} · {t.bankFile(`${file.fileDigest.slice(0, 12)}…`)}
          </span>,
        ] as const,
    ),
    [
      t.fact.bank,
      bank ? [day(bank.on, locale), bank.bankReference, bank.failureCode].filter(Boolean).join(' · ') : t.chain.atBank,
    ],
    ...(bank?.file
      ? [[t.fact.file, <span title={bank.file.fileDigest}>{t.bankFile(`${bank.file.fileDigest.slice(0, 12)}…`)}</span>] as const]
      : []),
  ]
  return (
    <>
      <div className="between">
        <strong>
          <span className="mono">{payment.paymentId}</span> · {t.attempt(payment.attempt)}
        </strong>
        {bank && <Tag tone={bank.state === 'paid' ? 'ok' : 'mend'}>{bank.state === 'paid' ? t.chain.paid : t.chain.returned}</Tag>}
      </div>
      <dl className="facts">
        {facts.map(([name, value], place) => (
          <div key={place}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Places
        events={[payment.drafted, batch.opened, batch.frozen, batch.approved, bank?.at].filter((one) => one !== undefined)}
      />
    </>
  )
}
