import { useCallback, useState } from 'react'
import type { Account, Deposited, Reason } from '../../api/creditbank'
import { depositFor, previewFor, readAccountOf } from '../../api/office'
import { Bones, CardBones, FailureNotice, Notice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useSubmit } from '../../parts/useSubmit'
import { usePreferences, useText } from '../../text/locale'
import { ranked, standingOf } from '../benefits/assessed'
import { AssessedCard } from '../benefits/AssessedCard'
import { ClaimForm, type ClaimFieldError } from '../claim/ClaimForm'
import { claimOf, depositOf, fieldNames, type Typed } from '../claim/typed'
import { officeText } from './text'
import '../me/me.css'
import '../claim/claim.css'

type Stage =
  | { readonly is: 'filling'; readonly errors: readonly ClaimFieldError[] }
  | { readonly is: 'previewing'; readonly typed: Typed }
  | { readonly is: 'settled'; readonly deposited: Deposited }

/** One certificate of a worker: filled in, what would come of it, what came of it. Nothing of it is kept on this computer. */
export default function CertificateFor({ learnerId }: { readonly learnerId: string }) {
  const [account, reload] = useLoad(useCallback((signal: AbortSignal) => readAccountOf(learnerId, signal), [learnerId]))
  switch (account.state) {
    case 'loading':
      return <CardBones lines={['40%', '100%', '100%']} />
    case 'failed':
      return <FailureNotice failure={account.failure} retry={reload} />
    case 'ready':
      return <Steps learnerId={learnerId} account={account.value} reload={reload} />
  }
}

function Steps(props: {
  readonly learnerId: string
  readonly account: Account | undefined
  readonly reload: () => void
}) {
  const [stage, setStage] = useState<Stage>({ is: 'filling', errors: [] })
  const [typed, setTyped] = useState<Typed>()
  const [round, setRound] = useState(0)
  switch (stage.is) {
    case 'filling':
      return (
        <section className="card form claim">
          <ClaimForm
            key={round}
            account={props.account}
            initial={typed}
            errors={stage.errors}
            onChange={() => undefined}
            onClear={() => {
              setTyped(undefined)
              setRound((n) => n + 1)
            }}
            onDone={(now) => {
              setTyped(now)
              setStage({ is: 'previewing', typed: now })
            }}
          />
        </section>
      )
    case 'previewing':
      return (
        <Preview
          {...props}
          typed={stage.typed}
          onBack={() => setStage({ is: 'filling', errors: [] })}
          onDeposited={(deposited) => setStage({ is: 'settled', deposited })}
        />
      )
    case 'settled':
      return (
        <Settled
          deposited={stage.deposited}
          onMend={() => setStage({ is: 'filling', errors: errorsOf(stage.deposited.reasons) })}
          onAnother={() => {
            setTyped(undefined)
            props.reload()
            setStage({ is: 'filling', errors: [] })
          }}
        />
      )
  }
}

/** The service's reasons beside the fields they are about. */
const errorsOf = (reasons: readonly Reason[]): readonly ClaimFieldError[] =>
  fieldNames.flatMap((name) => {
    const errors = reasons.filter((reason) => reason.field === name).map((reason) => reason.text)
    return errors.length > 0 ? [{ name, errors }] : []
  })

function Preview(props: {
  readonly learnerId: string
  readonly account: Account | undefined
  readonly typed: Typed
  readonly onBack: () => void
  readonly onDeposited: (deposited: Deposited) => void
}) {
  const t = useText(officeText)
  const { locale } = usePreferences()
  const { learnerId, account, typed } = props
  const [assessment, reload] = useLoad(
    useCallback(() => previewFor(learnerId, claimOf(typed, account)), [learnerId, typed, account, locale]),
  )
  const { submit, busy, failure } = useSubmit(
    [],
    async (key) => props.onDeposited(await depositFor(learnerId, depositOf(typed), key)),
    () => undefined,
  )
  if (assessment.state === 'loading') {
    return (
      <section className="card">
        <Bones lines={['40%', '70%', '100%']} />
      </section>
    )
  }
  const results = assessment.state === 'ready' ? ranked(assessment.value.results) : []
  const [best] = results
  const doubtful = best !== undefined && ['refused', 'noPlace'].includes(standingOf(best))
  return (
    <>
      <h2>{t.preview.title}</h2>
      {assessment.state === 'failed' && <FailureNotice failure={assessment.failure} retry={reload} />}
      {assessment.state === 'ready' && results.length === 0 && <Notice tone="info">{t.preview.none}</Notice>}
      {results.map((one) => (
        <AssessedCard key={one.policyId} assessed={one} />
      ))}
      {failure && <FailureNotice failure={failure} />}
      <p className="ways">
        <button type="button" className={doubtful ? 'button filled' : 'button outlined'} onClick={props.onBack}>
          {t.preview.mend}
        </button>
        <button
          type="button"
          className={doubtful ? 'button outlined' : 'button filled'}
          disabled={busy}
          onClick={() => void submit()}
        >
          {busy ? t.sending : doubtful ? t.preview.anyway : t.preview.send}
        </button>
      </p>
    </>
  )
}

function Settled(props: {
  readonly deposited: Deposited
  readonly onMend: () => void
  readonly onAnother: () => void
}) {
  const t = useText(officeText)
  const { state, reasons } = props.deposited
  const recognized = state === 'recognized'
  return (
    <>
      <Notice tone={recognized ? 'ok' : 'mend'} title={recognized ? t.oneRecognized : t.oneRefused} urgent={!recognized}>
        {recognized ? (
          t.recognizedMore
        ) : (
          <ul className="not-done">
            {reasons.map((reason) => (
              <li key={reason.code}>
                {reason.text} <span className="caption">{reason.code}</span>
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <p className="ways">
        {!recognized && (
          <button type="button" className="button filled" onClick={props.onMend}>
            {t.mend}
          </button>
        )}
        <button type="button" className="button outlined" onClick={props.onAnother}>
          {t.anotherOne}
        </button>
      </p>
    </>
  )
}
