import type { LinkSession, SessionGroup } from '#shared/db/link-sessions.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'

/** A group whose section somebody looks at to correct it: a referent by their link, or the team. */
export type SectionView = Pick<LinkSession, 'campaigns' | 'places' | 'suppressed'> & {
  movement: Movement
  language: Language
  /** Above the addresses of the group's pages, without a slash at the end. */
  path: string
  group: SessionGroup
  /** Whoever looks, where it may be one of the group. */
  person: { uid: string }
  /** What they agree to have shown of themselves, as it is kept or as they ticked it (fields of referents). */
  agreed: readonly string[]
}
