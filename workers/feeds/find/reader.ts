import { isLanguage, type Language } from '#shared/text/language.ts'
import type { FeedsContext } from '../env.ts'

/** The language that a visitor reads: what the address says, else the first of their browser's that the movement speaks, else its own. */
export function visitorLanguage({ req, var: { movement } }: FeedsContext): Language {
  const asked = req.query('lang')
  if (isLanguage(asked) && movement.languages.includes(asked)) return asked
  const accepted = (req.header('accept-language') ?? '').slice(0, 200).split(',')
  const codes = accepted.map((part) => (part.trim().split(/[-;]/, 1)[0] ?? '').toLowerCase())
  return (
    movement.languages.find((language) => language === codes.find(isSpoken(movement.languages))) ??
    movement.languages[0] ??
    'fr'
  )
}

const isSpoken = (languages: readonly Language[]) => (code: string) => languages.some((language) => language === code)

/** An address of these pages, in the language that was asked for. */
export function findPath({ req }: FeedsContext, path: string, query: Readonly<Record<string, string>> = {}): string {
  const lang = req.query('lang')
  const params = new URLSearchParams({ ...query, ...(isLanguage(lang) ? { lang } : {}) })
  return params.size > 0 ? `${path}?${params}` : path
}
