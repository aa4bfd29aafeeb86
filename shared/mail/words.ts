import type { Language } from '#shared/text/language.ts'
import { more } from '#shared/text/more.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import { isWhole, type Sentence, type SentenceValues, say, valuesNamed } from '#shared/text/sentence.ts'
import { putterFor } from '#shared/text/text.ts'
import type { Translation } from '#shared/text/translation.ts'
import { type Replaced, replaced } from './replaced.ts'

type Sentences = Readonly<Record<string, Sentence>>

/** Says one of these sentences. */
export type Say<Key extends string> = (key: Key, values?: SentenceValues) => string

const translations: Readonly<Record<string, Translation | undefined>> = more

/** What a movement says otherwise: whole sentences, and its nouns in ours. */
export type OwnSaid = { sentences?: Replaced; nouns?: Nouns }

type Originals<Key extends string> = Readonly<Record<'fr' | 'en', Readonly<Record<Key, Sentence>>>>

/** Says the sentences of a kind of mail, or of a part of mails, in a language; in English what that language lacks. */
export function sayIn<Key extends string>(
  part: string,
  words: Originals<Key>,
  language: Language,
  { sentences = [], nouns }: OwnSaid = {},
): Say<Key> {
  const own: Sentences = language === 'fr' || language === 'en' ? words[language] : translated(part, words, language)
  return (key, values = {}) => {
    const ours = own[key]
    if (ours === undefined) return say(withOwnNouns(words.en[key] ?? '', nouns, 'en'), values, 'en')
    const said = replaced(sentences, `${part}.${key}.${language}`, ours)
    return say(said === ours ? withOwnNouns(ours, nouns, language) : said, values, language)
  }
}

/** Of each part's sentences, by language, what is translated of them: asked for by every mail. */
const fitting = new WeakMap<Originals<string>, Map<string, Sentences>>()

/** What is translated and still fits: a sentence with a value that its original has lost would break the mail. */
function translated(part: string, words: Originals<string>, language: string): Sentences {
  const inLanguages = fitting.get(words) ?? new Map<string, Sentences>()
  fitting.set(words, inLanguages)
  const known = inLanguages.get(language)
  if (known) return known
  const all = Object.entries(translations[language]?.mails?.[part] ?? {})
  const fit = Object.fromEntries(all.filter(([key, sentence]) => fits(sentence, words.fr[key], words.en[key])))
  inLanguages.set(language, fit)
  return fit
}

function fits(sentence: Sentence, ...originals: readonly (Sentence | undefined)[]): boolean {
  const given = new Set(originals.flatMap((original) => [...valuesNamed(original ?? '')]))
  return isWhole(sentence) && [...valuesNamed(sentence)].every((name) => given.has(name) || name === 'n')
}

const made = new WeakMap<Nouns, Map<string, Sentence>>()

/** A sentence of ours with the movement's nouns, in each of its forms; worked out once. */
export function withOwnNouns(sentence: Sentence, nouns: Nouns | undefined, language: Language): Sentence {
  const put = nouns && putterFor(nouns, language)
  if (!put) return sentence
  const known = made.get(nouns) ?? new Map<string, Sentence>()
  made.set(nouns, known)
  const key = language + JSON.stringify(sentence)
  const said = known.get(key) ?? putInto(sentence, put)
  known.set(key, said)
  return said
}

function putInto(sentence: Sentence, put: (text: string) => string): Sentence {
  if (typeof sentence === 'string') return put(sentence)
  const forms = Object.entries(sentence).map(([category, form]) => [category, put(form ?? '')])
  return Object.fromEntries(forms) as Sentence
}
