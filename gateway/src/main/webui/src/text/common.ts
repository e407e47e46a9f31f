import { en } from './common.en'
import { zh } from './common.zh'
import type { Texts } from './locale'

/** The words several pages use. */
export const common: Texts<typeof zh> = { zh, en }
