import type { Text } from './fr.ts'

type Author = keyof Text['history']['authors']

/** Who wrote, as a history says it; `by` is their name, null where it is not known. */
export function authorName(text: Text['history'], author: Author, by: string | null): string {
  if (by === null) return text.authors[author]
  if (author === 'coordinator') return text.forTeam(by)
  return author === 'passed_link' ? text.byPassedLink(by) : by
}
