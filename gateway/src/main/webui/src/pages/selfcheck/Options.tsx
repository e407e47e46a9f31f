import { useState } from 'react'
import type { Named, Questions, UnitLevel } from '../../api/claims'
import { useText } from '../../text/locale'
import { selfCheckText } from './text'

/** A list to tap: choosing goes on to the next question. */
export function Options(props: {
  readonly options: readonly Named[]
  readonly chosen: string | null | undefined
  /** whether "I don't know" is an answer */
  readonly unsure?: boolean
  readonly onChoose: (value: string | null) => void
}) {
  const t = useText(selfCheckText)
  return (
    <ul className="options">
      {props.options.map((option) => (
        <li key={option.value}>
          <Option
            text={option.text}
            chosen={props.chosen === option.value}
            onChoose={() => props.onChoose(option.value)}
          />
        </li>
      ))}
      {props.unsure && (
        <li>
          <Option text={t.unsure} chosen={props.chosen === null} onChoose={() => props.onChoose(null)} />
        </li>
      )}
    </ul>
  )
}

function Option(props: { readonly text: string; readonly chosen: boolean; readonly onChoose: () => void }) {
  return (
    <button type="button" className="option" aria-pressed={props.chosen} onClick={props.onChoose}>
      {props.text}
    </button>
  )
}

const unitLevels: readonly UnitLevel[] = ['DISTRICT', 'FUNCTIONAL_ZONE', 'MUNICIPAL_UNIT', 'GRASSROOTS', 'CITY']

/** More units than this and looking for the own one takes longer than typing two characters of it. */
const WORTH_A_SEARCH = 10

/** The units, by where they stand, with a box to find the own one. */
export function UnitOptions(props: {
  readonly units: Questions['units']
  readonly chosen: string | undefined
  readonly onChoose: (unitId: string) => void
}) {
  const t = useText(selfCheckText)
  const [sought, setSought] = useState('')
  const found = props.units.filter((unit) => unit.name.includes(sought.trim()))
  return (
    <>
      {props.units.length > WORTH_A_SEARCH && (
        <input
          type="search"
          className="find"
          aria-label={t.find}
          placeholder={t.find}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <p className="unseen" role="status">
        {sought ? t.found(found.length) : ''}
      </p>
      {found.length === 0 && <p className="lead">{t.noUnit}</p>}
      {unitLevels
        .map((level) => ({ level, units: found.filter((unit) => unit.level === level) }))
        .filter(({ units }) => units.length > 0)
        .map(({ level, units }) => (
          <div key={level} className="option-group">
            <h2>{t.unitLevel[level]}</h2>
            <ul className="options two">
              {units.map((unit) => (
                <li key={unit.unitId}>
                  <Option
                    text={unit.name}
                    chosen={props.chosen === unit.unitId}
                    onChoose={() => props.onChoose(unit.unitId)}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  )
}
