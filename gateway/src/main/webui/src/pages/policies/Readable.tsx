import type { ReactNode } from 'react'
import type { PolicyCondition, PolicyDocument } from '../../api/policies'
import { day } from '../../format/dates'
import { yuan } from '../../format/money'
import { usePreferences, useText } from '../../text/locale'
import { policyText } from './text'
import { ceilingTable, formulaText, isTable, nameOf, shareText, testText, wordText, type Names } from './words'

interface Shown {
  readonly document: PolicyDocument
  readonly names: Names
}

/** A policy in words, part by part, in the order one asks: what for, who, how much, how many, from where. */
export function Readable(shown: Shown) {
  const t = useText(policyText)
  const { document, names } = shown
  return (
    <div className="readable stack">
      <Part title={t.section.scope}>
        <Scope {...shown} />
      </Part>
      <Part title={t.section.eligibility} more={t.allHold}>
        <Conditions conditions={document.eligibility} names={names} />
      </Part>
      {document.groups && document.groups.length > 0 && (
        <Part title={t.section.groups} more={t.firstGroup}>
          {document.groups.map((group) => (
            <div key={group.name} className="group">
              <h3>{t.group(group.name)}</h3>
              <Conditions conditions={group.when} names={names} />
            </div>
          ))}
        </Part>
      )}
      <Part title={t.section.amount}>
        <AmountPart {...shown} />
      </Part>
      <Part title={t.section.quota}>{document.quota ? <Quota quota={document.quota} names={names} /> : <p>{t.noQuota}</p>}</Part>
      <Part title={t.section.funds}>
        <Funds {...shown} />
      </Part>
      <Part title={t.section.handling}>
        <ul className="plain">
          <li>{t.approval[document.approval]}</li>
          <li>{t.shortfall[document.shortfall]}</li>
          <li>
            {t.once(document.businessKeys.map((key) => t.key(key.map((fact) => nameOf(fact, names)).join(t.plus))).join(t.or))}
          </li>
          <li className="caption">{t.assessor(document.assessor)}</li>
        </ul>
      </Part>
    </div>
  )
}

function Part(props: { readonly title: string; readonly more?: string; readonly children: ReactNode }) {
  return (
    <section className="card" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.more && <p className="second">{props.more}</p>}
      {props.children}
    </section>
  )
}

function Scope({ document, names }: Shown) {
  const t = useText(policyText)
  const { locale } = usePreferences()
  const { by, from, until } = document.validity
  return (
    <dl className="facts-of">
      <div>
        <dt>{t.trigger}</dt>
        <dd>{t.sources[document.source] ?? document.source}</dd>
      </div>
      <div>
        <dt>{t.validityName}</dt>
        <dd>{t.validity(nameOf(by, names), day(from, locale), day(until, locale))}</dd>
      </div>
    </dl>
  )
}

function Conditions({ conditions, names }: { readonly conditions: readonly PolicyCondition[]; readonly names: Names }) {
  const t = useText(policyText)
  const { locale } = usePreferences()
  return (
    <ol className="rules">
      {conditions.map((one) => (
        <li key={one.name}>
          <strong>{one.name}</strong>
          <span>{testText(one, names, locale)}</span>
          {one.when && one.when.length > 0 && (
            <span className="second">
              {t.onlyWhen(one.when.map((test) => testText(test, names, locale)).join(t.and))}
            </span>
          )}
          <span className="caption">
            {t.article(one.article)}
            {one.code && <> · {t.code(one.code)}</>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function AmountPart({ document, names }: Shown) {
  const t = useText(policyText)
  const { locale } = usePreferences()
  const { amount } = document
  if (!isTable(amount)) {
    return (
      <>
        <p>{formulaText(amount, names, locale)}</p>
        <p className="caption">
          {t.amount.down} · {t.article(amount.article)}
        </p>
      </>
    )
  }
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            {amount.table.by.map((by) => (
              <th key={by} scope="col">
                {by === 'group' ? t.amount.group : nameOf(by, names)}
              </th>
            ))}
            <th scope="col" className="number">
              {t.amount.each}
            </th>
          </tr>
        </thead>
        <tbody>
          {amount.table.rows.map((row) => (
            <tr key={row.when.join(' ')}>
              {row.when.map((word, column) => (
                <td key={amount.table.by[column]}>
                  {amount.table.by[column] === 'group' ? t.group(word) : wordText(amount.table.by[column] ?? '', word, names)}
                </td>
              ))}
              <td className="number">{t.amount.yuan(yuan(row.fen))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">{t.article(amount.article)}</p>
    </>
  )
}

function Quota({ quota, names }: { readonly quota: NonNullable<PolicyDocument['quota']>; readonly names: Names }) {
  const t = useText(policyText)
  const { groups, rows } = ceilingTable(quota)
  return (
    <>
      <p className="second">
        {quota.unitBy ? t.quotaUnit(nameOf(quota.unitBy, names)) : t.quotaWhole} · {t.quotaYear(nameOf(quota.yearBy, names))}
      </p>
      <table className="table" aria-label={t.ceiling}>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            {groups.map((group) => (
              <th key={group} scope="col" className="number">
                {t.group(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row">{row.year}</th>
              {row.places.map((places, column) => (
                <td key={groups[column]} className="number">
                  {places === undefined ? '—' : t.places(places)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Funds({ document, names }: Shown) {
  const t = useText(policyText)
  const { funds } = document
  return (
    <>
      <ul className="plain payers">
        {funds.from.map((payer, at) => (
          <li key={payer.prefix}>
            <span className="mono">{t.fund(payer.prefix)}</span>
            <strong>{shareText(payer.share) ?? t.wholeAmount}</strong>
            {at === 0 && funds.from.length > 1 && <span className="second">{t.leading}</span>}
          </li>
        ))}
      </ul>
      <p className="caption">
        {t.fundYear(nameOf(funds.yearBy, names))}
        {funds.from.length > 1 && <> · {t.shares}</>}
      </p>
    </>
  )
}
