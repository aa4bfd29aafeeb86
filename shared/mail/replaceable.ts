import { type MailKind, mailKinds } from '#shared/domain/mail.ts'
import type { Language } from '#shared/text/language.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { kinds } from './kinds.ts'
import { askWords } from './parts/ask/ask.ts'
import { everyMailWords } from './parts/every/every.ts'
import { recordWords } from './parts/record/record.ts'
import { withOwnNouns } from './words.ts'

const shared = { every: everyMailWords, ask: askWords, record: recordWords } as const

/** What a movement may say in its own words: a kind of mail, or what several have in common. */
export type MailPart = MailKind | keyof typeof shared
export const sharedParts = Object.keys(shared) as (keyof typeof shared)[]
export const mailParts: readonly MailPart[] = [...sharedParts, ...mailKinds]

/** What puts other texts together, or is said to the team alone. */
const ours: ReadonlySet<string> = new Set([
  'name',
  'ifNotSent',
  'label',
  'others',
  'list',
  'ofMovement',
  'trial',
  'test',
])

/** The sentences of ours in a part, by name, with the movement's nouns, in a language of ours; those of a language that another file holds are English ones. */
export function replaceableIn(part: MailPart, language: Language, nouns?: Nouns): [name: string, sentence: Sentence][] {
  const words: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = isShared(part)
    ? shared[part]
    : kinds[part].words
  const said = words[language] ?? words.en ?? {}
  const replaceable = Object.entries(said).filter(([name]) => !ours.has(name))
  return replaceable.map(([name, sentence]) => [name, withOwnNouns(sentence, nouns, language)])
}

export const isShared = (part: MailPart): part is keyof typeof shared => part in shared
