import type { OpenLinkSession } from './link-session.ts'

/** Under what this browser keeps an unsent word: of one person, about one group. */
export function wordDraft({ person }: OpenLinkSession, group: string): string {
  return `word/${person.uid}/${group}`
}
