import { useState } from 'react'
import { Link } from 'react-router'
import type { Difference, Replay } from '../../api/reward'
import { count } from '../../format/money'
import { usePreferences, useText } from '../../text/locale'
import { eventAddress } from '../log/address'
import { kindOf, kindsOf, valueText, whatText } from './difference'
import { auditText } from './text'
import { differencesOf } from './verdict'

const AT_ONCE = 20

/** What was not there to be checked, and what does not agree. */
export function Findings({ replay }: { readonly replay: Replay }) {
  return (
    <>
      {replay.gaps.length > 0 && <Gaps replay={replay} />}
      {replay.differences.length > 0 && <Differences replay={replay} />}
    </>
  )
}

function Gaps({ replay: { gaps, missingEvents } }: { readonly replay: Replay }) {
  const t = useText(auditText)
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <section className="card" aria-label={t.gaps}>
      <h2>
        {t.gaps}
        {missingEvents ? ` · ${count(missingEvents)}` : ''}
      </h2>
      <p className="second">{t.gapsMore}</p>
      <ul className="gaps">
        {gaps.slice(0, shown).map((gap) => (
          <li key={gap.from}>{t.gap(gap.from, gap.to)}</li>
        ))}
      </ul>
      {gaps.length > shown && <More words={t.moreGaps} press={() => setShown(shown + AT_ONCE)} />}
    </section>
  )
}

function Differences({ replay }: { readonly replay: Replay }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const [kind, setKind] = useState<string>()
  const [shown, setShown] = useState(AT_ONCE)
  const all = differencesOf(replay)
  const kinds = kindsOf(replay.differences)
  const these = replay.differences.filter((one) => kind === undefined || kindOf(one.what) === kind)
  const choose = (next: string | undefined) => () => {
    setKind(next)
    setShown(AT_ONCE)
  }
  return (
    <section className="card" aria-label={t.differences(all)}>
      <h2>{t.differences(all)}</h2>
      {all > replay.differences.length && (
        <p className="second">{t.differencesShown(replay.differences.length, all)}</p>
      )}
      {kinds.length > 1 && (
        <p className="chips kinds">
          <button type="button" aria-pressed={kind === undefined} onClick={choose(undefined)}>
            {t.allKinds}
          </button>
          {kinds.map(([name, n]) => (
            <button key={name} type="button" aria-pressed={kind === name} onClick={choose(name)}>
              {auditText[locale].compared.kind[name] ?? name} {count(n)}
            </button>
          ))}
        </p>
      )}
      <Table replay={replay} differences={these.slice(0, shown)} />
      {these.length > shown && <More words={t.moreDifferences} press={() => setShown(shown + AT_ONCE)} />}
    </section>
  )
}

function Table({ replay, differences }: { readonly replay: Replay; readonly differences: readonly Difference[] }) {
  const { locale } = usePreferences()
  const t = useText(auditText)
  const sides = replay.mode === 're-decide' ? t.differenceRedecided : t.difference
  return (
    <table className="table stacking">
      <thead>
        <tr>
          <th scope="col">{t.difference.what}</th>
          <th scope="col" className="number">{t.difference.index}</th>
          <th scope="col" className="number">{sides.live}</th>
          <th scope="col" className="number">{sides.replayed}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one, place) => (
          <tr key={`${place} ${one.what}`}>
            <th scope="row">
              <What what={one.what} />
            </th>
            <td data-label={t.difference.index} className="number">
              {one.index > 0 ? <Link to={eventAddress('reward', one.index)}>{count(one.index)}</Link> : '—'}
            </td>
            <td data-label={sides.live} className="number value">
              <span className="wrong">{valueText(one.what, one.live, locale)}</span>
            </td>
            <td data-label={sides.replayed} className="number value">
              <span>{valueText(one.what, one.replayed, locale)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was compared; an entitlement leads to its explanation. */
function What({ what }: { readonly what: string }) {
  const { locale } = usePreferences()
  const [, entitlementId] = /^entitlement\/(E-[0-9a-f]{16})\b/.exec(what) ?? []
  const words = whatText(what, locale)
  return entitlementId === undefined ? <>{words}</> : <Link to={`/audit/payments/${entitlementId}`}>{words}</Link>
}

function More({ words, press }: { readonly words: string; readonly press: () => void }) {
  return (
    <button type="button" className="button outlined" onClick={press}>
      {words}
    </button>
  )
}
