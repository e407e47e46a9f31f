import { useCallback } from 'react'
import { readIssuerIfAny, type SkillLevel } from '../../api/creditbank'
import { useLoad } from '../../parts/useLoad'
import { common } from '../../text/common'
import { usePreferences, useText } from '../../text/locale'
import { contradictions, pieces, type Read } from './certificateNumber'
import { yearIn } from './numberRule'
import { claimText } from './text'

/** The number taken apart under its field: who issued it, in which year, for which level, and whether that fits the form. */
export function NumberReading(props: {
  readonly number: string
  readonly read: Read
  readonly level?: SkillLevel | undefined
  readonly issuedOn?: string | undefined
}) {
  const { number, read } = props
  const { locale } = usePreferences()
  const t = useText(claimText).number
  const c = useText(common)
  const code = read.issuerCode
  const load = useCallback((signal: AbortSignal) => readIssuerIfAny(code, signal), [code])
  const [issuer] = useLoad(load)
  const unknown = issuer.state === 'ready' && issuer.value === undefined
  const wrong = new Set<string>([
    ...contradictions(read, props.level, props.issuedOn).map((one) => one.part),
    ...(unknown ? ['issuer'] : []),
  ])
  const says = {
    issuer: issuer.state === 'ready' ? (issuer.value?.name ?? t.unknownIssuer) : code,
    year: yearIn(read, locale),
    level: c.skill[read.level],
  }
  return (
    <div className="reading" role="status">
      <p className="mono number-pieces" aria-hidden="true">
        {pieces(number, read).map((piece, i) => (
          <span
            key={i}
            className={piece.part ? `${piece.part} ${wrong.has(piece.part) ? 'wrong' : 'right'}` : ''}
          >
            {piece.text}
          </span>
        ))}
      </p>
      <ul aria-label={t.says}>
        {(['issuer', 'year', 'level'] as const).map((part) => (
          <li key={part} className={wrong.has(part) ? 'wrong' : ''}>
            <span className="second">{t.parts[part]}</span> {says[part]}
            {wrong.has(part) && part !== 'issuer' && ` ✗ ${t.notOk}`}
          </li>
        ))}
      </ul>
      {unknown && <p className="wrong">{t.unknownIssuerMore}</p>}
    </div>
  )
}
