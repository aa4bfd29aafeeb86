import { ask } from '#shared/db/ask.ts'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { knownTerms } from '#shared/db/terms.ts'
import { corrections, type SearchTerm } from '#shared/domain/search.ts'

/** What somebody may have meant who typed a word that nobody has. A word of two letters could be anything. */
export async function findSuggestions(
  db: ReadDatabase,
  text: string,
  wrong: SearchTerm | undefined,
): Promise<string[]> {
  if (wrong?.of !== 'word' || wrong.text.length < 3) return []
  const { known } = await ask(db, { known: knownTerms(db, wrong) })
  return corrections(text, wrong.text, known)
}
