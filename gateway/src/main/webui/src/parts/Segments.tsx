import './segments.css'

/** A choice of very few, all in sight. */
export function Segments<Value extends string>(props: {
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly label: string
  /** what the form around it passes */
  readonly id?: string
  readonly value?: Value
  readonly onChange?: (value: Value) => void
  readonly 'aria-invalid'?: boolean | 'true'
  readonly 'aria-describedby'?: string
  readonly 'aria-required'?: boolean | 'true'
}) {
  const { id = props.label, value } = props
  return (
    <div
      className="segments"
      role="radiogroup"
      aria-label={props.label}
      aria-invalid={props['aria-invalid']}
      aria-describedby={props['aria-describedby']}
      aria-required={props['aria-required']}
    >
      {props.options.map((option, i) => (
        <label key={option.value} className={option.value === value ? 'chosen' : ''}>
          <input
            type="radio"
            {...(i === 0 ? { id } : {})}
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => props.onChange?.(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
