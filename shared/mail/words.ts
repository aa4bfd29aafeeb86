import type { Language } from '#shared/text/language.ts'
import { more } from '#shared/text/more.ts'
import { type Sentence, say, type Values } from '#shared/text/sentence.ts'
import type { Translation } from '#shared/text/translation.ts'
import { type Replaced, replaced } from './replaced.ts'

type Sentences = Readonly<Record<string, Sentence>>

/** Says one of these sentences. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

const translations: Readonly<Record<string, Translation | undefined>> = more

/** Says the sentences of a kind of mail, or of a part of mails, in a language; in English what that language lacks. */
export function sayIn<Key extends string>(
  part: string,
  words: Readonly<Record<'fr' | 'en', Readonly<Record<Key, Sentence>>>>,
  language: Language,
  replacing: Replaced = [],
): Say<Key> {
  const own: Sentences = language === 'fr' || language === 'en' ? words[language] : translated(part, language)
  return (key, values = {}) => {
    const ours = own[key]
    const sentence = ours === undefined ? ours : replaced(replacing, `${part}.${key}.${language}`, ours)
    return sentence === undefined ? say(words.en[key] ?? '', values, 'en') : say(sentence, values, language)
  }
}

function translated(part: string, language: string): Sentences {
  return translations[language]?.mails?.[part] ?? {}
}
