import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { proposePolicy, readPolicy } from '../../api/policies'
import { Refused } from '../../api/problem'
import { CardBones, FailureNotice, Notice, PageHead } from '../../parts/Parts'
import { useLoad } from '../../parts/useLoad'
import { useSubmit } from '../../parts/useSubmit'
import { useTitle } from '../../shell/Frame'
import { useText } from '../../text/locale'
import { arranged } from './arranged'
import { lineOf, placesOf } from './jsonPlaces'
import { placed } from './refusal'
import { Refusals } from './Refusals'
import { policyText } from './text'
import './policies.css'

/** Kept on this device so that a lost connection costs no typing. */
const DRAFT = 'gongxue.draft.policy'

/** Longer than any policy, spaces included. */
const LIMIT_CHARS = 100_000

/** A new version: pasted, uploaded, or begun from another one. */
export default function Propose() {
  const t = useText(policyText)
  useTitle(t.newTitle)
  const [params] = useSearchParams()
  const from = params.get('from')
  return from === null ? (
    <Editor initial={localStorage.getItem(DRAFT) ?? ''} kept={localStorage.getItem(DRAFT) !== null} />
  ) : (
    <FromVersion policyId={from} version={Number(params.get('version'))} />
  )
}

function FromVersion({ policyId, version }: { readonly policyId: string; readonly version: number }) {
  const t = useText(policyText)
  const [policy, reload] = useLoad(
    useCallback((signal: AbortSignal) => readPolicy(policyId, version, signal), [policyId, version]),
  )
  switch (policy.state) {
    case 'loading':
      return (
        <div className="page">
          <CardBones lines={['30%', '100%', '100%']} />
        </div>
      )
    case 'failed':
      return (
        <div className="page">
          <FailureNotice failure={policy.failure} retry={reload} />
        </div>
      )
    case 'ready': {
      const next = { ...policy.value.document, version: version + 1 }
      return <Editor initial={JSON.stringify(arranged(next), undefined, 2)} hint={t.fromVersion(policy.value.name, version)} />
    }
  }
}

function Editor(props: { readonly initial: string; readonly hint?: string; readonly kept?: boolean }) {
  const t = useText(policyText)
  const navigate = useNavigate()
  const [text, setText] = useState(props.initial)
  /** the text the last answer was about */
  const [sent, setSent] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const fault = useMemo(() => (text.trim() === '' ? undefined : placesOf(text).fault), [text])
  useEffect(() => {
    if (text !== props.initial) {
      localStorage.setItem(DRAFT, text)
    }
  }, [text, props.initial])
  const { submit, busy, failure } = useSubmit(
    [],
    async (key) => {
      setSent(text)
      const { policyId, version } = await proposePolicy(text, key)
      localStorage.removeItem(DRAFT)
      await navigate(`/admin/policies/${encodeURIComponent(policyId)}/${version}`)
    },
    () => undefined,
  )
  const problems = useMemo(
    () => (failure instanceof Refused && isAboutTheText(failure) ? placed(failure.problem, sent) : undefined),
    [failure, sent],
  )

  function goTo(span: { readonly start: number; readonly end: number; readonly line: number }) {
    const field = area.current
    if (field) {
      const height = Number.parseFloat(getComputedStyle(field).lineHeight)
      field.focus()
      field.setSelectionRange(span.start, span.end)
      field.scrollTop = Math.max(0, (span.line - 3) * height)
    }
  }

  return (
    <div className="page stack policies">
      <p className="up">
        <Link to="/admin/policies">← {t.toList}</Link>
      </p>
      <PageHead title={t.newTitle} sub={t.newSub} />
      {props.hint && <Notice tone="info">{props.hint}</Notice>}
      {props.kept && <Notice tone="info">{t.kept}</Notice>}
      {problems ? <Refusals problems={problems} goTo={goTo} /> : failure && <FailureNotice failure={failure} />}
      <section className="card editor">
        <div className="between">
          <label htmlFor="policy-document">{t.document}</label>
          <span className="ways">
            <button type="button" className="button quiet" onClick={() => setText('')}>
              {t.startOver}
            </button>
            <Upload onRead={setText} />
          </span>
        </div>
        <textarea
          id="policy-document"
          ref={area}
          className="mono"
          rows={22}
          wrap="off"
          spellCheck={false}
          value={text}
          aria-invalid={fault !== undefined}
          {...(fault ? { 'aria-describedby': 'policy-fault' } : {})}
          onChange={(event) => setText(event.target.value)}
        />
        {fault && <Fault text={text} at={fault.at} goTo={goTo} />}
        <div className="actions">
          <button
            type="button"
            className="button filled"
            disabled={busy || text.trim() === '' || fault !== undefined}
            onClick={() => void submit()}
          >
            {busy ? t.submitting : t.submit}
          </button>
        </div>
      </section>
    </div>
  )
}

/** Neither a session that ended nor a service that is away is mended in the text. */
const isAboutTheText = ({ problem }: Refused): boolean =>
  problem.status === 400 || problem.status === 409 || problem.status === 422

function Fault(props: {
  readonly text: string
  readonly at: number
  readonly goTo: (span: { start: number; end: number; line: number }) => void
}) {
  const t = useText(policyText)
  const { line, column } = lineOf(props.text, props.at)
  return (
    <div className="notice mend" id="policy-fault" role="status">
      <strong>{t.notJson(line, column)}</strong>
      {t.notJsonMore}{' '}
      <button type="button" className="textual" onClick={() => props.goTo({ start: props.at, end: props.at + 1, line })}>
        {t.goTo}
      </button>
    </div>
  )
}

function Upload({ onRead }: { readonly onRead: (text: string) => void }) {
  const t = useText(policyText)
  const [tooLarge, setTooLarge] = useState(false)
  async function take(file: File | undefined) {
    setTooLarge(file !== undefined && file.size > LIMIT_CHARS)
    if (file && file.size <= LIMIT_CHARS) {
      onRead(await file.text())
    }
  }
  return (
    <>
      {tooLarge && <span className="mend">{t.tooLarge}</span>}
      <label className="button outlined">
        {t.upload}
        <input
          type="file"
          className="unseen"
          accept=".json,application/json"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
    </>
  )
}
