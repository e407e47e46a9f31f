import type { Typed } from './typed'

/**
 * What was typed survives a reload, on this device alone. The document's number lasts only as long as the tab, and another account
 * on the same device finds nothing.
 */
const keyOf = (subject: string): string => `gongxue.draft.claim.${subject}`

export function keepDraft(subject: string, typed: Partial<Typed>): void {
  const { certificateNumber, ...rest } = typed
  localStorage.setItem(keyOf(subject), JSON.stringify(rest))
  sessionStorage.setItem(keyOf(subject), certificateNumber ?? '')
}

export function readDraft(subject: string): Partial<Typed> | undefined {
  const kept = localStorage.getItem(keyOf(subject))
  if (kept === null) {
    return undefined
  }
  try {
    const certificateNumber = sessionStorage.getItem(keyOf(subject))
    return { ...(JSON.parse(kept) as Partial<Typed>), ...(certificateNumber ? { certificateNumber } : {}) }
  } catch {
    return undefined
  }
}

export function dropDraft(subject: string): void {
  localStorage.removeItem(keyOf(subject))
  sessionStorage.removeItem(keyOf(subject))
}
