import { nl } from './nl/language.ts'
import type { Translation } from './translation.ts'

/** The codes of the languages beside French and English: `'nl' | 'es'`. */
export type MoreCode = 'nl'

/** These languages, each a folder of its own. See docs/languages.md. */
export const more: Readonly<Record<MoreCode, Translation>> = { nl }
