import type { Language } from './language.ts'

/** Words around a value, `{}` standing for it; where they depend on a number, by its plural category (CLDR). */
export type Pattern = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)
export type Patterns = Readonly<Record<Language, Pattern>>

const rules: Partial<Record<Language, Intl.PluralRules>> = {}

/** The words with a value in them; `count` is the number that decides between one and many. */
export function fillPattern(patterns: Patterns, language: Language, value: string, count: number): string {
  const pattern = patterns[language]
  if (typeof pattern === 'string') return pattern.replace('{}', () => value)
  rules[language] ??= new Intl.PluralRules(language)
  return (pattern[rules[language].select(count)] ?? pattern.other).replace('{}', () => value)
}
