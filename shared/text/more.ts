import type { Translation } from './translation.ts'

/** The codes of the languages beside French and English: `'es' | 'br'`. */
export type MoreCode = never

/** These languages, each a file of its own: `{ es }`. See docs/languages.md. */
export const more: Readonly<Record<MoreCode, Translation>> = {}
