import type { Assessed } from '../../api/claims'

/** What one can say first about a claim that has not been made. Amounts in fen. */
export type Answer =
  | { readonly kind: 'owed'; readonly fen: number }
  | { readonly kind: 'inLine'; readonly fen: number; readonly position: number | undefined }
  | { readonly kind: 'noPlace' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'nothing' }

/** What a policy says, the best news first. */
export type Standing = 'owed' | 'inLine' | 'noPlace' | 'pending' | 'refused'

const order: readonly Standing[] = ['owed', 'inLine', 'noPlace', 'pending', 'refused']

export function standingOf(assessed: Assessed): Standing {
  if (assessed.result !== 'owed') {
    return assessed.result
  }
  switch (assessed.place?.outcome) {
    case 'waitlist':
      return 'inLine'
    case 'none':
      return 'noPlace'
    case 'place':
    case undefined:
      return 'owed'
  }
}

/** The policies' answers, the best news first, else as the service lists them. */
export function ranked(results: readonly Assessed[]): readonly Assessed[] {
  return [...results].sort((a, b) => order.indexOf(standingOf(a)) - order.indexOf(standingOf(b)))
}

/** The answer in one line: what is owed with a place is added up, everything else is said of the best policy. */
export function answerOf(results: readonly Assessed[]): Answer {
  const [best] = ranked(results)
  if (!best) {
    return { kind: 'nothing' }
  }
  const standing = standingOf(best)
  switch (standing) {
    case 'owed':
      return {
        kind: 'owed',
        fen: results.filter((one) => standingOf(one) === 'owed').reduce((fen, one) => fen + (one.amountFen ?? 0), 0),
      }
    case 'inLine':
      return { kind: 'inLine', fen: best.amountFen ?? 0, position: best.place?.position }
    case 'noPlace':
    case 'pending':
    case 'refused':
      return { kind: standing }
  }
}
