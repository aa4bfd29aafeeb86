import { languageOf } from '#shared/movement.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { browserLanguage } from '#workers/browser-language.ts'
import type { FeedsContext } from '../env.ts'

/** The language that a visitor reads: what the address says, else the first of their browser's that the movement speaks, else its own. */
export function visitorLanguage({ req, var: { movement } }: FeedsContext): Language {
  return languageOf(movement, spoken(movement.languages, req.query('lang')) ?? browserLanguage(req, movement))
}

const spoken = (languages: readonly Language[], asked: string | undefined) => languages.find((one) => one === asked)

/** An address of these pages, in the language that was asked for. */
export function findPath({ req }: FeedsContext, path: string, query: Readonly<Record<string, string>> = {}): string {
  const lang = req.query('lang')
  const params = new URLSearchParams({ ...query, ...(isLanguage(lang) ? { lang } : {}) })
  return params.size > 0 ? `${path}?${params}` : path
}
