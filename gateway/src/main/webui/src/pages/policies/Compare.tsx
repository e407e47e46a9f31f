import { useCallback, useState } from 'react'
import { readDifference, type PolicyDifference, type PolicyVersion } from '../../api/policies'
import { Choice } from '../../parts/Choice'
import { Bones, FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { usePreferences, useText } from '../../text/locale'
import { policyText } from './text'

/** What this version says otherwise than another one of the same policy: the one before it, unless another is chosen. */
export function Compare({ policy, others }: { readonly policy: PolicyVersion; readonly others: readonly number[] }) {
  const t = useText(policyText)
  const [chosen, setChosen] = useState(() => others.find((one) => one < policy.version))
  if (others.length === 0) {
    return null
  }
  return (
    <section className="card" aria-label={t.compare}>
      <div className="between">
        <h2>{t.compare}</h2>
        <label className="compare-with">
          <span className="second">{t.compareWith}</span>
          <Choice
            placeholder={t.chooseVersion}
            {...(chosen === undefined ? {} : { value: String(chosen) })}
            options={others.map((one) => ({ value: String(one), label: t.version(one) }))}
            onChange={(value) => setChosen(Number(value))}
          />
        </label>
      </div>
      {chosen !== undefined && <Differences key={chosen} policy={policy} from={chosen} />}
    </section>
  )
}

function Differences({ policy, from }: { readonly policy: PolicyVersion; readonly from: number }) {
  const t = useText(policyText)
  const { locale } = usePreferences()
  const [differences, reload] = useLoad(
    useCallback(
      (signal: AbortSignal) => readDifference(policy.policyId, policy.version, from, signal),
      [policy.policyId, policy.version, from, locale],
    ),
  )
  switch (differences.state) {
    case 'loading':
      return <Bones lines={['60%', '100%']} />
    case 'failed':
      return <FailureNotice failure={differences.failure} retry={reload} />
    case 'ready':
      return differences.value.length === 0 ? <p className="second">{t.same}</p> : <Table items={differences.value} />
  }
}

function Table({ items }: { readonly items: readonly PolicyDifference[] }) {
  const t = useText(policyText)
  return (
    <>
      <p className="second">{t.differences(items.length)}</p>
      <table className="table stacking">
        <thead>
          <tr>
            {(['what', 'before', 'after', 'place'] as const).map((what) => (
              <th key={what} scope="col">
                {t.difference[what]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.place}>
              <th scope="row">{one.what}</th>
              <td data-label={t.difference.before}>
                {one.before ? <del>{one.before}</del> : <span className="second">{t.nothing}</span>}
              </td>
              <td data-label={t.difference.after}>
                {one.after ? <ins>{one.after}</ins> : <span className="second">{t.nothing}</span>}
              </td>
              <td data-label={t.difference.place} className="mono second">
                {one.place}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
