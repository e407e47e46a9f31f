import { useState } from 'react'
import { lookUp, type Found } from '../../api/office'
import { FailureNotice } from '../../parts/Parts'
import { useSubmit } from '../../parts/useSubmit'
import { useText } from '../../text/locale'
import { checkDigitFits, looksLikeIdNumber } from '../me/idNumber'
import { officeText } from './text'

/** Finds a worker by ID number; the search is recorded with its purpose. */
export function LookUp({ onFound }: { readonly onFound: (found: Found) => void }) {
  const t = useText(officeText)
  const [idNumber, setIdNumber] = useState('')
  const [purpose, setPurpose] = useState(t.purposeDefault)
  const [tried, setTried] = useState(false)
  const number = idNumber.replace(/\s/g, '').toUpperCase()
  const wrong = number === '' ? t.need : !looksLikeIdNumber(number) ? t.idBad : checkDigitFits(number) ? undefined : t.idCheck
  const { submit, busy, failure } = useSubmit(
    [],
    async () => onFound(await lookUp(number, purpose.trim())),
    () => undefined,
  )
  return (
    <section className="card paste" aria-label={t.lookup}>
      <h2>{t.lookup}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (wrong === undefined && purpose.trim() !== '') {
            void submit()
          }
        }}
      >
        <label>
          {t.idNumber}
          <input
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={20}
            value={idNumber}
            aria-invalid={tried && wrong !== undefined}
            {...(tried && wrong ? { 'aria-describedby': 'id-number-wrong' } : {})}
            onChange={(event) => setIdNumber(event.target.value)}
          />
        </label>
        {tried && wrong && (
          <p className="wrong-field" id="id-number-wrong" role="alert">
            {wrong}
          </p>
        )}
        <label>
          {t.purposeLabel} <span className="caption">{t.purposeHint}</span>
          <input type="text" maxLength={60} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
        </label>
        {failure && <FailureNotice failure={failure} />}
        <p className="ways after">
          <button type="submit" className="button filled" disabled={busy || purpose.trim() === ''}>
            {busy ? t.finding : t.find}
          </button>
        </p>
      </form>
    </section>
  )
}
