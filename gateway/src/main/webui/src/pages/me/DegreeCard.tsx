import type { Account, Conversion, Outcome } from '../../api/creditbank'
import type { Enrollment } from '../../api/enrollment'
import { day } from '../../format/dates'
import { Tag, type Tone } from '../../parts/Parts'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { outcomeTitle } from '../benefits/subject'
import { coursesNeeded } from './coursesNeeded'
import { meText } from './text'

const tones: Record<Enrollment['state'], Tone> = { studying: 'info', graduated: 'ok', withdrawn: 'plain' }

/** One degree: credits against what is required, what is missing, which certificates count. */
export function DegreeCard(props: { readonly enrollment: Enrollment; readonly account: Account | undefined }) {
  const { enrollment } = props
  const { locale } = usePreferences()
  const t = useText(meText)
  const c = useText(common)
  const conversions = props.account?.conversions.filter((one) => one.enrollmentId === enrollment.enrollmentId) ?? []
  return (
    <section className="card" aria-label={`${enrollment.major} ${c.degree[enrollment.level]}`}>
      <div className="between">
        <h2>
          {enrollment.major} · {c.degree[enrollment.level]}
        </h2>
        <Tag tone={tones[enrollment.state]}>{t.degree[enrollment.state]}</Tag>
      </div>
      <p className="credits">
        <span className="figure">{enrollment.counted}</span>{' '}
        <span className="second">
          {t.degree.credits(enrollment.required)}
          {enrollment.convertedCredits > 0 && ` · ${t.degree.thereof(enrollment.convertedCredits)}`}
        </span>
      </p>
      <CreditBar enrollment={enrollment} />
      <Missing enrollment={enrollment} />
      <ul className="facts">
        {enrollment.graduatedOn && (
          <li>
            <span>{t.degree.diploma(enrollment.universityName ?? '')}</span>
            <span className="second">{day(enrollment.graduatedOn, locale)}</span>
          </li>
        )}
        {enrollment.withdrawnOn && (
          <li>
            <span>{t.degree.withdrawnOn(day(enrollment.withdrawnOn, locale))}</span>
          </li>
        )}
        {conversions.map((one) => (
          <ConversionFact
            key={one.conversionId}
            conversion={one}
            outcome={props.account?.outcomes.find((outcome) => outcome.outcomeId === one.outcomeId)}
          />
        ))}
      </ul>
      <p className="caption">
        {enrollment.universityName && `${enrollment.universityName} · `}
        {t.degree.student(enrollment.studentNumber)}
      </p>
    </section>
  )
}

function CreditBar({ enrollment }: { readonly enrollment: Enrollment }) {
  const t = useText(meText)
  const whole = Math.max(enrollment.required, enrollment.own + enrollment.convertedCredits, 1)
  const share = (credits: number) => ({ width: `${(credits / whole) * 100}%` })
  const toGo = Math.max(0, enrollment.required - enrollment.counted)
  return (
    <>
      <div
        className="bar"
        role="img"
        aria-label={t.degree.bar(enrollment.own, enrollment.convertedCredits, enrollment.required)}
      >
        <i className="own" style={share(enrollment.own)} />
        <i className="converted" style={share(enrollment.convertedCredits)} />
      </div>
      <ul className="legend" aria-hidden="true">
        <li className="own">
          {t.degree.own} {enrollment.own}
        </li>
        {enrollment.convertedCredits > 0 && (
          <li className="converted">
            {t.degree.converted} {enrollment.convertedCredits}
          </li>
        )}
        {toGo > 0 && enrollment.state !== 'withdrawn' && (
          <li className="rest">
            {t.degree.missing} {toGo}
          </li>
        )}
      </ul>
    </>
  )
}

function Missing({ enrollment }: { readonly enrollment: Enrollment }) {
  const t = useText(meText)
  if (enrollment.state !== 'studying') {
    return null
  }
  const toGo = enrollment.required - enrollment.counted
  if (toGo <= 0) {
    return <p className="lead">{t.degree.enough}</p>
  }
  const courses = enrollment.missing
  return (
    <>
      <p className="lead">{t.degree.toGo(coursesNeeded(courses, toGo), toGo)}</p>
      {courses.length > 0 && (
        <details className="more">
          <summary>{t.degree.missingCourses(courses.length)}</summary>
          <ul className="facts">
            {courses.map((course) => (
              <li key={course.code}>
                <span>{course.name}</span>
                <span className="second">{t.degree.creditsUnit(course.credits)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ConversionFact(props: { readonly conversion: Conversion; readonly outcome: Outcome | undefined }) {
  const { conversion, outcome } = props
  const t = useText(meText)
  const { locale } = usePreferences()
  const certificate = outcome ? outcomeTitle(outcome, locale) : t.conversion.certificate
  const reversed = conversion.state === 'reversed'
  return (
    <li className="conversion">
      <details className="more">
        <summary>
          <span className={reversed ? 'taken-back' : ''}>
            {t.conversion.title(certificate, conversion.courses.length)}
          </span>
        </summary>
        <ul className="facts">
          {conversion.courses.map((course) => (
            <li key={course.courseCode}>
              <span>{course.courseName}</span>
              <span className="second">{t.degree.creditsUnit(course.credits)}</span>
            </li>
          ))}
        </ul>
        {conversion.ruleId && (
          <p className="caption">{t.conversion.rule(conversion.ruleId, conversion.ruleVersion ?? 1)}</p>
        )}
      </details>
      {conversion.state === 'converted' ? (
        <span className="second">{t.degree.creditsUnit(conversion.credits)}</span>
      ) : (
        <Tag tone="mend">{reversed ? t.conversion.reversed : t.conversion.refused}</Tag>
      )}
      {reversed && <p className="why">{conversion.reasons[0]?.text ?? t.conversion.reversedWhy}</p>}
      {conversion.state === 'refused' && <p className="why">{conversion.reasons.map((one) => one.text).join(' ')}</p>}
    </li>
  )
}
