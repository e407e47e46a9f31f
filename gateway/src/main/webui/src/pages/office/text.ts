import type { Texts } from '../../text/locale'
import { en } from './text.en'
import { zh } from './text.zh'

export const officeText: Texts<typeof zh> = { zh, en }
