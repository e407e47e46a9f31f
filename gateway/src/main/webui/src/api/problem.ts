/** An error as the services write it (RFC 9457), in the language the page asked for. */
export interface Problem {
  readonly type?: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly code: string
  readonly field?: string
  readonly value?: string
  readonly needed?: string
  readonly errors?: readonly Problem[]
  readonly correlation?: string
}

/** The service answered, and the answer is no. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'Refused'
  }
}

/** Nothing answered: no network, or the way to the gateway is down. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

export type Failure = Refused | Unreachable

export function asFailure(error: unknown): Failure {
  return error instanceof Refused || error instanceof Unreachable ? error : new Unreachable()
}

/** Reads a problem from an answer, and makes one up for an answer that holds none. */
export function problemFrom(status: number, body: string): Problem {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read === 'object' && read !== null && 'code' in read && 'title' in read) {
      return read as Problem
    }
  } catch {
    // Not JSON: some machine between us and the service answered.
  }
  return { title: String(status), status, code: `HTTP_${status}` }
}

/** The message for one field, where the problem or one of its errors names it. */
export function messageFor(problem: Problem, field: string): string | undefined {
  const all = [problem, ...(problem.errors ?? [])]
  const found = all.find((one) => one.field === field || one.field?.endsWith(`.${field}`) === true)
  return found && (found.detail ?? found.title)
}
