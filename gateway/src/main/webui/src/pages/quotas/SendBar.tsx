import { useState } from 'react'
import type { QuotaGrid, ReasonCode } from '../../api/quotas'
import { Choice } from '../../parts/Choice'
import { FailureNotice } from '../../parts/Parts'
import { useSubmit } from '../../parts/useSubmit'
import { useText } from '../../text/locale'
import { CHANGES_MAX, keyOf, obstaclesOf, readPlaces, reasonsFor, type Change, type Obstacle } from './grid'
import { quotaText } from './text'
import type { useDraft } from './useDraft'

const OBSTACLES_SHOWN = 4

/** What is to change, what stands in the way, why, and the way to the second person; it stays in sight. */
export function SendBar(props: {
  readonly grid: QuotaGrid
  readonly draft: ReturnType<typeof useDraft>
  readonly changes: readonly Change[]
  readonly onDrop: () => void
  readonly send: (reasonCode: ReasonCode, key: string) => Promise<void>
}) {
  const t = useText(quotaText)
  const { grid, draft, changes } = props
  const reasons = reasonsFor(changes)
  const [chosen, setChosen] = useState<ReasonCode>()
  const reason = reasons.find((one) => one === chosen) ?? (reasons[0] === 'ALLOTMENT' ? 'ALLOTMENT' : undefined)
  const obstacles = [
    ...unreadable(grid, draft.typed).map(({ unit, group, text }) => t.unreadable(unit, t.group(group), text)),
    ...obstaclesOf(grid, draft.draft).map((one) => sentence(one, t)),
  ]
  const { submit, busy, failure } = useSubmit(
    [],
    (key) => (reason ? props.send(reason, key) : Promise.resolve()),
    () => undefined,
  )
  return (
    <section className="card sendbar" aria-label={t.propose}>
      {obstacles.length > 0 && <Obstacles words={obstacles} />}
      {failure && <FailureNotice failure={failure} />}
      <div className="between">
        <strong role="status">{t.changed(changes.length)}</strong>
        <div className="actions">
          <button type="button" className="button quiet" onClick={props.onDrop}>
            {t.discard}
          </button>
          <label className="reason">
            <span className="second">{t.reason}</span>
            <Choice
              placeholder={t.chooseReason}
              options={reasons.map((one) => ({ value: one, label: t.reasons[one] }))}
              {...(reason ? { value: reason } : {})}
              onChange={(value) => setChosen(reasons.find((one) => one === value))}
            />
          </label>
          <button
            type="button"
            className="button filled"
            disabled={busy || changes.length === 0 || obstacles.length > 0 || reason === undefined}
            onClick={() => void submit()}
          >
            {busy ? t.proposing : t.propose}
          </button>
        </div>
      </div>
    </section>
  )
}

function Obstacles({ words }: { readonly words: readonly string[] }) {
  const t = useText(quotaText)
  const more = words.length - OBSTACLES_SHOWN
  return (
    <div className="notice mend" role="status">
      <strong>{t.obstacles}</strong>
      <ul>
        {words.slice(0, OBSTACLES_SHOWN).map((one) => (
          <li key={one}>{one}</li>
        ))}
        {more > 0 && <li>{t.more(more)}</li>}
      </ul>
    </div>
  )
}

function sentence(obstacle: Obstacle, t: typeof quotaText.zh): string {
  switch (obstacle.is) {
    case 'belowUse':
      return t.belowUse(obstacle.cell.unitName, t.group(obstacle.cell.group), obstacle.places, obstacle.cell.used)
    case 'aboveCeiling':
      return t.aboveCeiling(t.group(obstacle.group), obstacle.places, obstacle.ceiling)
    case 'tooMany':
      return t.tooMany(obstacle.changes, CHANGES_MAX)
  }
}

function unreadable(grid: QuotaGrid, typed: Readonly<Record<string, string>>) {
  return grid.cells.flatMap((cell) => {
    const text = typed[keyOf(cell.unitId, cell.group)]
    return text === undefined || readPlaces(text) !== undefined ? [] : [{ unit: cell.unitName, group: cell.group, text }]
  })
}
