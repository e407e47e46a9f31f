import { useCallback } from 'react'
import { Link, useParams } from 'react-router'
import { publishPolicy, readFacts, readPolicies, readPolicy, type PolicyDocument, type PolicyVersion } from '../../api/policies'
import { Ask } from '../../parts/Ask'
import { ActionLink, CardBones, FailureNotice, Notice, PageHead, Tag } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { arranged } from './arranged'
import { Compare } from './Compare'
import { Readable } from './Readable'
import { policyText } from './text'
import { useWho } from './Policies'
import { namesOf, type Names } from './words'
import './policies.css'

interface WholePolicy {
  readonly policy: PolicyVersion
  readonly document: PolicyDocument
  /** the other versions' numbers */
  readonly others: readonly number[]
  readonly names: Names
}

/** Without the names of facts the page still shows their own. */
async function readWhole(policyId: string, version: number, signal: AbortSignal): Promise<WholePolicy> {
  const [policy, all, facts] = await Promise.all([
    readPolicy(policyId, version, signal),
    readPolicies(signal),
    readFacts(signal).catch(() => []),
  ])
  if (policy.document === undefined) {
    throw new Error('a policy that is read alone has its document')
  }
  const others = all.filter((one) => one.policyId === policyId && one.version !== version).map((one) => one.version)
  return {
    policy,
    document: policy.document,
    others: others.sort((a, b) => b - a),
    names: namesOf(facts),
  }
}

/** One version of a policy: what it says in words, beside the document, beside another version. */
export default function PolicyPage() {
  const { policyId = '', version = '' } = useParams()
  const { locale } = usePreferences()
  const [whole, reload] = useLoad(
    useCallback((signal: AbortSignal) => readWhole(policyId, Number(version), signal), [policyId, version, locale]),
  )
  switch (whole.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['45%', '30%']} />
          <CardBones lines={['100%', '100%', '60%']} />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={whole.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <View whole={whole.value} reload={reload} />
  }
}

function View({ whole, reload }: { readonly whole: WholePolicy; readonly reload: () => void }) {
  const t = useText(policyText)
  const who = useWho()
  const { policy, document, names } = whole
  useTitle(policy.name)
  const mayAct = useSession().roles.includes('administrator')
  const mine = policy.proposedByMe
  const sub = [
    policy.policyId,
    t.proposedBy(who(policy.proposedBy)),
    policy.publishedBy && t.publishedBy(who(policy.publishedBy)),
    t.digest(short(policy.digest)),
  ].filter(Boolean)
  return (
    <div className="page stack policies">
      <p className="up">
        <Link to="/admin/policies">← {t.toList}</Link>
      </p>
      <PageHead
        title={
          <>
            {policy.name} {t.version(policy.version)}{' '}
            <Tag tone={policy.state === 'published' ? 'ok' : 'wait'}>{t.state[policy.state]}</Tag>
          </>
        }
        sub={sub.join(' · ')}
      >
        {mayAct && (
          <ActionLink kind="outlined" to={`/admin/policies/new?from=${encodeURIComponent(policy.policyId)}&version=${policy.version}`}>
            {t.editAsNew}
          </ActionLink>
        )}
        {mayAct && policy.state === 'draft' && !mine && <Publish policy={policy} onPublished={reload} />}
      </PageHead>
      {mayAct && policy.state === 'draft' && (
        <Notice tone={mine ? 'info' : 'wait'} title={mine ? t.mineTitle : t.theirsTitle}>
          {mine ? t.mine : t.theirs}
        </Notice>
      )}
      <Compare key={`${policy.policyId} ${policy.version}`} policy={policy} others={whole.others} />
      <div className="beside">
        <Readable document={document} names={names} />
        <details className="card raw" open={wide()}>
          <summary>{t.rawShow}</summary>
          <pre className="verbatim" tabIndex={0} aria-label={t.raw}>
            {JSON.stringify(arranged(document), undefined, 2)}
          </pre>
        </details>
      </div>
    </div>
  )
}

/** Where both fit beside each other, both are shown. */
const wide = (): boolean => window.matchMedia('(min-width: 72rem)').matches

function Publish({ policy, onPublished }: { readonly policy: PolicyVersion; readonly onPublished: () => void }) {
  const t = useText(policyText)
  return (
    <Ask
      kind="filled"
      words={t.publish}
      title={t.publishTitle(policy.name, policy.version)}
      cancel={t.cancel}
      busyWords={t.doing}
      act={async (key) => {
        await publishPolicy(policy, key)
        onPublished()
      }}
    >
      <p>{t.publishMore(short(policy.digest))}</p>
      <p className="mono digest">{policy.digest}</p>
      <p className="caption">{t.publishRule}</p>
    </Ask>
  )
}

const short = (digest: string): string => `${digest.slice(0, 6)}…${digest.slice(-4)}`
