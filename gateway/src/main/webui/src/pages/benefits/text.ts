import type { Texts } from '../../text/locale'
import { en } from './text.en'
import { zh } from './text.zh'

/** The words for what somebody is owed and why. */
export const benefitText: Texts<typeof zh> = { zh, en }
