import type { MailKind, SuppressionReason } from '#shared/domain/mail.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import type { TemplateData } from './template.ts'
import type { Say } from './words.ts'

/** One kind of mail: what its folder says of it, beside its template pair. */
export type Kind<Name extends MailKind> = {
  /** How long it is worth trying, in milliseconds after it was put in the outbox. */
  patience: number
  /** For which reasons an address may be shut and gets this mail all the same. */
  reachesSuppressed: readonly SuppressionReason[]
  /** Whether the mail program's own button to unsubscribe is on it. */
  isStoppable: boolean
  /** Whether it goes to somebody who has not said yes to anything: names that only a link gave are in quotes there, and before the mail is opened not at all. */
  isToStranger?: true
  link: {
    /** Where it leads, below the public address. */
    path: (token: string, content: ContentOf<Name>) => string
    lasts: LinkLife
  }
  /** Who gets the answer, where it is not the team. */
  replyTo?: (content: ContentOf<Name>) => string
  words: Readonly<Record<'fr' | 'en', KindWords>>
  /** What its template shows. */
  data: (content: ContentOf<Name>, say: Say<string>, setting: Setting) => KindData
}

/** How long a link works; null for an address that is nobody’s own. `undo`: at least as long as a change can be taken back. */
type LinkLife = 'round' | 'undo' | 'day' | 'week' | 'sign_in' | null

type Sentences = Readonly<Record<string, Sentence>>

/** `name` is what the team calls it. `ifNotSent` says what to do about one that did not arrive, where no later mail makes up for it. */
type KindWords = Sentences & { name: Sentence; subject: Sentence }

/** `preview` is what an inbox shows beside the subject; `kicker` says above the title what sort of mail it is; `why` why one gets it. */
type KindData = TemplateData & {
  subject: string
  preview: string
  kicker: string
  title: string
  lead: string
  why: string
}

/** Where a mail's links lead: whole addresses. */
export type MailLinks = { open: string; unsubscribe: string }

/** What is said around a mail, whatever its kind. `reader` is their name, empty when it is not known. */
export type Setting = {
  movement: Pick<
    Movement,
    'name' | 'sender' | 'coordinators' | 'sections' | 'country' | 'timeZone' | 'sentences' | 'nouns' | 'face'
  >
  language: Language
  reader: string
  links: MailLinks
  now: Date
}
