import { get, post, withQuery } from './http'
import type { ServiceName } from './services'

/** Where looks are written down: at the vault for identities, at each log for the events that name somebody. */
export type Watched = 'identity' | ServiceName

/** One look at one learner. */
export interface Look {
  readonly id: number
  readonly at: string
  /** who looked, as events name them */
  readonly actor: string
  readonly learnerId: string
  /** `profile`, `payee`, `lookup` for a search by ID number, or `events` */
  readonly part: string
  /** what for, or what was asked of a log */
  readonly purpose: string
  /** what it belonged to, such as a batch; empty if nothing */
  readonly context: string
}

export interface Looks {
  readonly items: readonly Look[]
  readonly next?: number | null
}

export interface LookQuery {
  readonly actor?: string | undefined
  readonly learner?: string | undefined
}

/** Who a learner is, to be taken off the screen again at `until`. */
export interface Revealed {
  readonly learnerId: string
  readonly name: string
  readonly idNumber: string
  readonly until: string
}

const base = '/api/enrollment/access-log'

/** Newest first; a log's looks are found by the learner alone. */
export function readLooks(
  watched: Watched,
  query: LookQuery,
  before: number | undefined,
  signal?: AbortSignal,
): Promise<Looks> {
  return watched === 'identity' ? readIdentityLooks(query, before, signal) : readLogLooks(watched, query, before, signal)
}

async function readIdentityLooks(query: LookQuery, before: number | undefined, signal?: AbortSignal): Promise<Looks> {
  const page = await get<{
    readonly items: readonly (Omit<Look, 'id'> & { readonly accessId: number })[]
    readonly next?: number | null
  }>(withQuery(base, { ...query, before }), signal)
  return { items: page.items.map(({ accessId, ...look }) => ({ ...look, id: accessId })), next: page.next ?? null }
}

async function readLogLooks(
  service: ServiceName,
  { learner }: LookQuery,
  cursor: number | undefined,
  signal?: AbortSignal,
): Promise<Looks> {
  const page = await get<{
    readonly items: readonly { id: number; at: string; actor: string; learner: string; asked: string }[]
    readonly next?: string | null
  }>(withQuery(`/api/${service}/log/looks`, { learner, cursor }), signal)
  return {
    items: page.items.map(({ id, at, actor, learner: learnerId, asked }) => ({
      id,
      at,
      actor,
      learnerId,
      part: 'events',
      purpose: asked,
      context: '',
    })),
    next: page.next ? Number(page.next) : null,
  }
}

export const reveal = (learnerId: string, purpose: string, key: string): Promise<Revealed> =>
  post(`${base}/reveals`, { learnerId, purpose }, key)
