import { headersFor, type Method } from './http'
import { problemFrom, Refused, Unreachable } from './problem'

/** How long a saved file's address stays valid; browsers start saving at once. */
const KEPT_MILLIS = 60_000

/**
 * Fetches a file and lets the browser save it.
 *
 * @throws Refused with the service's problem
 * @throws Unreachable when nothing answers
 */
export async function download(method: Method, path: string, name: string): Promise<void> {
  const response = await fetch(path, {
    method,
    headers: { ...headersFor(method), Accept: '*/*' },
    credentials: 'same-origin',
  }).catch(() => {
    throw new Unreachable()
  })
  if (!response.ok) {
    throw new Refused(problemFrom(response.status, await response.text()))
  }
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLIS)
}
