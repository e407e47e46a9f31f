import { lazy, Suspense, useState } from 'react'
import { readAppropriations, readFunds, type Appropriation, type Fund } from '../../api/funds'
import { yuan } from '../../format/money'
import { Dialog } from '../../parts/Dialog'
import { ScaleIcon } from '../../parts/Icons'
import { Blank, Bones, CardBones, FailureNotice, Notice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useTitle } from '../../shell/Frame'
import { useSession } from '../../shell/session'
import { useText } from '../../text/locale'
import { FundCard } from './FundCard'
import { byYear, sumFen } from './parts'
import { fundText } from './text'
import './funds.css'

const NewFund = lazy(() => import('./NewFund'))

/** A fund with the money that came. */
export interface FundWithMoney {
  readonly fund: Fund
  readonly appropriations: readonly Appropriation[]
}

async function readAll(signal: AbortSignal): Promise<readonly FundWithMoney[]> {
  const funds = await readFunds(signal)
  return Promise.all(
    funds.map(async (fund) => ({ fund, appropriations: await readAppropriations(fund.fundId, signal) })),
  )
}

/** Where the money of every fund is, and what came in. */
export default function Funds() {
  const t = useText(fundText)
  useTitle(t.title)
  const [funds, reload] = useLoad(readAll)
  switch (funds.state) {
    case 'loading':
      return (
        <div className="page stack">
          <CardBones lines={['35%', '60%']} />
          <CardBones lines={['30%', '100%', '80%']} />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={funds.failure} retry={reload} />
        </div>
      )
    case 'ready':
      return <Overview funds={funds.value} reload={reload} />
  }
}

function Overview({ funds, reload }: { readonly funds: readonly FundWithMoney[]; readonly reload: () => void }) {
  const t = useText(fundText)
  const { roles, subject } = useSession()
  const mayAct = roles.includes('finance') || roles.includes('administrator')
  const all = funds.map((one) => one.fund)
  const toCheck = mayAct
    ? funds.flatMap((one) => one.appropriations).filter((one) => one.state === 'proposed' && one.proposedBy !== subject)
    : []
  const [opened, setOpened] = useState<string>()
  const open = mayAct && (
    <OpenFund
      onOpened={(name) => {
        setOpened(name)
        reload()
      }}
    />
  )
  if (all.length === 0) {
    return (
      <Blank picture={<ScaleIcon size={56} />} title={t.none} actions={open}>
        <p>{t.noneMore}</p>
      </Blank>
    )
  }
  const standing = t.standing(
    yuan(sumFen(all, (fund) => fund.appropriatedFen)),
    yuan(sumFen(all, (fund) => fund.paidFen)),
    yuan(sumFen(all, (fund) => fund.payableFen + fund.inTransitFen)),
  )
  return (
    <div className="page stack funds">
      <PageHead title={t.heading(yuan(sumFen(all, (fund) => fund.availableFen)))} sub={standing}>
        {open}
      </PageHead>
      {opened && <Notice tone="ok" title={t.opened(opened)} />}
      {!mayAct && <p className="second">{t.readOnly}</p>}
      {toCheck.length > 0 && (
        <Notice tone="wait" title={t.toCheck(toCheck.length)}>
          {t.toCheckMore}
        </Notice>
      )}
      {byYear(all).map(({ year, funds: ofYear }) => (
        <section key={year} className="stack" aria-label={t.year(year)}>
          <div className="between year">
            <h2>{t.year(year)}</h2>
            <span className="second">
              {t.yearTotal(
                yuan(sumFen(ofYear, (fund) => fund.appropriatedFen)),
                yuan(sumFen(ofYear, (fund) => fund.availableFen)),
              )}
            </span>
          </div>
          {ofYear.map((fund) => (
            <FundCard
              key={fund.fundId}
              fund={fund}
              appropriations={funds.find((one) => one.fund === fund)?.appropriations ?? []}
              mayAct={mayAct}
              reload={reload}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

function OpenFund({ onOpened }: { readonly onOpened: (name: string) => void }) {
  const t = useText(fundText)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button outlined" onClick={() => setOpen(true)}>
        {t.openFund}
      </button>
      <Dialog open={open} title={t.openFundTitle} onClose={() => setOpen(false)}>
        {open && (
          <Suspense fallback={<Bones lines={['100%', '100%', '100%']} />}>
            <NewFund
              onCancel={() => setOpen(false)}
              onDone={(name) => {
                setOpen(false)
                onOpened(name)
              }}
            />
          </Suspense>
        )}
      </Dialog>
    </>
  )
}
