import { Link } from 'react-router'
import type { Explanation, JournalEntry } from '../../../api/explanation'
import { count, yuan } from '../../../format/money'
import { useText } from '../../../text/locale'
import { useServiceName } from '../../../text/services'
import { eventAddress } from '../../log/address'
import { eventsOf } from './chain'
import { explainText } from './text'

/** What moved between the accounts of the funds; each entry sums to nothing. */
export function Entries({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useText(explainText)
  return (
    <section className="card" aria-label={t.entries}>
      <h2>{t.entries}</h2>
      <ol className="told">
        {entries.map((one) => (
          <li key={one.entryId}>
            <div className="between">
              <strong>{t.reason[one.reason] ?? one.reason}</strong>
              <span className="caption">
                <span className="mono">{one.fundId}</span> ·{' '}
                <Link to={eventAddress(one.at.service, one.at.index)}>{t.event(one.at.index)}</Link>
              </span>
            </div>
            <p className="second">
              {one.postings.map((posting) => `${t.account[posting.account] ?? posting.account} ${signed(posting.amountFen)}`).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const signed = (fen: number) => `${fen > 0 ? '+' : ''}${yuan(fen)}`

/** Every event the page rests on, with its hash. */
export function Events({ explanation }: { readonly explanation: Explanation }) {
  const t = useText(explainText)
  const name = useServiceName()
  const events = eventsOf(explanation)
  return (
    <section className="card" aria-label={t.events(events.length)}>
      <details className="more">
        <summary>{t.events(events.length)}</summary>
        <table className="table stacking">
          <thead>
            <tr>
              <th scope="col">{t.column.service}</th>
              <th scope="col">{t.column.index}</th>
              <th scope="col">{t.column.type}</th>
              <th scope="col">{t.column.leaf}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((one) => (
              <tr key={`${one.service}/${one.index}`}>
                <th scope="row">{name(one.service)}</th>
                <td data-label={t.column.index}>
                  <Link to={eventAddress(one.service, one.index)}>{count(one.index)}</Link>
                </td>
                <td data-label={t.column.type}>
                  <code className="mono">{one.type.replace(/^org\.gongxue\./, '')}</code>
                </td>
                <td data-label={t.column.leaf}>
                  <code className="mono caption">{one.leaf}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="second honest">{t.packMore}</p>
      <p className="second">{t.honest}</p>
    </section>
  )
}
