import { ask } from '#shared/db/ask.ts'
import { listNames } from '#shared/db/group-names.ts'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { plain } from '#shared/fields/plain.ts'
import { nearest } from '#shared/sheet/nearest.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { type ListView, viewPath } from './list-view.ts'

/** So many names are compared with what was typed: in a huge network most words find something. */
const namesCompared = 5000

/** What somebody may have meant who found nothing; asks the database only then. */
export async function findMeant(db: ReadDatabase, typed: string): Promise<string[]> {
  const key = plain(typed)
  if (key.length < 3) return []
  return nearest(key, (await ask(db, { names: listNames(db, namesCompared) })).names)
}

/** Leads to what it may have been. */
export function Meant({ view, words, language }: { view: ListView; words: readonly string[]; language: Language }) {
  return (
    <p>
      {textIn(language).dashboard.groups.meant}{' '}
      {words.map((text, index) => (
        <>
          {index > 0 && ', '}
          <a href={viewPath({ ...view, filter: { ...view.filter, text }, page: 1 })}>{text}</a>
        </>
      ))}
    </p>
  )
}
