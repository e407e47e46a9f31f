import { useState } from 'react'
import { ACT_MAX, depositAll } from '../../api/office'
import { asFailure, type Failure } from '../../api/problem'
import { FailureNotice, Notice } from '../../parts/Parts'
import { parseTsv } from '../../parts/tsv'
import { useSubmit } from '../../parts/useSubmit'
import { useText } from '../../text/locale'
import { checkRows, depositsOf, settled, type CheckedRows, type SettledRow } from './checkRows'
import { readRows, type PastedRow } from './depositRows'
import { CertificatesRead, RowsToMend, Settled } from './DepositRowsView'
import { officeText } from './text'

type Stage =
  | { readonly is: 'pasting' }
  | { readonly is: 'checking'; readonly at: number; readonly of: number }
  | { readonly is: 'checked'; readonly rows: readonly PastedRow[]; readonly checked: CheckedRows }
  | { readonly is: 'settled'; readonly rows: readonly SettledRow[] }

/** A pasted list: read here, its workers found one by one, then deposited at once. */
export function DepositMany() {
  const t = useText(officeText)
  const [text, setText] = useState('')
  const [purpose, setPurpose] = useState(t.purposeDefault)
  const [stage, setStage] = useState<Stage>({ is: 'pasting' })
  const [failure, setFailure] = useState<Failure>()
  const rows = readRows(parseTsv(text))
  const tooMany = rows.length > ACT_MAX

  async function check() {
    setFailure(undefined)
    const of = rows.filter((row) => row.certificate).length
    try {
      const checked = await checkRows(rows, purpose.trim(), (at) => setStage({ is: 'checking', at, of }))
      setStage({ is: 'checked', rows, checked })
    } catch (error) {
      setStage({ is: 'pasting' })
      setFailure(asFailure(error))
    }
  }

  return (
    <>
      <section className="card paste" aria-label={t.manyTitle}>
        <h2>{t.manyTitle}</h2>
        <p className="second">
          {t.manyMore}
          {t.manyColumns}
        </p>
        <label>
          {t.manyArea}
          <textarea
            className="mono"
            rows={8}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setStage({ is: 'pasting' })
            }}
          />
        </label>
        <label>
          {t.purposeLabel} <span className="caption">{t.purposeHint}</span>
          <input type="text" maxLength={60} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
        </label>
        <p className="caption">{t.manyPrivacy}</p>
        {tooMany && <Notice tone="mend" title={t.tooManyRows(rows.length, ACT_MAX)} />}
        {failure && <FailureNotice failure={failure} />}
        <p className="ways after" role="status">
          <button
            type="button"
            className={stage.is === 'pasting' ? 'button filled' : 'button outlined'}
            disabled={rows.length === 0 || tooMany || stage.is === 'checking' || purpose.trim() === ''}
            onClick={() => void check()}
          >
            {stage.is === 'checking' ? t.checkingRow(stage.at, stage.of) : t.check}
          </button>
        </p>
      </section>
      {stage.is === 'checked' && (
        <Checked
          {...stage}
          onSettled={(done) => {
            setText('')
            setStage({ is: 'settled', rows: done })
          }}
        />
      )}
      {stage.is === 'settled' && <Settled rows={stage.rows} />}
    </>
  )
}

function Checked(props: {
  readonly rows: readonly PastedRow[]
  readonly checked: CheckedRows
  readonly onSettled: (rows: readonly SettledRow[]) => void
}) {
  const t = useText(officeText)
  const { ready, strangers } = props.checked
  const { submit, busy, failure } = useSubmit(
    [],
    async (key) => props.onSettled(settled(ready, await depositAll(depositsOf(ready), key))),
    () => undefined,
  )
  return (
    <>
      <RowsToMend rows={props.rows} strangers={strangers} />
      {ready.length === 0 ? (
        <Notice tone="wait" title={t.nothingReady} />
      ) : (
        <section className="card" aria-label={t.ready(ready.length)}>
          <h2>{t.ready(ready.length)}</h2>
          <CertificatesRead ready={ready} />
          {failure && <FailureNotice failure={failure} />}
          <p className="ways after">
            <button type="button" className="button filled" disabled={busy} onClick={() => void submit()}>
              {busy ? t.sending : t.send(ready.length)}
            </button>
          </p>
        </section>
      )}
    </>
  )
}
