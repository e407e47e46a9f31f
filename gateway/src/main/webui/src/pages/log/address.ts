import type { LogQuery } from '../../api/log'
import { isService, type ServiceName } from '../../api/services'

const fields = ['stream', 'type', 'learner', 'from', 'to', 'clock', 'cause', 'correlation'] as const

/** What the address of the page asks for; every filter is in it, so that it can be sent to a colleague. */
export interface Asked {
  readonly service: ServiceName
  readonly query: LogQuery
}

export function asked(search: URLSearchParams): Asked {
  const service = search.get('service')
  const query = fields.flatMap((field) => {
    const value = search.get(field)?.trim()
    return value ? [[field, value] as const] : []
  })
  return { service: isService(service) ? service : 'reward', query: Object.fromEntries(query) }
}

export function addressOf({ service, query }: Asked): string {
  const search = new URLSearchParams({ service })
  for (const field of fields) {
    const value = query[field]?.trim()
    if (value) {
      search.set(field, value)
    }
  }
  return `/admin/log?${search.toString()}`
}

export const eventAddress = (service: string, index: number): string => `/admin/log/${service}/${index}`

/** Ids of learners that an event's data names, each once, as they come. */
export function learnersIn(data: unknown): readonly string[] {
  const found = new Set<string>()
  const look = (value: unknown, name?: string) => {
    if (Array.isArray(value)) {
      value.forEach((one) => look(one, name))
    } else if (value !== null && typeof value === 'object') {
      Object.entries(value).forEach(([key, one]) => look(one, key))
    } else if (typeof value === 'string' && name === 'learnerId') {
      found.add(value)
    }
  }
  look(data)
  return [...found]
}
