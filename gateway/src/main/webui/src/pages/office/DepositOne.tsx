import { lazy, Suspense, useState } from 'react'
import type { Found } from '../../api/office'
import { CardBones } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { LookUp } from './LookUp'
import { officeText } from './text'

const CertificateFor = lazy(() => import('./CertificateFor'))

/** First the worker, then the certificate with the learner's own form. */
export function DepositOne() {
  const t = useText(officeText)
  const [found, setFound] = useState<Found>()
  if (found === undefined) {
    return <LookUp onFound={setFound} />
  }
  return (
    <>
      <section className="card between">
        <div>
          <strong>{t.found(found.name)}</strong> <span className="caption">{t.learner(found.learnerId)}</span>
        </div>
        <button type="button" className="textual" onClick={() => setFound(undefined)}>
          {t.another}
        </button>
      </section>
      <Suspense fallback={<CardBones />}>
        <CertificateFor key={found.learnerId} learnerId={found.learnerId} />
      </Suspense>
    </>
  )
}
