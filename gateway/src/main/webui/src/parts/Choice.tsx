/** A choice of a few, for a form: the browser's own, because a phone shows it best. */
export function Choice(props: {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly placeholder: string
  /** what the form around it passes */
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly 'aria-invalid'?: boolean | 'true'
  readonly 'aria-describedby'?: string
}) {
  const { options, placeholder, value, onChange, ...rest } = props
  return (
    <span className="choice">
      <select {...rest} value={value ?? ''} onChange={(event) => onChange?.(event.target.value)}>
        <option value="" disabled hidden>
          {placeholder}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
