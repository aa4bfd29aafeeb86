import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { type ListView, viewPath } from './list-view.ts'

/** Leads to what it may have been. */
export function Suggestion({
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
      {textIn(language, movement).dashboard.groups.suggestions}{' '}
      {words.map((text, index) => (
        <>
          {index > 0 && ', '}
          <a href={viewPath({ ...view, filter: { ...view.filter, text }, page: 1 })}>{text}</a>
        </>
      ))}
    </p>
  )
}
