import type { Language } from '#shared/text/language.ts'
import { more } from '#shared/text/more.ts'
import type { Nouns } from '#shared/text/nouns.ts'
import { type Sentence, say, type Values } from '#shared/text/sentence.ts'
import { putterFor } from '#shared/text/text.ts'
import type { Translation } from '#shared/text/translation.ts'
import { type Replaced, replaced } from './replaced.ts'

type Sentences = Readonly<Record<string, Sentence>>

/** Says one of these sentences. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

const translations: Readonly<Record<string, Translation | undefined>> = more

/** What a movement says otherwise: whole sentences, and its nouns in ours. */
export type OwnSaid = { sentences?: Replaced; nouns?: Nouns }

/** Says the sentences of a kind of mail, or of a part of mails, in a language; in English what that language lacks. */
export function sayIn<Key extends string>(
  part: string,
  words: Readonly<Record<'fr' | 'en', Readonly<Record<Key, Sentence>>>>,
  language: Language,
  { sentences = [], nouns }: OwnSaid = {},
): Say<Key> {
  const own: Sentences = language === 'fr' || language === 'en' ? words[language] : translated(part, language)
  return (key, values = {}) => {
    const ours = own[key]
    if (ours === undefined) return say(withOwnNouns(words.en[key] ?? '', nouns, 'en'), values, 'en')
    const said = replaced(sentences, `${part}.${key}.${language}`, ours)
    return say(said === ours ? withOwnNouns(ours, nouns, language) : said, values, language)
  }
}

function translated(part: string, language: string): Sentences {
  return translations[language]?.mails?.[part] ?? {}
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
