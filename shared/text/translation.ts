import type { Text } from './fr.ts'
import type { PutNouns } from './nouns.ts'
import type { Pattern } from './pattern.ts'
import type { RhythmWords } from './rhythm.ts'
import type { Sentence } from './sentence.ts'

/** Any part of the texts; what is missing is said in English. */
export type PartOf<Whole> = Whole extends string | ((...given: never[]) => unknown) | readonly unknown[]
  ? Whole
  : { [Key in keyof Whole]?: PartOf<Whole[Key]> }

/** One more language, whole or begun. */
export type Translation = {
  /** Its own name for itself. */
  name: string
  /** Its pages of the team are translated too. Where not, coordinators read them in a language of the movement that has them. */
  hasTeamPages?: true
  text: PartOf<Text>
  /** Of each kind of mail, and of each part that several kinds share, its sentences by name: those of `en.ts` in their folders in `shared/mail`. */
  mails?: Readonly<Record<string, Readonly<Record<string, Sentence>>>>
  /** Labels, hints and answers of fields, by their English words; of words that depend on a number, by those for many. */
  labels: Readonly<Record<string, string | Pattern>>
  /** Puts a movement's own nouns into a sentence of this language; without it, ours stand. */
  putNouns?: PutNouns
  /** Words of its sentences that say a month, and what stands for them in a movement that asks less often; without it, they say the month. */
  rhythm?: RhythmWords
}

/** A begun text with what is missing from a whole one. */
export function completeText<Whole>(begun: PartOf<Whole> | undefined, whole: Whole): Whole {
  if (begun === undefined) return whole
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return begun as Whole
  const entries = Object.entries(whole).map(([key, value]) => [
    key,
    completeText((begun as Record<string, PartOf<typeof value>>)[key], value),
  ])
  return Object.fromEntries(entries) as Whole
}
