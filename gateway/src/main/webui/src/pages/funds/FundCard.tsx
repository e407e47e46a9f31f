import { lazy, Suspense, useState } from 'react'
import {
  confirmAppropriation,
  rejectAppropriation,
  type Appropriation,
  type Fund,
} from '../../api/funds'
import { day } from '../../format/dates'
import { yuan } from '../../format/money'
import { Ask } from '../../parts/Ask'
import { Dialog } from '../../parts/Dialog'
import { Amount, Bones, Tag, type Tone } from '../../parts/Parts'
import { useSession } from '../../shell/session'
import { usePreferences, useText } from '../../text/locale'
import { partFen, partNames, piecesOf } from './parts'
import { fundText } from './text'

const NewAppropriation = lazy(() => import('./NewAppropriation'))

const tones: Record<Appropriation['state'], Tone> = { proposed: 'wait', confirmed: 'ok', rejected: 'plain' }

/** One fund: what is free, where the rest is, and what came in. */
export function FundCard(props: {
  readonly fund: Fund
  readonly appropriations: readonly Appropriation[]
  readonly mayAct: boolean
  readonly reload: () => void
}) {
  const t = useText(fundText)
  const { fund, appropriations } = props
  const { subject } = useSession()
  const waits = props.mayAct && appropriations.some((one) => one.state === 'proposed' && one.proposedBy !== subject)
  return (
    <section className="card fund" aria-label={`${fund.name} ${fund.fundId}`}>
      <div className="between">
        <div>
          <h3>{fund.name}</h3>
          <p className="caption">
            {fund.fundId} · {fund.source}
          </p>
        </div>
        {props.mayAct && <AddMoney fund={fund} reload={props.reload} />}
      </div>
      <p>
        <Amount fen={fund.availableFen} /> <span className="second">{t.part.available}</span>
      </p>
      <Where fund={fund} />
      {fund.returnedFen > 0 && <p className="caption">{t.returned(yuan(fund.returnedFen))}</p>}
      <details className="more" open={waits}>
        <summary>
          {t.appropriations} {appropriations.length}
        </summary>
        <Appropriations {...props} />
      </details>
    </section>
  )
}

/** The bar, and the same in figures. */
function Where({ fund }: { readonly fund: Fund }) {
  const t = useText(fundText)
  const pieces = piecesOf(fund)
  return (
    <>
      <div className="where" aria-hidden="true">
        {pieces.map((piece) => (
          <i key={piece.part} className={piece.part} style={{ flexGrow: piece.percent }} />
        ))}
      </div>
      <dl className="parts" aria-label={t.bar(fund.name)}>
        <div className="appropriated">
          <dt>{t.appropriated}</dt>
          <dd>{yuan(fund.appropriatedFen)}</dd>
        </div>
        {partNames
          .filter((part) => part !== 'receivable' || fund.receivableFen !== 0)
          .map((part) => (
            <div key={part} className={part}>
              <dt>{t.part[part]}</dt>
              <dd>{yuan(partFen(fund, part))}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function Appropriations(props: {
  readonly fund: Fund
  readonly appropriations: readonly Appropriation[]
  readonly mayAct: boolean
  readonly reload: () => void
}) {
  const t = useText(fundText)
  if (props.appropriations.length === 0) {
    return <p className="second">{t.noMoney}</p>
  }
  return (
    <table className="table stacking">
      <thead>
        <tr>
          <th scope="col">{t.column.document}</th>
          <th scope="col">{t.column.on}</th>
          <th scope="col" className="number">{t.column.amount}</th>
          <th scope="col">{t.column.by}</th>
          <th scope="col">{t.column.state}</th>
        </tr>
      </thead>
      <tbody>
        {props.appropriations.map((one) => (
          <AppropriationLine key={one.number} {...props} appropriation={one} />
        ))}
      </tbody>
    </table>
  )
}

function AppropriationLine(props: {
  readonly fund: Fund
  readonly appropriation: Appropriation
  readonly mayAct: boolean
  readonly reload: () => void
}) {
  const t = useText(fundText)
  const { locale } = usePreferences()
  const { subject } = useSession()
  const { appropriation: one, mayAct } = props
  const mine = one.proposedBy === subject
  const waits = mayAct && one.state === 'proposed' && !mine
  return (
    <tr>
      <th scope="row">{one.documentNumber}</th>
      <td data-label={t.column.on}>{day(one.on, locale)}</td>
      <td data-label={t.column.amount} className="number">{yuan(one.amountFen)}</td>
      <td data-label={t.column.by}>{mine ? t.you : t.other(one.proposedBy.slice(0, 8))}</td>
      <td data-label={t.column.state}>
        <div className="settle">
          <Tag tone={tones[one.state]}>{waits ? t.waitsForYou : t.state[one.state]}</Tag>
          {mayAct && one.state === 'proposed' && <Settle {...props} mine={mine} />}
        </div>
      </td>
    </tr>
  )
}

function Settle(props: {
  readonly fund: Fund
  readonly appropriation: Appropriation
  readonly mine: boolean
  readonly reload: () => void
}) {
  const t = useText(fundText)
  const { fund, appropriation: one, mine, reload } = props
  const common = { cancel: t.cancel, busyWords: t.doing }
  return (
    <>
      {!mine && (
        <Ask
          {...common}
          kind="filled"
          words={t.confirm}
          title={t.confirmTitle(yuan(one.amountFen))}
          act={async (key) => {
            await confirmAppropriation(fund.fundId, one.number, key)
            reload()
          }}
        >
          <p>{t.confirmMore(one.documentNumber)}</p>
          <p className="caption">{t.rule}</p>
        </Ask>
      )}
      <Ask
        {...common}
        kind="outlined"
        words={mine ? t.withdraw : t.reject}
        title={mine ? t.withdrawTitle : t.rejectTitle}
        act={async (key) => {
          await rejectAppropriation(fund.fundId, one.number, key)
          reload()
        }}
      >
        <p>{t.rejectMore}</p>
      </Ask>
    </>
  )
}

function AddMoney({ fund, reload }: { readonly fund: Fund; readonly reload: () => void }) {
  const t = useText(fundText)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button outlined" onClick={() => setOpen(true)}>
        {t.addMoney}
      </button>
      <Dialog open={open} title={t.addMoneyTitle(fund.name)} onClose={() => setOpen(false)}>
        {open && (
          <Suspense fallback={<Bones lines={['100%', '100%', '100%']} />}>
            <NewAppropriation
              fund={fund}
              onCancel={() => setOpen(false)}
              onDone={() => {
                setOpen(false)
                reload()
              }}
            />
          </Suspense>
        )}
      </Dialog>
    </>
  )
}
