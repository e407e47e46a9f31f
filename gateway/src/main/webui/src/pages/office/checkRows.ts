import { lookUp, type DepositOf, type DepositResult, type Found } from '../../api/office'
import { Refused, type Problem } from '../../api/problem'
import type { PastedCertificate, PastedRow } from './depositRows'

/** A row whose worker was found. */
export interface ReadyRow {
  readonly row: number
  readonly found: Found
  readonly certificate: PastedCertificate
}

/** A row whose worker was not found; what the service said. */
export interface StrangerRow {
  readonly row: number
  readonly idNumber: string
  readonly problem: Problem
}

export interface CheckedRows {
  readonly ready: readonly ReadyRow[]
  readonly strangers: readonly StrangerRow[]
}

/**
 * Finds the workers of the rows that can be read, one after the other: every look is recorded with its purpose.
 *
 * @throws Refused when the service refuses more than this one number
 * @throws Unreachable when nothing answers
 */
export async function checkRows(
  rows: readonly PastedRow[],
  purpose: string,
  onRow: (at: number) => void,
): Promise<CheckedRows> {
  const ready: ReadyRow[] = []
  const strangers: StrangerRow[] = []
  const readable = rows.filter((row) => row.certificate !== undefined)
  for (const [at, { row, idNumber, certificate }] of readable.entries()) {
    onRow(at + 1)
    try {
      const found = await lookUp(idNumber, purpose)
      if (certificate) {
        ready.push({ row, found, certificate })
      }
    } catch (error) {
      if (!(error instanceof Refused) || ![404, 422].includes(error.problem.status)) {
        throw error
      }
      strangers.push({ row, idNumber, problem: error.problem })
    }
  }
  return { ready, strangers }
}

export const depositsOf = (ready: readonly ReadyRow[]): readonly DepositOf[] =>
  ready.map(({ found, certificate }) => ({ learnerId: found.learnerId, kind: 'SKILL_CERTIFICATE', ...certificate }))

/** What a row came to, by the row's number. */
export interface SettledRow {
  readonly ready: ReadyRow
  readonly result: DepositResult
}

export const settled = (ready: readonly ReadyRow[], results: readonly DepositResult[]): readonly SettledRow[] =>
  results.flatMap((result) => {
    const row = ready[result.ordinal]
    return row ? [{ ready: row, result }] : []
  })
