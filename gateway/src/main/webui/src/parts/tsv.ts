/** Rows of cells, as a spreadsheet puts them on the clipboard. */
export type Block = readonly (readonly string[])[]

/**
 * Reads what was copied from a spreadsheet: tabs between cells, lines between rows, quotation marks around a cell that holds either.
 * Cells come trimmed, full-width digits and letters as plain ones, and rows that hold nothing at the end are left out.
 */
export function parseTsv(text: string): Block {
  const rows: string[][] = []
  let row: string[] = []
  const source = text.replace(/\r\n?/g, '\n')
  let at = 0
  while (at <= source.length) {
    const [cell, end] = source[at] === '"' ? quoted(source, at) : plain(source, at)
    row.push(cell.normalize('NFKC').trim())
    if (source[end] !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) {
    rows.pop()
  }
  return rows
}

function plain(source: string, from: number): readonly [string, number] {
  let end = from
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') {
    end++
  }
  return [source.slice(from, end), end]
}

/** A quotation mark within the cell is written twice; one that never closes is a character like any other. */
function quoted(source: string, from: number): readonly [string, number] {
  let cell = ''
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') {
      cell += source[at] ?? ''
    } else if (source[at + 1] === '"') {
      cell += '"'
      at++
    } else {
      const [rest, end] = plain(source, at + 1)
      return [cell + rest, end]
    }
  }
  return plain(source, from)
}

/** Whether a text is more than one cell. */
export const isBlock = (text: string): boolean => /[\t\n\r]/.test(text.trim())
