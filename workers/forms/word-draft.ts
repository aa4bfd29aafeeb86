import type { OpenVisit } from './visit.ts'

/** Under what this browser keeps an unsent word: of one person, about one group. */
export function wordDraft({ person }: OpenVisit, group: string): string {
  return `word/${person.uid}/${group}`
}
