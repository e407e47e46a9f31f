import type { Texts } from '../../text/locale'
import { en } from './text.en'
import { zh } from './text.zh'

/** The words of the claim. */
export const claimText: Texts<typeof zh> = { zh, en }
