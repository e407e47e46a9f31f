import { useRef, useState, type DragEvent } from 'react'
import { useNavigate } from 'react-router'
import { sendFile, templatePath } from '../../api/enrollment'
import { asFailure, Refused, type Failure, type Problem } from '../../api/problem'
import { SheetIcon } from '../../parts/Icons'
import { FailureNotice, Notice, ProgressBar } from '../../parts/Parts'
import { useText } from '../../text/locale'
import { unusable, type Unusable } from './fileCheck'
import { schoolText } from './text'

type Stage =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly name: string; readonly share: number }
  | { readonly is: 'unusable'; readonly why: Unusable; readonly name: string }
  | { readonly is: 'failed'; readonly failure: Failure }

/** Where a file is dropped or chosen, and what became of it until its own page opens. */
export function DropZone() {
  const t = useText(schoolText)
  const [stage, setStage] = useState<Stage>({ is: 'waiting' })
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()

  async function take(file: File | undefined) {
    if (!file || stage.is === 'sending') {
      return
    }
    const why = unusable(file)
    if (why) {
      setStage({ is: 'unusable', why, name: file.name })
      return
    }
    setStage({ is: 'sending', name: file.name, share: 0 })
    try {
      const received = await sendFile(file, (share) => setStage({ is: 'sending', name: file.name, share }))
      await navigate(`/school/files/${encodeURIComponent(received.fileId)}`)
    } catch (error) {
      setStage({ is: 'failed', failure: asFailure(error) })
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <section className="stack" aria-label={t.choose}>
      <div
        className={over ? 'card drop over' : 'card drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <SheetIcon size={44} />
        {stage.is === 'sending' ? (
          <Sending name={stage.name} share={stage.share} />
        ) : (
          <>
            <h2>{t.dropTitle}</h2>
            <p className="ways">
              <span className="second">{t.dropOr}</span>
              <label className="button filled">
                {t.choose}
                <input
                  ref={input}
                  type="file"
                  className="unseen"
                  accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                  onChange={(event) => {
                    void take(event.target.files?.[0])
                    event.target.value = ''
                  }}
                />
              </label>
              <a className="button outlined" href={templatePath} download>
                {t.template}
              </a>
            </p>
            <p className="caption">{t.dropHint}</p>
          </>
        )}
      </div>
      {stage.is === 'unusable' && (
        <Notice tone="mend" title={t[stage.why]} urgent>
          {stage.why === 'notXlsx' ? t.notXlsxMore(stage.name) : t[`${stage.why}More`]}
        </Notice>
      )}
      {stage.is === 'failed' &&
        (stage.failure instanceof Refused && stage.failure.problem.status < 500 && stage.failure.problem.status !== 401 ? (
          <RefusedFile problem={stage.failure.problem} />
        ) : (
          <FailureNotice failure={stage.failure} />
        ))}
    </section>
  )
}

function Sending({ name, share }: { readonly name: string; readonly share: number }) {
  const t = useText(schoolText)
  const words = share < 1 ? t.uploading(name) : t.checking
  return (
    <div className="sending">
      <p aria-live="polite">{words}</p>
      <ProgressBar percent={Math.round(share * 100)} label={words} />
    </div>
  )
}

/** A file the service did not take: the rule, what it found and what it needs. */
function RefusedFile({ problem }: { readonly problem: Problem }) {
  const t = useText(schoolText)
  return (
    <Notice tone="mend" title={problem.title} urgent>
      <p>{problem.detail}</p>
      <dl className="found">
        {problem.field && problem.field !== 'file' && (
          <>
            <dt>{t.refusedField}</dt>
            <dd>{problem.field}</dd>
          </>
        )}
        {problem.value && (
          <>
            <dt>{t.refusedValue}</dt>
            <dd>{problem.value}</dd>
          </>
        )}
        {problem.needed && (
          <>
            <dt>{t.refusedNeeded}</dt>
            <dd>{problem.needed}</dd>
          </>
        )}
      </dl>
      <p className="caption">{t.refusedRule(problem.code)}</p>
    </Notice>
  )
}
