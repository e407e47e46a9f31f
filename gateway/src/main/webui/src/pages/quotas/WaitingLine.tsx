import { useCallback } from 'react'
import { readWaiting, type Cell } from '../../api/quotas'
import { day } from '../../format/dates'
import { Dialog } from '../../parts/Dialog'
import { Bones, FailureNotice } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { usePreferences, useText } from '../../text/locale'
import { quotaText } from './text'

/** Who waits for a place of a cell, in the order in which they will get one. */
export function WaitingLine({ cell, onClose }: { readonly cell: Cell | undefined; readonly onClose: () => void }) {
  const t = useText(quotaText)
  const title = cell ? t.line(cell.unitName, t.group(cell.group)) : t.waiting
  return (
    <Dialog open={cell !== undefined} look="drawer" title={title} onClose={onClose}>
      <p className="second">{t.lineMore}</p>
      {cell && <Line key={cell.cellId} cellId={cell.cellId} />}
      <div className="actions">
        <button type="button" className="button outlined" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  )
}

function Line({ cellId }: { readonly cellId: string }) {
  const t = useText(quotaText)
  const { locale } = usePreferences()
  const [line, reload] = useLoad(useCallback((signal: AbortSignal) => readWaiting(cellId, signal), [cellId]))
  switch (line.state) {
    case 'loading':
      return <Bones lines={['100%', '100%', '100%']} />
    case 'failed':
      return <FailureNotice failure={line.failure} retry={reload} />
    case 'ready':
      return line.value.length === 0 ? (
        <p className="second">{t.lineEmpty}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">{t.linePosition}</th>
              <th scope="col">{t.lineLearner}</th>
              <th scope="col" className="number">{t.lineSince}</th>
            </tr>
          </thead>
          <tbody>
            {line.value.map((one) => (
              <tr key={one.entitlementId}>
                <th scope="row" className="number">{one.position}</th>
                <td className="mono">{one.learnerId}</td>
                <td className="number">{day(one.since, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}
