import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { messageFor, Refused, type Failure } from '../../api/problem'
import { services } from '../../api/services'
import { Segments } from '../../parts/Segments'
import { useText } from '../../text/locale'
import { useServiceName } from '../../text/services'
import { addressOf, type Asked } from './address'
import { logText } from './text'

const shown = ['stream', 'type', 'learner', 'from', 'to'] as const

const wrongWith = (field: string, failure: Failure | undefined): string | undefined =>
  failure instanceof Refused ? messageFor(failure.problem, field) : undefined

/** Whether what went wrong is said beside a field of the form. */
export const namesField = (failure: Failure): boolean => shown.some((field) => wrongWith(field, failure))

/** What to look for. Another service is asked at once; a filter when the form is sent. Either is then the page's address. */
export function Filters(props: {
  readonly asked: Asked
  /** why what was asked last found no answer */
  readonly failure: Failure | undefined
  readonly go: (asked: Asked) => void
}) {
  const t = useText(logText)
  const serviceName = useServiceName()
  const { asked, failure, go } = props
  const [query, setQuery] = useState(asked.query)
  const set = (field: keyof typeof query) => (value: string) => setQuery({ ...query, [field]: value })
  const field = (name: (typeof shown)[number]) => ({
    label: t[name],
    value: query[name],
    wrong: wrongWith(name, failure),
    set: set(name),
  })
  const narrowed = (['cause', 'correlation'] as const).filter((name) => asked.query[name])
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
        options={services.map((value) => ({ value, label: serviceName(value) }))}
        value={asked.service}
        onChange={(service) => go({ service, query })}
      />
      <div className="fields">
        <Field {...field('stream')} hint={t.streamHint} />
        <Field {...field('type')} hint={t.typeHint} />
        <Field {...field('learner')} hint={t.learnerHint} />
        <Field {...field('from')} kind="date" />
        <Field {...field('to')} kind="date" />
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
        {narrowed.map((name) => (
          <Narrowed
            key={name}
            words={t.narrowed[name]}
            without={addressOf({ service: asked.service, query: { ...asked.query, [name]: undefined } })}
          >
            {asked.query[name]}
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
  readonly wrong: string | undefined
  readonly set: (value: string) => void
}) {
  const { label, wrong } = props
  return (
    <label>
      {label}
      <input
        type={props.kind ?? 'text'}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        value={props.value ?? ''}
        {...(props.hint ? { placeholder: props.hint } : {})}
        {...(wrong ? { 'aria-invalid': true } : {})}
        onChange={(event) => props.set(event.target.value)}
      />
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </label>
  )
}

/** A filter that no field holds: it came with a link, and goes by one. */
function Narrowed(props: { readonly words: string; readonly without: string; readonly children: ReactNode }) {
  const t = useText(logText)
  return (
    <span className="second narrowed">
      {props.words} <code className="mono">{props.children}</code>{' '}
      <Link className="button quiet" to={props.without} aria-label={t.widen(props.words)}>
        ✕
      </Link>
    </span>
  )
}
