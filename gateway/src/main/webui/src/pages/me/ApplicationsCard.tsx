import { Link } from 'react-router'
import { educationLevels, type Application, type ApplicationState, type EducationLevel } from '../../api/enrollment'
import { day } from '../../format/dates'
import { Tag, type Tone } from '../../parts/Parts'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { meText } from './text'

const tones: Record<ApplicationState, Tone> = {
  submitted: 'wait',
  recommended: 'wait',
  placed: 'ok',
  waitlisted: 'wait',
  admitted: 'ok',
  refused: 'mend',
  withdrawn: 'plain',
}

const SHOWN_AT_HOME = 2

/** The newest applications, for the learner's page. */
export function ApplicationsCard({ applications }: { readonly applications: readonly Application[] }) {
  const t = useText(meText).applications
  return (
    <section className="card" aria-label={t.title}>
      <div className="between">
        <h2>{t.title}</h2>
        {applications.length > SHOWN_AT_HOME && <Link to="/me/applications">{t.all}</Link>}
      </div>
      <ul className="applications">
        {applications.slice(0, SHOWN_AT_HOME).map((one) => (
          <ApplicationItem key={one.applicationId} application={one} />
        ))}
      </ul>
    </section>
  )
}

/** One application: where it is, who has it, or why not. */
export function ApplicationItem(props: { readonly application: Application; readonly level?: 'h2' | 'h3' }) {
  const { application, level: Heading = 'h3' } = props
  const { locale } = usePreferences()
  const t = useText(meText).applications
  const c = useText(common)
  const program = application.major
    ? `${application.major}${application.level ? ` · ${c.degree[application.level]}` : ''}`
    : application.programId
  return (
    <li>
      <div className="between">
        <Heading>{program}</Heading>
        <Tag tone={tones[application.state]}>{t.state[application.state]}</Tag>
      </div>
      <p>
        <Where application={application} />
      </p>
      <p className="caption">
        {application.universityName && `${application.universityName} · `}
        <span className="whole">{t.submittedOn(day(application.submittedOn, locale))}</span> ·{' '}
        <span className="whole">{t.number(application.applicationId)}</span>
      </p>
    </li>
  )
}

function Where({ application }: { readonly application: Application }) {
  const { locale } = usePreferences()
  const t = useText(meText).applications
  const c = useText(common)
  switch (application.state) {
    case 'submitted':
    case 'recommended': {
      const holder = application.holder
      return holder?.until
        ? t.held(holder.organizationName ?? holder.organizationId ?? '', day(holder.until, locale))
        : t.received
    }
    case 'placed':
      return t.placed
    case 'admitted':
      return t.admitted
    case 'waitlisted':
      return t.waitlisted(application.waitlistNumber ?? 0)
    case 'withdrawn':
      return t.withdrawn
    case 'refused':
      return application.reason
        ? t.reason(application.reason, (value) => (isEducation(value) ? c.education[value] : (value ?? '')))
        : t.state.refused
  }
}

function isEducation(value: string | undefined): value is EducationLevel {
  return educationLevels.some((level) => level === value)
}
