import { useState } from 'react'
import { Link } from 'react-router'
import { PageHead } from '../../parts/Parts'
import { useTitle } from '../../shell/Frame'
import { useText } from '../../text/locale'
import { DepositMany } from './DepositMany'
import { DepositOne } from './DepositOne'
import { officeText } from './text'
import './office.css'

/** An officer hands in certificates for workers: one with the learner's own form, or a pasted list. */
export default function Deposits() {
  const t = useText(officeText)
  useTitle(t.depositTitle)
  const [many, setMany] = useState(false)
  return (
    <div className="page stack office">
      <p className="up">
        <Link to="/office">← {t.toOffice}</Link>
      </p>
      <PageHead title={t.depositTitle} sub={t.depositSub} />
      <div className="chips" role="group" aria-label={t.tabs}>
        <button type="button" aria-pressed={!many} onClick={() => setMany(false)}>
          {t.oneTab}
        </button>
        <button type="button" aria-pressed={many} onClick={() => setMany(true)}>
          {t.manyTab}
        </button>
      </div>
      {many ? <DepositMany /> : <DepositOne />}
    </div>
  )
}
