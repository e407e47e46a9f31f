import { readParked, type ParkedLine, type Proposal } from '../../api/parked'
import { asFailure, type Failure } from '../../api/problem'
import { services, type ServiceName } from '../../api/services'

/** What one service keeps, or why it does not say. */
export interface Keeping {
  readonly service: ServiceName
  readonly lines: readonly ParkedLine[]
  /** whether these are all; the others have waited less long */
  readonly whole: boolean
  readonly failure?: Failure
}

/** Asks every service; one that is away keeps none of the others from the page. */
export async function readAll(signal: AbortSignal): Promise<readonly Keeping[]> {
  return Promise.all(
    services.map(async (service): Promise<Keeping> => {
      try {
        const { items, whole } = await readParked(service, signal)
        return { service, lines: items, whole }
      } catch (error) {
        signal.throwIfAborted()
        return { service, lines: [], whole: false, failure: asFailure(error) }
      }
    }),
  )
}

/** Where a line stands for whoever looks. */
export type Standing = 'open' | 'yours' | 'theirs'

/** A proposal of one's own waits for somebody else, and so does every proposal for those who may not act. */
export function standing(line: ParkedLine, subject: string | undefined, mayAct: boolean): Standing {
  if (!line.proposal) {
    return 'open'
  }
  return mayAct && line.proposal.proposedBy !== subject ? 'yours' : 'theirs'
}

/** The lines about which somebody else proposed something. */
export const proposedByAnother = (
  lines: readonly ParkedLine[],
  subject: string | undefined,
): readonly (ParkedLine & { readonly proposal: Proposal })[] =>
  lines.flatMap((line) => (line.proposal && line.proposal.proposedBy !== subject ? [{ ...line, proposal: line.proposal }] : []))

const ranks: Record<Standing, number> = { yours: 0, open: 1, theirs: 2 }

/** What waits for the reader first; otherwise in the order of parking. */
export function arranged(lines: readonly ParkedLine[], of: (line: ParkedLine) => Standing): readonly ParkedLine[] {
  return [...lines].sort((a, b) => ranks[of(a)] - ranks[of(b)])
}

/** Whether a line merely waits for another that is parked too: then there is nothing to propose about it. */
export const waitsForAnother = (line: ParkedLine, lines: readonly ParkedLine[]): boolean =>
  line.first.behind !== undefined &&
  line.first.behind !== line.subject &&
  lines.some((other) => other.subject === line.first.behind)

/** What several lines can be released together for: they are themselves what is wrong. */
export const releasable = (line: ParkedLine): boolean => !line.proposal && !line.first.behind

/** A stream is "kind/id"; whatever has no slash is a learner. */
export const isLearner = (subject: string): boolean => !subject.includes('/')

/** What is probably amiss, told from the class of what the program threw. */
export type Trouble = 'mismatch' | 'unreadable' | 'program'

/** State and argument are what a decision holds against what it knows; whatever reads bytes fails with an input's. */
export function trouble(failure: string | undefined): Trouble {
  const name = (failure ?? '').slice((failure ?? '').lastIndexOf('.') + 1)
  if (name === 'IllegalStateException' || name === 'IllegalArgumentException') {
    return 'mismatch'
  }
  return /^(UncheckedIO|IO|Json|Jackson|MismatchedInput|InvalidFormat|UnrecognizedProperty|ValueInstantiation)/.test(name)
    ? 'unreadable'
    : 'program'
}
