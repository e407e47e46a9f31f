import { get, headersFor, withQuery } from './http'
import { problemFrom, Refused, Unreachable } from './problem'
import type { ServiceName } from './services'

/** The state of a log, signed (docs/log-format.md). */
export interface Checkpoint {
  /** `gongxue/<service>` */
  readonly origin: string
  /** how many events */
  readonly size: number
  /** over their leaves, Base64 */
  readonly root: string
  /** when the last of them was recorded; absent for an empty log */
  readonly recordedAt?: Date
  /** what the signatures are over, its last line feed included */
  readonly text: string
  readonly signatures: readonly Signature[]
}

export interface Signature {
  readonly keyName: string
  /** 4 bytes of the key's hash, then the signature of Ed25519 */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A public key as people keep it: `<name>+<hash>+<key>`. */
export interface VerifierKey {
  readonly name: string
  readonly hash: string
  readonly publicKey: Uint8Array<ArrayBuffer>
}

const HASH_BYTES = 4
const ED25519 = 1

/** Reads a signed note; undefined if it is none of a checkpoint. */
export function parseCheckpoint(note: string): Checkpoint | undefined {
  const parted = note.replace(/\r\n/g, '\n').trimEnd().split('\n\n')
  const [body, signed] = parted
  if (parted.length !== 2 || body === undefined || signed === undefined) {
    return undefined
  }
  const [origin, size, root, ...more] = body.split('\n')
  const signatures = signed.split('\n').map(signatureOf)
  if (
    !origin?.startsWith('gongxue/') ||
    !/^(0|[1-9]\d{0,15})$/.test(size ?? '') ||
    bytesOf(root ?? '')?.length !== 32 ||
    signatures.some((one) => one === undefined)
  ) {
    return undefined
  }
  const [, micros] = more.map((line) => /^recorded-at (\d{1,19})$/.exec(line)).find((found) => found !== null) ?? []
  return {
    origin,
    size: Number(size),
    root: root ?? '',
    ...(micros === undefined ? {} : { recordedAt: new Date(Math.floor(Number(micros) / 1000)) }),
    text: `${body}\n`,
    signatures: signatures.filter((one) => one !== undefined),
  }
}

function signatureOf(line: string): Signature | undefined {
  const [, keyName, base64] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = base64 === undefined ? undefined : bytesOf(base64)
  return keyName !== undefined && bytes !== undefined && bytes.length > HASH_BYTES ? { keyName, bytes } : undefined
}

/** Reads a key; undefined if it is none of Ed25519. */
export function parseKey(vkey: string): VerifierKey | undefined {
  const [, name, hash, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? []
  const bytes = base64 === undefined ? undefined : bytesOf(base64)
  return name !== undefined && hash !== undefined && bytes?.length === 33 && bytes[0] === ED25519
    ? { name, hash, publicKey: bytes.slice(1) }
    : undefined
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

const path = (service: ServiceName) => `/api/${service}/log`

/** The newest signed note as it was signed. */
export async function readNote(service: ServiceName, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${path(service)}/checkpoint`, {
    headers: { ...headersFor('GET'), Accept: 'text/plain, application/problem+json' },
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new Unreachable()
  })
  const text = await response.text()
  if (!response.ok) {
    throw new Refused(problemFrom(response.status, text))
  }
  return text
}

/** The newest checkpoint as a sheet to print, with its QR code. */
export const printPath = (service: ServiceName): string => `${path(service)}/checkpoint/print`

/** The keys of a service's checkpoints, oldest first. */
export const readKeys = (service: ServiceName, signal?: AbortSignal): Promise<readonly string[]> =>
  get(`${path(service)}/checkpoint/keys`, signal)

/** That a log of one size is the beginning of the same log at another: hashes, Base64. */
export const readConsistency = async (
  service: ServiceName,
  from: number,
  to: number,
  signal?: AbortSignal,
): Promise<readonly string[]> =>
  (
    await get<{ readonly hashes: readonly string[] }>(
      withQuery(`${path(service)}/proofs/consistency`, { from, to }),
      signal,
    )
  ).hashes
