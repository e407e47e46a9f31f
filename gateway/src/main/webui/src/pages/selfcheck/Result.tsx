import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { selfCheck, type Answers, type Assessment, type Questions } from '../../api/claims'
import { signInPath } from '../../api/session'
import { day } from '../../format/dates'
import { yuan } from '../../format/money'
import { ActionLink, CardBones, FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { answerOf, ranked, type Answer } from '../benefits/assessed'
import { AssessedCard } from '../benefits/AssessedCard'
import { NotOpenCard } from '../benefits/NotOpenCard'
import type { Step } from './questions'
import { selfCheckText } from './text'
import { useFocus } from './useFocus'
import '../me/me.css'

/** The answer: can I get something, how much, what is missing, is there a place, what now. */
export function Result(props: {
  readonly answers: Answers
  readonly questions: Questions
  readonly onBack: () => void
}) {
  const { answers } = props
  const { locale } = usePreferences()
  const read = useCallback((signal: AbortSignal) => selfCheck(answers, signal), [answers, locale])
  const [loaded, reload] = useLoad(read)
  switch (loaded.state) {
    case 'loading':
      return <CardBones lines={['45%', '70%', '100%']} />
    case 'failed':
      return (
        <>
          <FailureNotice failure={loaded.failure} retry={reload} />
          <Again onBack={props.onBack} />
        </>
      )
    case 'ready':
      return <Told {...props} assessment={loaded.value} />
  }
}

function Told(props: {
  readonly assessment: Assessment
  readonly answers: Answers
  readonly questions: Questions
  readonly onBack: () => void
}) {
  const { assessment, questions } = props
  const { locale } = usePreferences()
  const t = useText(selfCheckText)
  const heading = useFocus()
  const answer = answerOf(assessment.results)
  return (
    <section className="told" aria-labelledby="answer">
      <h1 id="answer" tabIndex={-1} ref={heading}>
        <Headline answer={answer} />
      </h1>
      <p className="second">{t.asked(...words(props.answers, questions))}</p>
      <div className="stack">
        {ranked(assessment.results).map((one) => (
          <AssessedCard key={one.policyId} assessed={one} />
        ))}
        {answer.kind === 'nothing' && <NotOpenCard policies={assessment.notOpen} />}
        <WhatNow answer={answer} next={questions.next} />
      </div>
      <Again onBack={props.onBack} />
      <p className="caption">{t.asOf(day(assessment.asOf, locale))}</p>
    </section>
  )
}

function Headline({ answer }: { readonly answer: Answer }) {
  const t = useText(selfCheckText)
  switch (answer.kind) {
    case 'owed':
      return t.owed(yuan(answer.fen))
    case 'inLine':
      return t.inLine(yuan(answer.fen))
    case 'noPlace':
    case 'pending':
    case 'refused':
    case 'nothing':
      return t[answer.kind]
  }
}

function WhatNow(props: { readonly answer: Answer; readonly next: Questions['next'] }) {
  const { locale } = usePreferences()
  const t = useText(selfCheckText)
  const session = useSession()
  const { answer, next } = props
  const claim = '/me/claims/new'
  switch (answer.kind) {
    case 'owed':
    case 'inLine':
      return (
        <div className="what-now">
          <p>{t.claimMore}</p>
          {!session.signedIn ? (
            <a className="button filled" href={signInPath(claim)}>
              {t.claim}
            </a>
          ) : (
            session.roles.includes('learner') && <ActionLink to={claim}>{t.claim}</ActionLink>
          )}
        </div>
      )
    case 'noPlace':
    case 'pending':
    case 'refused':
      return <p className="second">{t.whatNow[answer.kind]}</p>
    case 'nothing':
      return <p className="second">{next ? t.next(next.name, day(next.from, locale)) : t.nextUnknown}</p>
  }
}

function Again({ onBack }: { readonly onBack: () => void }) {
  const t = useText(selfCheckText)
  const navigate = useNavigate()
  return (
    <p className="again">
      <button type="button" className="button quiet" onClick={onBack}>
        {t.change}
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => void navigate('/', { state: { step: 0 } satisfies Step })}
      >
        {t.again}
      </button>
    </p>
  )
}

/** The answers in the words they were chosen by. */
function words(answers: Answers, questions: Questions): readonly [string, string, string, string | undefined] {
  const named = (list: Questions['levels'], value: string | undefined) => list.find((one) => one.value === value)?.text
  return [
    questions.units.find((unit) => unit.unitId === answers.memberUnitId)?.name ?? '',
    named(questions.heldBefore, answers.heldBefore) ?? '',
    named(questions.levels, answers.level) ?? '',
    named(questions.ownerships, answers.ownership),
  ]
}
