import { ask } from '#shared/db/ask.ts'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { knownTerms } from '#shared/db/terms.ts'
import { corrections, type SearchTerm } from '#shared/domain/search.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { type ListView, viewPath } from './list-view.ts'

/** What somebody may have meant who typed a word that nobody has. A word of two letters could be anything. */
export async function findMeant(db: ReadDatabase, text: string, wrong: SearchTerm | undefined): Promise<string[]> {
  if (wrong?.of !== 'word' || wrong.text.length < 3) return []
  const { known } = await ask(db, { known: knownTerms(db, wrong) })
  return corrections(text, wrong.text, known)
}

/** Leads to what it may have been. */
export function Meant({
  view,
  words,
  language,
  movement,
}: {
  view: ListView
  words: readonly string[]
  language: Language
  movement: OwnWords
}) {
  return (
    <p>
      {textIn(language, movement).dashboard.groups.meant}{' '}
      {words.map((text, index) => (
        <>
          {index > 0 && ', '}
          <a href={viewPath({ ...view, filter: { ...view.filter, text }, page: 1 })}>{text}</a>
        </>
      ))}
    </p>
  )
}
