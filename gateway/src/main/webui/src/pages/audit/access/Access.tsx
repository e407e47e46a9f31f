import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Look, LookQuery, Watched } from '../../../api/access'
import { services } from '../../../api/services'
import { moment } from '../../../format/dates'
import { Bones, FailureNotice, PageHead } from '../../../parts/Parts'
import { Segments } from '../../../parts/Segments'
import { useTitle } from '../../../shell/Frame'
import { useSession } from '../../../shell/session'
import { usePreferences, useText } from '../../../text/locale'
import { AuditNav } from '../AuditNav'
import { RevealIdentity } from './RevealIdentity'
import { accessText } from './text'
import { useLooks } from './useLooks'
import { asked, contextWords, whoWords } from './words'
import '../audit.css'
import './access.css'

const page = '/audit/access'
const everywhere: readonly Watched[] = ['identity', ...services]

/** Who looked at whom and what for, identities first; the filter is the page's address. */
export default function Access() {
  const t = useText(accessText)
  useTitle(t.title)
  const [search] = useSearchParams()
  const actor = search.get('actor') ?? undefined
  const learner = search.get('learner') ?? undefined
  const watched = everywhere.find((one) => one === search.get('of')) ?? 'identity'
  const navigate = useNavigate()
  const [round, setRound] = useState(0)
  return (
    <div className="page stack access">
      <AuditNav />
      <PageHead title={t.title} sub={t.sub}>
        <RevealIdentity learner={learner} onRevealed={() => setRound(round + 1)} />
      </PageHead>
      <Segments
        label={t.watched}
        options={everywhere.map((value) => ({ value, label: t.watchedOf[value] }))}
        value={watched}
        onChange={(of) => void navigate(address(of, { learner }))}
      />
      <Filter key={`${watched} ${actor} ${learner}`} watched={watched} actor={actor} learner={learner} />
      <List key={`${watched} ${actor} ${learner} ${round}`} watched={watched} query={{ actor, learner }} />
    </div>
  )
}

function Filter({ watched, actor, learner }: LookQuery & { readonly watched: Watched }) {
  const t = useText(accessText)
  const navigate = useNavigate()
  const [who, setWho] = useState(actor ?? '')
  const [whom, setWhom] = useState(learner ?? '')
  return (
    <form
      className="card looks-at"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void navigate(address(watched, { actor: who.trim(), learner: whom.trim() }))
      }}
    >
      <label>
        {t.whom}
        <input value={whom} maxLength={50} placeholder={t.whomHint} autoComplete="off" spellCheck={false} onChange={(e) => setWhom(e.target.value)} />
      </label>
      {watched === 'identity' && (
        <label>
          {t.who}
          <input value={who} maxLength={100} placeholder={t.whoHint} autoComplete="off" spellCheck={false} onChange={(e) => setWho(e.target.value)} />
        </label>
      )}
      <div className="ways">
        <button type="submit" className="button outlined">
          {t.find}
        </button>
        {(actor || learner) && (
          <Link className="button quiet" to={address(watched, {})}>
            {t.clear}
          </Link>
        )}
      </div>
    </form>
  )
}

function address(watched: Watched, query: LookQuery): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, of: watched === 'identity' ? '' : watched })) {
    if (value) {
      search.set(name, value)
    }
  }
  const text = search.toString()
  return text === '' ? page : `${page}?${text}`
}

function List({ watched, query }: { readonly watched: Watched; readonly query: LookQuery }) {
  const t = useText(accessText)
  const { items, next, busy, failure, more } = useLooks(watched, query.actor, query.learner)
  return (
    <>
      {items.length > 0 && (
        <section className="card" aria-label={t.loaded(items.length)}>
          <Looks watched={watched} items={items} />
        </section>
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {busy && (
        <section className="card">
          <Bones lines={['100%', '100%']} />
        </section>
      )}
      {!busy && !failure && next !== undefined && (
        <button type="button" className="button outlined" onClick={more}>
          {t.older}
        </button>
      )}
      {!busy && !failure && next === undefined && (
        <section className="card" role="status">
          <p>{items.length === 0 ? t.none : t.end}</p>
          {items.length === 0 && (query.actor || query.learner) && <p className="second">{t.noneMore}</p>}
        </section>
      )}
    </>
  )
}

function Looks({ watched, items }: { readonly watched: Watched; readonly items: readonly Look[] }) {
  const t = useText(accessText)
  const { locale } = usePreferences()
  const session = useSession()
  const why = watched === 'identity' ? t.column.purpose : t.column.asked
  return (
    <table className="table stacking">
      <thead>
        <tr>
          {[t.column.at, t.column.who, t.column.whom, t.column.part, why].map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((look) => (
          <tr key={look.id}>
            <th scope="row">
              <span className="whole">{moment(look.at, locale)}</span>
            </th>
            <td data-label={t.column.who}>
              <Link to={address('identity', { actor: look.actor })}>{whoWords(look.actor, session.subject, t)}</Link>
            </td>
            <td data-label={t.column.whom}>
              <Link className="mono" to={address(watched, { learner: look.learnerId })}>
                {look.learnerId}
              </Link>
            </td>
            <td data-label={t.column.part}>{t.part[look.part] ?? look.part}</td>
            <td data-label={why}>
              <div>
                {look.part === 'events' ? (
                  <code className="mono">{asked(look.purpose)}</code>
                ) : (
                  (t.purpose[look.purpose] ?? look.purpose)
                )}
                {look.context && <span className="caption under">{contextWords(look.context, locale, t)}</span>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
