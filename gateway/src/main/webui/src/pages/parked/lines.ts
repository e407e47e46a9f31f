import { readParked, services, type ParkedLine, type ServiceName } from '../../api/parked'
import { asFailure, type Failure } from '../../api/problem'

/** What one service keeps, or why it does not say. */
export interface Keeping {
  readonly service: ServiceName
  readonly lines: readonly ParkedLine[]
  readonly failure?: Failure
}

/** Asks every service; one that is away keeps none of the others from the page. */
export async function readAll(signal: AbortSignal): Promise<readonly Keeping[]> {
  return Promise.all(
    services.map(async (service): Promise<Keeping> => {
      try {
        return { service, lines: await readParked(service, signal) }
      } catch (error) {
        signal.throwIfAborted()
        return { service, lines: [], failure: asFailure(error) }
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

const ranks: Record<Standing, number> = { yours: 0, open: 1, theirs: 2 }

/** What waits for the reader first; otherwise in the order of parking. */
export function arranged(lines: readonly ParkedLine[], of: (line: ParkedLine) => Standing): readonly ParkedLine[] {
  return [...lines].sort((a, b) => ranks[of(a)] - ranks[of(b)])
}

/** Whether a line merely waits for another that is parked too: then there is nothing to decide about it. */
export const waitsForAnother = (line: ParkedLine, lines: readonly ParkedLine[]): boolean =>
  line.first.behind !== undefined &&
  line.first.behind !== line.subject &&
  lines.some((other) => other.subject === line.first.behind)

/** What several lines can be released together for: they are themselves what is wrong. */
export const releasable = (line: ParkedLine): boolean => !line.proposal && !line.first.behind

/** A stream is "kind/id"; whatever has no slash is a learner. */
export const isLearner = (subject: string): boolean => !subject.includes('/')

/** The last part of a wire name, by which the words for it are found. */
export const shortType = (type: string): string => type.slice(type.lastIndexOf('.') + 1)
