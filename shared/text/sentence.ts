import { au, de, du, elide } from './fr/elision.ts'
import { type Language, setOffIn } from './language.ts'
import { showNumber } from './number.ts'
import { endsInMark, inOneMark } from './one-mark.ts'

/** Words around values: `{group}` stands for one, `{de group}` for one with a word before it that the language joins to it. */
export type Sentence = string | CountedSentence

/** A sentence that depends on a number, the value `n`: by its plural category (CLDR) in the sentence's language. */
export type CountedSentence = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string }

/** A number is shown as the sentence's language writes it, several texts as its list; what else depends on that language is worked out in it. */
export type SentenceValues = Readonly<Record<string, Value>>
type Value = string | number | readonly string[] | ((language: Language) => string)

/** The same sentences in another language. */
export type SentencesLike<Sentences> = { readonly [Key in keyof Sentences]: Sentence }

/**
 * A sentence with its values in it.
 * @throws when it names a value that is not given.
 */
export function say(sentence: Sentence, values: SentenceValues, language: Language): string {
  let hasMark = false
  const said = wordsFor(sentence, values, language).replace(parts, (_, before: string | undefined, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`a sentence asks for ${name}, which is not given`)
    const shown = show(value, language, joinerFor(before, language))
    hasMark ||= endsInMark(shown)
    return shown
  })
  return hasMark ? inOneMark(said) : said
}

const parts = /\{(?:([^ {}]+) )?(\w+)\}/g

/** The values that a sentence names, in all its forms. */
export function valuesNamed(sentence: Sentence): Set<string> {
  const forms = typeof sentence === 'string' ? [sentence] : Object.values(sentence)
  return new Set(forms.flatMap((form) => [...form.matchAll(parts)].map(([, , name = '']) => name)))
}

/** Whether braces stand around values and nowhere else. */
export function isWhole(sentence: Sentence): boolean {
  const forms = typeof sentence === 'string' ? [sentence] : Object.values(sentence)
  return forms.every((form) => !/[{}]/.test(form.replace(parts, '')))
}

type Joiner = (text: string) => string

/** Words that join what follows, by language. */
const joiners: Partial<Record<Language, Readonly<Record<string, Joiner>>>> = {
  fr: { au, de, du, que: (next) => elide('que', next) },
}

function joinerFor(before: string | undefined, language: Language): Joiner {
  if (before === undefined) return (text) => text
  return joiners[language]?.[before] ?? ((text) => `${before} ${text}`)
}

const rules: Partial<Record<Language, Intl.PluralRules>> = {}

function wordsFor(sentence: Sentence, { n }: SentenceValues, language: Language): string {
  if (typeof sentence === 'string') return sentence
  rules[language] ??= new Intl.PluralRules(language)
  return sentence[rules[language].select(Number(n))] ?? sentence.other
}

const lists: Partial<Record<Language, Intl.ListFormat>> = {}

function show(value: Value, language: Language, join: Joiner): string {
  if (typeof value === 'string') return join(setOffIn(language, value))
  if (typeof value === 'function') return join(value(language))
  if (typeof value === 'number') return join(showNumber(value, language))
  // The English of the United States sets a comma before the last "and"
  lists[language] ??= new Intl.ListFormat(language === 'en' ? 'en-GB' : language)
  return lists[language].format(value.map((one) => join(setOffIn(language, one))))
}
