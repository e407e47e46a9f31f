import { bytesOf, parseKey, type Checkpoint } from '../../../api/checkpoint'

type Bytes = Uint8Array<ArrayBuffer>

/** Whether a known key signed it, and which; a browser that cannot tell says so. */
export type Signed = { readonly by: 'nobody' | 'unknown' } | { readonly by: 'key'; readonly name: string }

const HASH_BYTES = 4

/** Looks for a signature by one of the keys, and checks it here, in this browser. */
export async function signedBy(checkpoint: Checkpoint, vkeys: readonly string[]): Promise<Signed> {
  const text = new TextEncoder().encode(checkpoint.text)
  for (const key of vkeys.map(parseKey).filter((one) => one !== undefined)) {
    const hash = hex((await sha256(concat(new TextEncoder().encode(`${key.name}\n`), Uint8Array.of(1), key.publicKey))).slice(0, HASH_BYTES))
    if (hash !== key.hash) {
      continue
    }
    for (const { keyName, bytes } of checkpoint.signatures) {
      if (keyName !== key.name || hex(bytes.slice(0, HASH_BYTES)) !== key.hash) {
        continue
      }
      try {
        const imported = await crypto.subtle.importKey('raw', key.publicKey, { name: 'Ed25519' }, false, ['verify'])
        if (await crypto.subtle.verify({ name: 'Ed25519' }, imported, bytes.slice(HASH_BYTES), text)) {
          return { by: 'key', name: key.name }
        }
      } catch {
        return { by: 'unknown' }
      }
    }
  }
  return { by: 'nobody' }
}

/**
 * Whether the log of the first checkpoint is the beginning of the log of the second (RFC 9162, 2.1.4.2).
 *
 * @param hashes the proof, Base64
 */
export async function isBeginning(
  first: Pick<Checkpoint, 'size' | 'root'>,
  second: Pick<Checkpoint, 'size' | 'root'>,
  hashes: readonly string[],
): Promise<boolean> {
  if (first.size > second.size) {
    return false
  }
  if (first.size === second.size || first.size === 0) {
    return hashes.length === 0 && (first.size === 0 || first.root === second.root)
  }
  const proof = hashes.map(bytesOf)
  const firstRoot = bytesOf(first.root)
  const secondRoot = bytesOf(second.root)
  if (!firstRoot || !secondRoot || proof.some((one) => one?.length !== 32)) {
    return false
  }
  const [seed, ...rest] = (isPowerOfTwo(first.size) ? [firstRoot, ...proof] : proof) as Bytes[]
  if (!seed) {
    return false
  }
  let [of, at] = [first.size - 1, second.size - 1]
  while (of % 2 === 1) {
    ;[of, at] = [half(of), half(at)]
  }
  let [firstNow, secondNow] = [seed, seed]
  for (const hash of rest) {
    if (at === 0) {
      return false
    }
    if (of % 2 === 1 || of === at) {
      firstNow = await node(hash, firstNow)
      secondNow = await node(hash, secondNow)
      while (of !== 0 && of % 2 === 0) {
        ;[of, at] = [half(of), half(at)]
      }
    } else {
      secondNow = await node(secondNow, hash)
    }
    ;[of, at] = [half(of), half(at)]
  }
  return at === 0 && hex(firstNow) === hex(firstRoot) && hex(secondNow) === hex(secondRoot)
}

const half = (n: number) => Math.floor(n / 2)

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n))
}

const node = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(concat(Uint8Array.of(1), left, right))

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function concat(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
