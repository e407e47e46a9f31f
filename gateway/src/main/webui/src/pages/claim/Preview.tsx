import { useCallback } from 'react'
import { previewClaim, type Assessment } from '../../api/claims'
import { depositOutcome, type Account, type Deposited } from '../../api/creditbank'
import { day } from '../../format/dates'
import { yuan } from '../../format/money'
import { CardBones, FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useSubmit } from '../../parts/useSubmit'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { answerOf, ranked, type Answer } from '../benefits/assessed'
import { AssessedCard } from '../benefits/AssessedCard'
import { NotOpenCard } from '../benefits/NotOpenCard'
import { useFocus } from '../selfcheck/useFocus'
import { claimText } from './text'
import { claimOf, depositOf, type Typed } from './typed'

/** Place, amount and rules, before anything is handed in. */
export function Preview(props: {
  readonly typed: Typed
  readonly account: Account | undefined
  readonly onBack: () => void
  readonly onDeposited: (answer: Deposited, foreseen: boolean) => void
}) {
  const { typed, account } = props
  const { locale } = usePreferences()
  const t = useText(claimText).preview
  const read = useCallback(() => previewClaim(claimOf(typed, account)), [typed, account, locale])
  const [loaded, reload] = useLoad(read)
  switch (loaded.state) {
    case 'loading':
      return (
        <div className="page" role="status" aria-label={t.loading}>
          <CardBones lines={['45%', '70%', '100%']} />
        </div>
      )
    case 'failed':
      return (
        <div className="page stack">
          <FailureNotice failure={loaded.failure} retry={reload} />
          <button type="button" className="button outlined" onClick={props.onBack}>
            {t.mend}
          </button>
        </div>
      )
    case 'ready':
      return <Shown {...props} assessment={loaded.value} />
  }
}

function Shown(props: {
  readonly typed: Typed
  readonly assessment: Assessment
  readonly onBack: () => void
  readonly onDeposited: (answer: Deposited, foreseen: boolean) => void
}) {
  const { typed, assessment, onBack } = props
  const t = useText(claimText).preview
  const heading = useFocus()
  const answer = answerOf(assessment.results)
  const { submit, busy, failure } = useSubmit(
    [],
    async (key) => props.onDeposited(await depositOutcome(depositOf(typed), key), assessment.results.length > 0),
    () => undefined,
  )
  return (
    <div className="page preview">
      <div className="page-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            <Headline answer={answer} assessment={assessment} />
          </h1>
          <p className="second">{answer.kind === 'nothing' ? t.nothingMore : t.notYet}</p>
        </div>
      </div>
      <div className="me-columns">
        <div className="stack">
          {ranked(assessment.results).map((one) => (
            <AssessedCard key={one.policyId} assessed={one} />
          ))}
          {answer.kind === 'nothing' && <NotOpenCard policies={assessment.notOpen} />}
        </div>
        <div className="stack">
          <Summary typed={typed} />
          {failure && <FailureNotice failure={failure} />}
          <Decide answer={answer} busy={busy} onBack={onBack} onSubmit={() => void submit()} />
        </div>
      </div>
    </div>
  )
}

function Headline(props: { readonly answer: Answer; readonly assessment: Assessment }) {
  const t = useText(claimText).preview
  const { answer, assessment } = props
  switch (answer.kind) {
    case 'owed': {
      const position = ranked(assessment.results)[0]?.place?.position
      return position ? t.owedPlace(yuan(answer.fen), position) : t.owed(yuan(answer.fen))
    }
    case 'inLine':
      return answer.position ? t.inLine(yuan(answer.fen), answer.position) : t.inLineUnnumbered(yuan(answer.fen))
    case 'noPlace':
    case 'pending':
    case 'refused':
    case 'nothing':
      return t[answer.kind]
  }
}

/** The one thing to do is what is most likely right: hand it in, or mend what would be refused. */
function Decide(props: {
  readonly answer: Answer
  readonly busy: boolean
  readonly onBack: () => void
  readonly onSubmit: () => void
}) {
  const { answer, busy } = props
  const t = useText(claimText).preview
  const mendFirst = answer.kind === 'refused' || answer.kind === 'noPlace'
  const words = answer.kind === 'nothing' ? t.deposit : mendFirst ? t.submitAnyway : t.submit
  return (
    <p className="decide">
      <button type="button" className={`button ${mendFirst ? 'outlined' : 'filled'}`} disabled={busy} onClick={props.onSubmit}>
        {busy ? t.submitting : words}
      </button>
      <button type="button" className={`button ${mendFirst ? 'filled' : 'outlined'}`} disabled={busy} onClick={props.onBack}>
        {t.mend}
      </button>
    </p>
  )
}

/** What was typed, once more. */
function Summary({ typed }: { readonly typed: Typed }) {
  const { locale } = usePreferences()
  const t = useText(claimText)
  const c = useText(common)
  const deposit = depositOf(typed)
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.occupation.name, `${deposit.occupationName} · ${deposit.occupationCode}`],
    [t.level, deposit.level && c.skill[deposit.level]],
    [t.qualification, typed.kind === 'PROFESSIONAL_QUALIFICATION' && typed.qualification ? t.qualifications[typed.qualification] : undefined],
    [t.contest.level, deposit.contest && t.contest.levels[deposit.contest.level]],
    [t.contest.rank, deposit.contest && String(deposit.contest.rank)],
    [t.issuedOn, day(deposit.issuedOn, locale)],
    [t.number.skill, deposit.certificateNumber],
    [t.route, t.routes[deposit.route]],
  ]
  return (
    <section className="card" aria-label={t.preview.yours}>
      <h2>{t.preview.yours}</h2>
      <ul className="facts">
        {rows
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => (
            <li key={name}>
              <span className="second">{name}</span>
              <span>{value}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
