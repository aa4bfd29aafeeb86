import { putNouns as putEnglish } from './en/put-nouns.ts'
import { rhythm as englishRhythm } from './en/rhythm.ts'
import { en } from './en.ts'
import { putNouns as putFrench } from './fr/put-nouns.ts'
import { rhythm as frenchRhythm } from './fr/rhythm.ts'
import { fr, type Text } from './fr.ts'
import type { Language } from './language.ts'
import { more } from './more.ts'
import type { Nouns, PutNouns } from './nouns.ts'
import { withOneMark } from './one-mark.ts'
import { keptOnce, withNouns } from './own-text.ts'
import { areOnPages, type OwnSentence, withOwnSentences } from './page-sentences.ts'
import { putRhythm, type RhythmWords } from './rhythm.ts'
import { completeText, type Translation } from './translation.ts'

const translations = Object.entries<Translation>(more)
const others = translations.map(([code, { text }]) => [code, completeText(text, en)])
const texts: Readonly<Record<Language, Text>> = withOneMark({ fr, en, ...Object.fromEntries(others) })
const puts: Readonly<Partial<Record<Language, PutNouns>>> = {
  fr: putFrench,
  en: putEnglish,
  ...Object.fromEntries(translations.flatMap(([code, { putNouns }]) => (putNouns ? [[code, putNouns]] : []))),
}
const rhythms: Readonly<Partial<Record<Language, RhythmWords>>> = {
  fr: frenchRhythm,
  en: englishRhythm,
  ...Object.fromEntries(translations.flatMap(([code, { rhythm }]) => (rhythm ? [[code, rhythm]] : []))),
}

/** What a movement says otherwise than we do: its nouns and its rhythm in our sentences, and whole sentences. */
export type OwnWords = { readonly nouns: Nouns; readonly sentences: readonly OwnSentence[] }

/** For commands, and where no movement is known: all is said as we say it. */
export const ourWords: OwnWords = { nouns: {}, sentences: [] }

/** All texts of a language, in the movement's own words. */
export function textIn(language: Language, { nouns, sentences }: OwnWords): Text {
  if (!areOnPages(sentences, language)) return spokenText(language, nouns)
  const known = keptOnce(sentences, language, () => new WeakMap<Nouns, Text>())
  const said = known.get(nouns) ?? withOwnSentences(spokenText(language, nouns), sentences, language)
  known.set(nouns, said)
  return said
}

/** Our sentences with the movement's nouns, as those stand that may be said otherwise. */
export function spokenText(language: Language, nouns: Nouns): Text {
  const put = putterFor(nouns, language)
  return put ? keptOnce(nouns, language, () => withNouns(texts[language], put)) : texts[language]
}

/** Whether a movement's own nouns have a place in our sentences of this language. */
export const takesNouns = (language: Language) => puts[language] !== undefined

/** Puts the movement's nouns and its rhythm into sentences of ours; null when it has none of its own in a language, or the language does not say how one is put in. */
export function putterFor(nouns: Nouns, language: Language): ((sentence: string) => string) | null {
  const put = nounPutter(nouns, language)
  const [{ every = 1 }, rhythm] = [nouns, rhythms[language]]
  if (every === 1 || !rhythm) return put
  return (sentence) => (put ?? asItIs)(putRhythm(sentence, rhythm, every))
}

const asItIs = (sentence: string) => sentence

function nounPutter({ group, referent, area, department }: Nouns, language: Language) {
  const said = {
    group: group?.[language],
    referent: referent?.[language],
    area: area?.[language],
    department: department?.[language],
  }
  const named = Object.fromEntries(Object.entries(said).filter(([, noun]) => noun !== undefined))
  const put = puts[language]
  return put && Object.keys(named).length > 0 ? (sentence: string) => put(sentence, named) : null
}
