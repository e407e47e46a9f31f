import { get, withQuery } from './http'
import type { ServiceName } from './services'

/** An event without its data. */
export interface LogEvent {
  readonly index: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly words: string
  readonly revision: number
  readonly occurredAt: string
  readonly recordedAt: string
  readonly actor: string
  readonly cause: string
  readonly correlation: string
  readonly input?: {
    readonly source: string
    readonly index: number
    readonly type: string
    readonly words: string
  } | null
}

export interface LogEvents {
  readonly service: ServiceName
  readonly lastIndex: number
  readonly items: readonly LogEvent[]
  readonly next?: number | null
  readonly outOfTime: boolean
}

export interface LogEventWhole {
  readonly service: ServiceName
  readonly lastIndex: number
  readonly event: LogEvent
  readonly id: string
  readonly leaf: string
  readonly intact: boolean
  readonly data: unknown
  readonly cause: {
    readonly principal?: string | null
    readonly commandId?: string | null
    readonly source?: string | null
    readonly index?: number | null
  }
  readonly together: readonly LogEvent[]
  readonly togetherCount: number
}

/** What narrows a list of events. */
export interface LogQuery {
  readonly stream?: string | undefined
  readonly type?: string | undefined
  readonly learner?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly clock?: string | undefined
  readonly cause?: string | undefined
  readonly correlation?: string | undefined
}

const path = (service: string) => `/api/${service}/log/events`

export const readEvents = (
  service: string,
  query: LogQuery,
  before: number | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<LogEvents> => get(withQuery(path(service), { ...query, before, limit }), signal)

export const readEvent = (service: string, index: number, signal: AbortSignal): Promise<LogEventWhole> =>
  get(`${path(service)}/${index}`, signal)
