import { Link } from 'react-router'
import { readPolicies, type PolicyVersion } from '../../api/policies'
import { day } from '../../format/dates'
import { ListIcon } from '../../parts/Icons'
import { ActionLink, Blank, CardBones, FailureNotice, Notice, PageHead, Tag } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { policyText } from './text'
import './policies.css'

/** All versions of all policies. */
export default function Policies() {
  const t = useText(policyText)
  useTitle(t.title)
  const [policies, reload] = useLoad(readPolicies)
  switch (policies.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['35%', '60%']} />
          <CardBones lines={['100%', '100%', '100%']} />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={policies.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Overview policies={policies.value} />
  }
}

function Overview({ policies }: { readonly policies: readonly PolicyVersion[] }) {
  const t = useText(policyText)
  const mayAct = useSession().roles.includes('administrator')
  const drafts = policies.filter((one) => one.state === 'draft')
  const mine = drafts.filter((one) => one.proposedByMe).length
  const theirs = drafts.length - mine
  if (policies.length === 0) {
    return (
      <Blank
        picture={<ListIcon />}
        title={t.none}
        actions={mayAct && <ActionLink to="/admin/policies/new">{t.propose}</ActionLink>}
      >
        <p>{t.noneMore}</p>
      </Blank>
    )
  }
  return (
    <div className="page stack policies">
      <PageHead title={t.title} sub={t.sub}>
        {mayAct && <ActionLink to="/admin/policies/new">{t.propose}</ActionLink>}
      </PageHead>
      {!mayAct && <p className="second">{t.readOnly}</p>}
      {mayAct && theirs > 0 && <Notice tone="wait" title={t.toPublish(theirs)} />}
      {mayAct && mine > 0 && <Notice tone="info" title={t.mineWaits(mine)} />}
      <section className="card" aria-label={t.title}>
        <table className="table stacking">
          <thead>
            <tr>
              {(['name', 'version', 'state', 'window', 'by', 'published'] as const).map((what) => (
                <th key={what} scope="col">
                  {t.column[what]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted(policies).map((policy) => (
              <Line key={`${policy.policyId} ${policy.version}`} policy={policy} mayAct={mayAct} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** Drafts first, then by policy with its latest version first. */
function sorted(policies: readonly PolicyVersion[]): readonly PolicyVersion[] {
  const order = (one: PolicyVersion) => (one.state === 'draft' ? 0 : 1)
  return [...policies].sort(
    (a, b) => order(a) - order(b) || a.policyId.localeCompare(b.policyId) || b.version - a.version,
  )
}

function Line({ policy, mayAct }: { readonly policy: PolicyVersion; readonly mayAct: boolean }) {
  const t = useText(policyText)
  const { locale } = usePreferences()
  const who = useWho()
  const waits = mayAct && policy.state === 'draft' && !policy.proposedByMe
  return (
    <tr>
      <th scope="row">
        <div>
          <Link to={`/admin/policies/${encodeURIComponent(policy.policyId)}/${policy.version}`}>{policy.name}</Link>
          <span className="caption under">{policy.policyId}</span>
        </div>
      </th>
      <td data-label={t.column.version} className="whole">{t.version(policy.version)}</td>
      <td data-label={t.column.state}>
        <Tag tone={policy.state === 'published' ? 'ok' : 'wait'}>{waits ? t.waitsForYou : t.state[policy.state]}</Tag>
      </td>
      <td data-label={t.column.window}>{t.window(day(policy.validFrom, locale), day(policy.validUntil, locale))}</td>
      <td data-label={t.column.by}>{who(policy.proposedBy)}</td>
      <td data-label={t.column.published}>{policy.publishedBy ? who(policy.publishedBy) : t.notYet}</td>
    </tr>
  )
}

/** Who somebody is: the reader, or a colleague by the beginning of the number he signs in under. */
export function useWho(): (subject: string) => string {
  const t = useText(policyText)
  const session = useSession()
  return (subject) => (subject === session.subject ? t.you : t.other(subject.slice(0, 8)))
}
