import { decomposed } from '#shared/text/normal-form.ts'

/** What a clause of a server's words may say: one of these phrases, or of one of these things (`about`) one of those (`says`). */
export type Phrases = { phrases?: readonly string[]; about?: readonly string[]; says?: readonly string[] }

/** Small letters without accents, as phrases and what is compared with them are written. */
export function bare(text: string): string {
  return decomposed(text.toLowerCase()).replace(/\p{M}/gu, '').replace(/ß/g, 'ss')
}

/**
 * Phrases between commas, with spaces for apostrophes. Each begins where a word begins, unless a `*` stands before it; with a dot behind, it also ends
 * where one ends.
 */
export function listed({ raw }: TemplateStringsArray): readonly string[] {
  const phrases = raw.join('').split(',')
  return phrases.map((phrase) => {
    const words = bare(phrase.trim())
    const from = words.startsWith('*') ? words.slice(1) : ` ${words}`
    return from.endsWith('.') ? `${from.slice(0, -1)} ` : from
  })
}

/** Whether a clause, as `clausesOf` gives it, says that. */
export function fits(clause: string, { phrases = [], about = [], says = [] }: Phrases): boolean {
  return (
    phrases.some((phrase) => clause.includes(phrase)) ||
    (about.some((thing) => clause.includes(thing)) && says.some((said) => clause.includes(said)))
  )
}
