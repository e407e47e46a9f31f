import { useMemo, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Questions } from '../../api/claims'
import { useText } from '../../text/locale'
import { Options, UnitOptions } from './Options'
import {
  answer,
  answeredOf,
  complete,
  numberOf,
  QUESTIONS,
  questionsFor,
  type Given,
  type Question,
  type Step,
} from './questions'
import { Result } from './Result'
import { selfCheckText } from './text'
import { useFocus } from './useFocus'
import './selfcheck.css'

/** Three questions, one at a time, and the answer. What is typed stays in this page and is gone with it. */
export default function SelfCheck({ questions }: { readonly questions: Questions }) {
  const { state } = useLocation()
  const navigate = useNavigate()
  const [given, setGiven] = useState<Given>({})
  const asked = questionsFor(questions, given)
  const at = Math.min((state as Step | null)?.step ?? 0, answeredOf(asked, given))
  const question = asked[at]
  const answers = useMemo(() => complete(given), [given])

  function choose(of: Question, value: string | null) {
    const next = answer(given, of, value)
    setGiven(next)
    void navigate('/', { state: { step: at + 1 } satisfies Step })
  }

  const back = () => void (at === 0 ? navigate('/', { replace: true }) : navigate(-1))
  if (question === undefined && answers) {
    return <Result answers={answers} questions={questions} onBack={back} />
  }
  return question ? (
    <Asked key={question} question={question} onBack={back}>
      {question === 'unit' ? (
        <UnitOptions units={questions.units} chosen={given.memberUnitId} onChoose={(id) => choose('unit', id)} />
      ) : (
        <Options
          options={optionsOf(question, questions)}
          chosen={given[question]}
          unsure={question === 'ownership'}
          onChoose={(value) => choose(question, value)}
        />
      )}
    </Asked>
  ) : null
}

function optionsOf(question: Exclude<Question, 'unit'>, questions: Questions) {
  switch (question) {
    case 'ownership':
      return questions.ownerships
    case 'heldBefore':
      return questions.heldBefore
    case 'level':
      return questions.levels
  }
}

/** A question with its number; the eyes and a screen reader start at it. */
function Asked(props: { readonly question: Question; readonly onBack: () => void; readonly children: ReactNode }) {
  const t = useText(selfCheckText)
  const heading = useFocus()
  const number = numberOf(props.question)
  return (
    <section className="asked" aria-labelledby="question">
      <div className="asked-steps" aria-hidden="true">
        {Array.from({ length: QUESTIONS }, (_, i) => (
          <i key={i} className={i < number ? 'done' : ''} />
        ))}
      </div>
      <p className="caption">{t.number(number, QUESTIONS)}</p>
      <h1 id="question" tabIndex={-1} ref={heading}>
        {t.ask[props.question]}
      </h1>
      <p className="second">{t.hint[props.question]}</p>
      {props.children}
      <div className="asked-foot">
        <button type="button" className="button quiet" onClick={props.onBack}>
          {t.back}
        </button>
        <p className="caption">{t.notStored}</p>
      </div>
    </section>
  )
}
