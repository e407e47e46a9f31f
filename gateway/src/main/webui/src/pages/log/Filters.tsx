import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { services } from '../../api/log'
import { Segments } from '../../parts/Segments'
import { useText } from '../../text/locale'
import { addressOf, type Asked } from './address'
import { logText } from './text'

/** What to look for. Nothing is asked before the form is sent; then it is the page's address. */
export function Filters({ asked, go }: { readonly asked: Asked; readonly go: (asked: Asked) => void }) {
  const t = useText(logText)
  const [query, setQuery] = useState(asked.query)
  const set = (field: keyof typeof query) => (value: string) => setQuery({ ...query, [field]: value })
  const narrowed = (['cause', 'correlation'] as const).filter((field) => asked.query[field])
  return (
    <form
      className="card find"
      aria-label={t.filters}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go({ service: asked.service, query })
      }}
    >
      <Segments
        label={t.service}
        options={services.map((value) => ({ value, label: t.services[value] ?? value }))}
        value={asked.service}
        onChange={(service) => go({ service, query })}
      />
      <div className="fields">
        <Field label={t.stream} hint={t.streamHint} value={query.stream} set={set('stream')} />
        <Field label={t.type} hint={t.typeHint} value={query.type} set={set('type')} />
        <Field label={t.learner} hint={t.learnerHint} value={query.learner} set={set('learner')} />
        <Field label={t.from} kind="date" value={query.from} set={set('from')} />
        <Field label={t.to} kind="date" value={query.to} set={set('to')} />
        <label>
          {t.clock}
          <span className="choice">
            <select value={query.clock ?? 'recorded'} onChange={(event) => set('clock')(event.target.value)}>
              {Object.entries(t.clocks).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </span>
        </label>
      </div>
      <p className="ways">
        <button type="submit" className="button filled">
          {t.find}
        </button>
        {Object.keys(asked.query).length > 0 && (
          <Link className="button quiet" to={addressOf({ service: asked.service, query: {} })}>
            {t.clear}
          </Link>
        )}
        {narrowed.map((field) => (
          <Narrowed key={field} words={t.narrowed[field]}>
            {asked.query[field]}
          </Narrowed>
        ))}
      </p>
    </form>
  )
}

function Field(props: {
  readonly label: string
  readonly hint?: string
  readonly kind?: 'date'
  readonly value: string | undefined
  readonly set: (value: string) => void
}) {
  return (
    <label>
      {props.label}
      <input
        type={props.kind ?? 'text'}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        value={props.value ?? ''}
        {...(props.hint ? { placeholder: props.hint } : {})}
        onChange={(event) => props.set(event.target.value)}
      />
    </label>
  )
}

function Narrowed({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <span className="second">
      {words} <code className="mono">{children}</code>
    </span>
  )
}
