import {
  parseCheckpoint,
  readConsistency,
  readKeys,
  readNote,
  type Checkpoint,
} from '../../../api/checkpoint'
import type { ServiceName } from '../../../api/services'
import { isBeginning, signedBy, type Signed } from './prove'

/** How a checkpoint stands to one that was seen before. */
export type Against =
  | { readonly kind: 'first' }
  | { readonly kind: 'proven' | 'broken' | 'unproven'; readonly size: number }

/** A service's checkpoint, and what this browser found out about it. */
export interface Standing {
  readonly note: string
  readonly checkpoint: Checkpoint
  readonly keys: readonly string[]
  readonly signed: Signed
  readonly against: Against
}

const keptUnder = (service: ServiceName) => `gongxue.checkpoint.${service}`

/** The size of the checkpoint that this browser keeps of a service; undefined if it keeps none. */
export function keptSize(service: ServiceName): number | undefined {
  const kept = localStorage.getItem(keptUnder(service))
  return kept === null ? undefined : parseCheckpoint(kept)?.size
}

/**
 * Reads the newest checkpoint, checks who signed it, and proves that the last one this browser saw is its beginning. A proven and
 * signed one is kept for the next time; one that is not consistent never replaces what was kept.
 */
export async function standing(service: ServiceName, signal: AbortSignal): Promise<Standing> {
  const [note, keys] = await Promise.all([readNote(service, signal), readKeys(service, signal)])
  const checkpoint = parseCheckpoint(note)
  if (!checkpoint) {
    throw new Error(`no checkpoint of ${service}`)
  }
  const signed = await signedBy(checkpoint, keys)
  const kept = localStorage.getItem(keptUnder(service))
  const before = kept === null ? undefined : parseCheckpoint(kept)
  const against = before ? await compared(service, before, checkpoint, signal) : ({ kind: 'first' } as const)
  if (signed.by === 'key' && (against.kind === 'first' || against.kind === 'proven')) {
    localStorage.setItem(keptUnder(service), note)
  }
  return { note, checkpoint, keys, signed, against }
}

/** Whether one checkpoint is the beginning of another, by the service's proof, checked here. */
export async function compared(
  service: ServiceName,
  before: Checkpoint,
  now: Checkpoint,
  signal: AbortSignal,
): Promise<Against> {
  const { size } = before
  if (size > now.size) {
    return { kind: 'broken', size }
  }
  try {
    const hashes = size === 0 || size === now.size ? [] : await readConsistency(service, size, now.size, signal)
    return { kind: (await isBeginning(before, now, hashes)) ? 'proven' : 'broken', size }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error) {
      return { kind: 'unproven', size }
    }
    throw error
  }
}
