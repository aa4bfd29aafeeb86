import { type MailPart, replaceableIn } from '#shared/mail/replaceable.ts'
import { sentenceFault } from '#shared/mail/replaced.ts'
import type { Movement } from '#shared/movement.ts'
import type { ReplacedSentence } from '#shared/settings/sentences.ts'
import type { Language } from '#shared/text/language.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { typeset } from '#shared/text/typeset.ts'

type OwnSaid = Pick<Movement, 'sentences' | 'nouns'>

/** What the form holds, by control: `lead`, or `lead.one` where a sentence depends on a number. */
export type TypedSentences = Readonly<Record<string, string>>

/** The controls of a sentence, each with the form of it that it holds. */
export function sentenceForms(name: string, sentence: Sentence): [control: string, form: string, words: string][] {
  if (typeof sentence === 'string') return [[name, '', sentence]]
  return Object.entries(sentence).map(([form, words]) => [`${name}.${form}`, form, words ?? ''])
}

/** What is said now: the movement's sentences, else ours. */
export function writtenSentences(part: MailPart, spoken: Language, own: OwnSaid): TypedSentences {
  const written = replaceableIn(part, spoken, own.nouns).flatMap(([name, ours]) => {
    const said = own.sentences.find(({ key }) => key === `${part}.${name}.${spoken}`)?.says as Sentence | undefined
    return sentenceForms(name, ours).map(([control, form, words]) => [control, formIn(said, form) ?? words] as const)
  })
  return Object.fromEntries(written)
}

function formIn(said: Sentence | undefined, form: string): string | undefined {
  if (said === undefined) return undefined
  if (typeof said === 'string') return form === '' ? said : undefined
  return form === '' ? undefined : (said as Readonly<Record<string, string>>)[form]
}

/** What was typed; nothing at all means our sentence again. */
export function typedSentences(
  part: MailPart,
  spoken: Language,
  own: OwnSaid,
  form: { get: (name: string) => string | null },
): TypedSentences {
  const controls = replaceableIn(part, spoken, own.nouns).flatMap(([name, ours]) => sentenceForms(name, ours))
  return Object.fromEntries(
    controls.map(([control, , words]) => [control, typesetLine((form.get(control) ?? '').trim(), spoken) || words]),
  )
}

/** The same on one line. */
export const typesetLine = (text: string, language: Language): string =>
  typeset(text.replace(/[ \t\r\n]+/g, ' '), language)

/** The sentence that was typed, in the shape of ours. */
function saidOf(name: string, ours: Sentence, typed: TypedSentences): Sentence {
  if (typeof ours === 'string') return typed[name] ?? ours
  return Object.fromEntries(
    sentenceForms(name, ours).map(([control, form, words]) => [form, typed[control] ?? words]),
  ) as Sentence
}

/** A sentence with one kind of space, to be compared. */
const spaced = (sentence: unknown) => JSON.stringify(sentence).replace(/\s/g, ' ')
const isSame = (one: Sentence, other: Sentence) => JSON.stringify(one) === JSON.stringify(other)

/** All of the movement's sentences, with those of a page as they were typed: one that is ours is none of them. */
export function withSentences(
  own: OwnSaid,
  part: MailPart,
  spoken: Language,
  typed: TypedSentences,
): ReplacedSentence[] {
  const page = replaceableIn(part, spoken, own.nouns).map(([name, ours]) => ({
    key: `${part}.${name}.${spoken}`,
    name,
    ours,
  }))
  const kept = own.sentences.filter(({ key }) => !page.some((one) => one.key === key))
  const said = page.flatMap(({ key, name, ours }): ReplacedSentence[] => {
    const says = saidOf(name, ours, typed)
    if (isSame(says, ours)) return []
    const before = own.sentences.find((one) => one.key === key)
    // Saved as it was, it still stands for the sentence that it was written for
    const instead = before && spaced(before.says) === spaced(says) ? before.instead : ours
    return [{ key, says, instead } as ReplacedSentence]
  })
  return [...kept, ...said]
}

/** What cannot be so, at its control. */
export function faultsIn(part: MailPart, spoken: Language, own: OwnSaid, typed: TypedSentences, language: Language) {
  const text = textIn(language, own).settings.sentences
  return replaceableIn(part, spoken, own.nouns).flatMap(([name, ours]) =>
    sentenceForms(name, ours).flatMap(([control, , words]) => {
      const fault = sentenceFault(typed[control] ?? words, ours)
      if (!fault) return []
      const said = fault.code === 'braces' ? text.braces : text.unknownValue(fault.name)
      return [{ id: control, text: `${typed[control] ?? ''} – ${said}` }]
    }),
  )
}
