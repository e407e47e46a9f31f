import { readApplications } from '../../api/enrollment'
import { ListIcon } from '../../parts/Icons'
import { Blank, CardBones, FailureNotice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useText } from '../../text/locale'
import { ApplicationItem } from './ApplicationsCard'
import { meText } from './text'
import './me.css'

/** All applications of the learner, newest first. */
export default function Applications() {
  const t = useText(meText).applications
  useTitle(t.title)
  const [applications, reload] = useLoad(readApplications)
  switch (applications.state) {
    case 'loading':
      return (
        <div className="page">
          <CardBones />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={applications.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return applications.value.length === 0 ? (
        <Blank picture={<ListIcon />} title={t.none}>
          <p>{t.noneMore}</p>
        </Blank>
      ) : (
        <div className="page">
          <PageHead title={t.title} />
          <section className="card">
            <ul className="applications">
              {applications.value.map((one) => (
                <ApplicationItem key={one.applicationId} application={one} level="h2" />
              ))}
            </ul>
          </section>
        </div>
      )
  }
}
