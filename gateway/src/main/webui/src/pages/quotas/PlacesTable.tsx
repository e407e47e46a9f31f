import { useMemo, useState, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react'
import { WHOLE, type Cell, type QuotaGrid } from '../../api/quotas'
import { count } from '../../format/money'
import { isBlock, parseTsv } from '../../parts/tsv'
import { useText } from '../../text/locale'
import { fullness, keyOf, readPlaces, rowsOf, wanted, type Divides, type Row } from './grid'
import { place, type Placed } from './paste'
import { quotaText } from './text'
import type { useDraft } from './useDraft'

/** More groups than these do not fit beside each other on a desk. */
const GROUPS_SIDE_BY_SIDE = 3

type Filter = 'all' | 'waiting' | 'full' | 'changed'

type DraftInHand = ReturnType<typeof useDraft>

/** The grid itself: a line a unit, four figures a group; with a draft the allotted ones can be typed or pasted. */
export function PlacesTable(props: {
  readonly grid: QuotaGrid
  readonly draft?: DraftInHand
  readonly divides: Divides
  readonly onPasted: (placed: Placed) => void
  readonly showLine: (cell: Cell) => void
}) {
  const t = useText(quotaText)
  const { grid, draft } = props
  const [filter, setFilter] = useState<Filter>('all')
  const [name, setName] = useState('')
  const rows = useMemo(() => rowsOf(grid.cells), [grid.cells])
  const shown = rows.filter((row) => row.unitName.includes(name.trim()) && fits(row, filter, draft))
  const filters: readonly Filter[] = draft ? ['all', 'waiting', 'full', 'changed'] : ['all', 'waiting', 'full']
  return (
    <section className="card" aria-label={t.gridCaption}>
      <div className="between">
        <div className="chips" role="group" aria-label={t.gridCaption}>
          {filters.map((one) => (
            <button key={one} type="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
              {t.filter[one]}
            </button>
          ))}
        </div>
        <input
          type="search"
          className="search"
          value={name}
          placeholder={t.find}
          aria-label={t.find}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="second nothing">{t.noneShown}</p>
      ) : (
        <div className={grid.groups.length > GROUPS_SIDE_BY_SIDE ? 'scroller' : 'fitting'}>
          <table className="table places quads" onKeyDown={moveAbout}>
            <Head groups={grid.groups} />
            <tbody>
              {shown.map((row, at) => (
                <Line
                  key={row.unitId}
                  row={row}
                  groups={grid.groups}
                  draft={props.divides(row.unitId) ? draft : undefined}
                  paste={(text, group) =>
                    props.onPasted(place(parseTsv(text), grid, props.divides, { row: at, group }, shown))
                  }
                  showLine={props.showLine}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="caption">{t.shown(shown.length, rows.length)}</p>
    </section>
  )
}

function fits(row: Row, filter: Filter, draft: DraftInHand | undefined): boolean {
  const cells = Object.values(row.cells)
  switch (filter) {
    case 'all':
      return true
    case 'waiting':
      return cells.some((cell) => cell.waiting > 0)
    case 'full':
      return cells.some((cell) => cell.places > 0 && cell.left <= 0)
    case 'changed':
      return cells.some((cell) => draft !== undefined && wanted(cell, draft.draft) !== cell.places)
  }
}

function Head({ groups }: { readonly groups: readonly string[] }) {
  const t = useText(quotaText)
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t.unit}
        </th>
        {groups.map((group) => (
          <th key={group} scope="colgroup" colSpan={4} className="group">
            {t.group(group)}
          </th>
        ))}
      </tr>
      <tr>
        {groups.flatMap((group) =>
          (['places', 'used', 'waiting', 'left'] as const).map((what) => (
            <th key={`${group} ${what}`} scope="col" className={what === 'places' ? 'number first' : 'number'}>
              {t[what]}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

/** What a line of the table works with. */
interface LineTools {
  readonly draft: DraftInHand | undefined
  readonly paste: (text: string, group: number) => void
  readonly showLine: (cell: Cell) => void
}

function Line({ row, groups, ...tools }: { readonly row: Row; readonly groups: readonly string[] } & LineTools) {
  const t = useText(quotaText)
  return (
    <tr>
      <th scope="row">{row.unitId === WHOLE ? t.wholeUnit : row.unitName}</th>
      {groups.map((group, column) => {
        const cell = row.cells[group]
        return cell ? (
          <Figures key={group} {...tools} cell={cell} column={column} />
        ) : (
          <td key={group} colSpan={4} className="first second">
            —
          </td>
        )
      })}
    </tr>
  )
}

function Figures(props: { readonly cell: Cell; readonly column: number } & LineTools) {
  const t = useText(quotaText)
  const { cell, draft } = props
  const group = t.group(cell.group)
  const left = draft ? wanted(cell, draft.draft) - cell.used : cell.left
  const heat = { '--full': fullness(cell) } as CSSProperties
  return (
    <>
      <td className="number first" data-label={`${group} ${t.places}`}>
        {draft ? <PlacesField {...props} draft={draft} /> : count(cell.places)}
      </td>
      <td className={cell.left <= 0 && cell.places > 0 ? 'number heat full' : 'number heat'} style={heat} data-label={t.used}>
        {count(cell.used)}
      </td>
      <td className="number" data-label={t.waiting}>
        {cell.waiting > 0 ? (
          <button
            type="button"
            className="textual"
            aria-label={t.showLine(cell.unitName, group, cell.waiting)}
            onClick={() => props.showLine(cell)}
          >
            {count(cell.waiting)}
          </button>
        ) : (
          0
        )}
      </td>
      <td className={left < 0 ? 'number mend' : 'number'} data-label={t.left}>
        {left < 0 ? `−${count(-left)}` : count(left)}
      </td>
    </>
  )
}

function PlacesField(props: {
  readonly cell: Cell
  readonly column: number
  readonly draft: DraftInHand
  readonly paste: (text: string, group: number) => void
}) {
  const t = useText(quotaText)
  const { cell, draft } = props
  const key = keyOf(cell.unitId, cell.group)
  const text = draft.typed[key] ?? String(cell.places)
  const places = readPlaces(text)
  const wrong = places === undefined || places < cell.used
  const hint = `${cell.cellId}-least`

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData('text/plain')
    if (isBlock(pasted)) {
      event.preventDefault()
      props.paste(pasted, props.column)
    }
  }

  return (
    <>
      <input
        className={places !== cell.places ? 'cell changed' : 'cell'}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-label={t.cellLabel(cell.unitName, t.group(cell.group))}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': hint } : {})}
        data-column={props.column}
        onChange={(event) => draft.type(key, event.target.value)}
        onFocus={(event) => event.target.select()}
        onPaste={paste}
      />
      {wrong && (
        <span className="least" id={hint}>
          {t.mustBeIn(cell.used)}
        </span>
      )}
    </>
  )
}

/** Up, down and Enter go to the next line's field, as in a spreadsheet. */
function moveAbout(event: KeyboardEvent<HTMLTableElement>) {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
  const field = event.target
  if (step === undefined || !(field instanceof HTMLInputElement) || field.dataset['column'] === undefined) {
    return
  }
  const same = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${field.dataset['column']}"]`)]
  const next = same[same.indexOf(field) + step]
  if (next) {
    event.preventDefault()
    next.focus()
  }
}
