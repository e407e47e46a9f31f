import { get, getPages, post, withQuery, type Pages } from './http'
import { services, type ServiceName } from './services'

/** An event of another service that waits to be decided. */
export interface ParkedInput {
  readonly source: string
  /** its place in that service's log */
  readonly index: number
  readonly stream: string
  /** its wire name */
  readonly type: string
  readonly words: string
  /** the event of the service that parked it which says so */
  readonly parkedIndex: number
  readonly parkedAt: string
  /** in the words of the program */
  readonly reason: string
  /** what the program threw; absent when it waits behind another */
  readonly failure?: string
  /** whom it waits behind; absent when it is itself what is wrong */
  readonly behind?: string
}

export const discardReasons = ['SENT_IN_ERROR', 'SUPERSEDED', 'DONE_OTHERWISE', 'UNREADABLE'] as const
export type DiscardReason = (typeof discardReasons)[number]

export interface Proposal {
  readonly proposalId: string
  /** why the first should be dropped; absent when everything should be decided again */
  readonly discard?: DiscardReason
  /** subject of the sign-in */
  readonly proposedBy: string
}

/** What waits about one; the first is in the way of the others. */
export interface ParkedLine {
  /** a learner, or the stream it comes from */
  readonly subject: string
  readonly count: number
  readonly first: ParkedInput
  readonly proposal?: Proposal
}

/** How a line is after an act. */
export interface ParkedAnswer {
  readonly subject: string
  readonly decided: number
  readonly count: number
}

interface Position {
  readonly parkedInputs: number
}

const base = (service: ServiceName): string => `/api/${service}/parked-inputs`

export const readParked = (service: ServiceName, signal?: AbortSignal): Promise<Pages<ParkedLine>> =>
  getPages(base(service), signal)

export const readParkedLine = (
  service: ServiceName,
  subject: string,
  signal?: AbortSignal,
): Promise<{ readonly line: ParkedLine; readonly inputs: readonly ParkedInput[] }> =>
  get(withQuery(`${base(service)}/line`, { subject }), signal)

export function propose(service: ServiceName, line: ParkedLine, discard: DiscardReason | undefined, key: string) {
  const { source, index } = line.first
  const body = { subject: line.subject, source, index, ...(discard ? { discard } : {}) }
  return post<ParkedAnswer>(`${base(service)}/proposals`, body, key)
}

export const settle = (
  service: ServiceName,
  line: ParkedLine,
  proposal: Proposal,
  how: 'confirmation' | 'rejection',
  key: string,
): Promise<ParkedAnswer> =>
  post(`${base(service)}/proposals/${encodeURIComponent(proposal.proposalId)}/${how}`, { subject: line.subject }, key)

/** How many inputs wait in all services that answer. */
export async function readParkedCount(signal?: AbortSignal): Promise<number> {
  const counts = await Promise.allSettled(
    services.map((service) => get<Position>(`/api/${service}/log/position`, signal)),
  )
  return counts.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value.parkedInputs : 0), 0)
}
