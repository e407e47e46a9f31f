import { Link } from 'react-router'
import type { Application, ApplicationState } from '../../api/enrollment'
import { day } from '../../format/dates'
import { Tag, type Tone } from '../../parts/Parts'
import { usePreferences, useText } from '../../text/locale'
import { meText } from './text'

const tones: Record<ApplicationState, Tone> = {
  submitted: 'wait',
  recommended: 'wait',
  placed: 'ok',
  waitlisted: 'wait',
  enrolled: 'ok',
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
  return (
    <li>
      <div className="between">
        <Heading>{application.major ?? application.programId}</Heading>
        <Tag tone={tones[application.state]}>{t.state[application.state]}</Tag>
      </div>
      <p>
        <Where application={application} />
      </p>
      <p className="caption">
        {application.universityName && `${application.universityName} · `}
        {t.submittedOn(day(application.submittedOn, locale))}
      </p>
      <p className="caption">{t.number(application.applicationId)}</p>
    </li>
  )
}

function Where({ application }: { readonly application: Application }) {
  const { locale } = usePreferences()
  const t = useText(meText).applications
  switch (application.state) {
    case 'submitted':
    case 'recommended': {
      const holder = application.holder
      return holder ? t.held(holder.name ?? holder.organizationId, day(holder.until, locale)) : t.received
    }
    case 'placed':
      return t.placed
    case 'enrolled':
      return t.enrolled
    case 'waitlisted':
      return t.waitlisted(application.waitlistNumber ?? 0)
    case 'withdrawn':
      return t.withdrawn
    case 'refused':
      return application.problem?.detail ?? application.problem?.title ?? t.state.refused
  }
}
