import { useState } from 'react'
import { checkFile, gridTemplatePath, type QuotaGrid } from '../../api/quotas'
import { asFailure, type Failure } from '../../api/problem'
import { Dialog } from '../../parts/Dialog'
import { FailureNotice, Notice, ProgressBar } from '../../parts/Parts'
import { parseTsv } from '../../parts/tsv'
import { usePreferences, useText } from '../../text/locale'
import { draftOf, type Divides, type Draft } from './grid'
import { place } from './paste'
import { faultText, quotaText, type FaultText } from './text'

const LIMIT_BYTES = 5 * 1024 * 1024

type Stage =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly share: number }
  | { readonly is: 'unusable' }
  | { readonly is: 'failed'; readonly failure: Failure }

/** The whole grid at once: pasted, or as a file the service reads and does not keep. */
export function FillIn(props: {
  readonly grid: QuotaGrid
  readonly divides: Divides
  readonly onFilled: (draft: Draft, faults: readonly FaultText[]) => void
}) {
  const t = useText(quotaText)
  const { locale } = usePreferences()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [stage, setStage] = useState<Stage>({ is: 'waiting' })

  function done(draft: Draft, faults: readonly FaultText[]) {
    props.onFilled(draft, faults)
    setText('')
    setStage({ is: 'waiting' })
    setOpen(false)
  }

  function usePasted() {
    const placed = place(parseTsv(text), props.grid, props.divides, { row: 0, group: 0 })
    done(placed.draft, placed.faults.map((one) => faultText(one, locale)))
  }

  async function send(file: File | undefined) {
    if (!file || stage.is === 'sending') {
      return
    }
    if (!/\.(xlsx|csv)$/i.test(file.name) || file.size === 0 || file.size > LIMIT_BYTES) {
      setStage({ is: 'unusable' })
      return
    }
    setStage({ is: 'sending', share: 0 })
    try {
      const preview = await checkFile(props.grid, file, (share) => setStage({ is: 'sending', share }))
      done(draftOf(preview.cells), preview.errors.map((one) => ({ ...one, value: one.value ?? '' })))
    } catch (error) {
      setStage({ is: 'failed', failure: asFailure(error) })
    }
  }

  return (
    <>
      <button type="button" className="button outlined" onClick={() => setOpen(true)}>
        {t.fill}
      </button>
      <Dialog open={open} look="wide" title={t.fillTitle} onClose={() => setOpen(false)}>
        <p className="second">{t.fillMore}</p>
        <label>
          {t.fillArea}
          <textarea
            rows={8}
            value={text}
            placeholder={t.fillExample}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="ways">
          <span className="second">{t.orFile}</span>
          <label className="button outlined">
            {t.chooseFile}
            <input
              type="file"
              className="unseen"
              accept=".xlsx,.csv"
              onChange={(event) => {
                void send(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </label>
          <a href={gridTemplatePath(props.grid)} download>
            {t.template}
          </a>
        </p>
        {stage.is === 'sending' && <ProgressBar percent={Math.round(stage.share * 100)} label={t.checking} />}
        {stage.is === 'unusable' && <Notice tone="mend" title={t.wrongFile} urgent />}
        {stage.is === 'failed' && <FailureNotice failure={stage.failure} />}
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => setOpen(false)}>
            {t.back}
          </button>
          <button type="button" className="button filled" disabled={text.trim() === ''} onClick={usePasted}>
            {t.useBlock}
          </button>
        </div>
      </Dialog>
    </>
  )
}
