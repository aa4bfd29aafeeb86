import type { Language } from './language.ts'
import { showNumber } from './number.ts'
import { isWhole, type Sentence, type SentenceValues, say, valuesNamed } from './sentence.ts'

/** A sentence of ours that is said of values: `{1}`, `{2}` are its texts in their order, `{n}` its number. */
export type ToldShape = { sentence: Sentence; valuesOf: (given: readonly unknown[]) => SentenceValues | null }

export type Tell = (...given: unknown[]) => unknown
type Kind = 'text' | 'number'

/** Texts that nobody types, and that no sentence of ours has. */
const consonant = (at: number) => `Qz${'abcd'[at]}zq`
const vowel = (at: number) => `Oz${'abcd'[at]}zq`
const much = 7001
const mostValues = 4

/** Found by saying the sentence many times: once for each is enough. */
const known = new WeakMap<Tell, Map<Language, ToldShape | null>>()

/** What a sentence of ours says of any values; null where it is more than one sentence: then nobody can say it in other words. */
export function shapeOf(tell: Tell, language: Language): ToldShape | null {
  const shapes = known.get(tell) ?? new Map<Language, ToldShape | null>()
  known.set(tell, shapes)
  const shape = shapes.get(language)
  if (shape !== undefined) return shape
  const found = foundShape(tell, language)
  shapes.set(language, found)
  return found
}

function foundShape(tell: Tell, language: Language): ToldShape | null {
  for (const kinds of kindsOf(tell.length)) {
    const sentence = sentenceOf(tell, kinds, language)
    if (sentence !== null) return { sentence, valuesOf: (given) => valuesIn(given, kinds) }
  }
  return null
}

/** Every value a text, or one of them the number. */
function kindsOf(count: number): Kind[][] {
  if (count < 1 || count > mostValues) return []
  const texts = Array.from({ length: count }, (): Kind => 'text')
  return [texts, ...texts.map((_, at) => texts.with(at, 'number'))]
}

function sentenceOf(tell: Tell, kinds: readonly Kind[], language: Language): Sentence | null {
  const at = kinds.indexOf('number')
  if (at < 0) return formOf(tell, kinds, language, 0)
  const [one, other] = [formOf(tell, kinds, language, 1), formOf(tell, kinds, language, much)]
  if (one === null || other === null || !other.includes('{n}')) return null
  return one === other ? other : { one, other }
}

/** What is said of these values with names in their places; null where one of them is not said as it is. */
function formOf(tell: Tell, kinds: readonly Kind[], language: Language, number: number): string | null {
  const told = toldOf(tell, kinds, number, consonant)
  if (told === null || /[{}]|undefined|NaN|\[object/.test(told)) return null
  let form = numbered(told, kinds.includes('number') ? showNumber(number, language) : null)
  for (const [at, kind] of kinds.entries()) {
    if (kind === 'number') continue
    const spoken = toldOf(tell, kinds, number, (other) => (other === at ? vowel(at) : consonant(other)))
    const joined = spoken && joinedForm(form, told, spoken, at, (word) => merges(word, tell, kinds, number, at))
    if (!joined) return null
    form = joined
  }
  return form
}

/** The number by its name, wherever it stands alone. */
function numbered(told: string, shown: string | null): string {
  return told.replace(/\d(?:[\d.,\u00a0\u202f]{0,12}\d)?/g, (digits) => (digits === shown ? '{n}' : digits))
}

function toldOf(tell: Tell, kinds: readonly Kind[], number: number, text: (at: number) => string): string | null {
  try {
    const told = tell(...kinds.map((kind, at) => (kind === 'number' ? number : text(at))))
    return typeof told === 'string' ? told : null
  } catch {
    // It asks more of its values than that they are texts
    return null
  }
}

type Merged = 'au' | 'du'

/** In French, a word before a value joins it: « de Pau », « d’Orléans ». */
function joinedForm(
  form: string,
  told: string,
  spoken: string,
  at: number,
  doesMerge: (word: Merged) => boolean,
): string | null {
  const [plain, joined] = [consonant(at), vowel(at)]
  if (!told.includes(plain)) return null
  const name = `{${at + 1}}`
  if (told.replaceAll(plain, () => joined) === spoken) {
    const merged = doesMerge('au') ? form.replaceAll(`à ${plain}`, () => `{au ${at + 1}}`) : form
    return merged.replaceAll(plain, () => name)
  }
  for (const [word, elided] of [
    ['de', 'd’'],
    ['que', 'qu’'],
  ] as const) {
    const before = `${word} ${plain}`
    if (told.replaceAll(before, () => elided + joined).replaceAll(plain, () => joined) !== spoken) continue
    const said = word === 'de' && doesMerge('du') ? 'du' : word
    return form.replaceAll(before, () => `{${said} ${at + 1}}`).replaceAll(plain, () => name)
  }
  return null
}

/** Whether « Le Mans » becomes « du Mans » or « au Mans ». */
function merges(word: Merged, tell: Tell, kinds: readonly Kind[], number: number, at: number): boolean {
  const name = consonant(at)
  const told = toldOf(tell, kinds, number, (other) => (other === at ? `Le ${name}` : consonant(other)))
  return told?.includes(`${word} ${name}`) ?? false
}

/** What is given, by the names that the sentence has for it; null where it is not what the sentence was found with. */
function valuesIn(given: readonly unknown[], kinds: readonly Kind[]): SentenceValues | null {
  const values: Record<string, string | number> = {}
  for (const [at, kind] of kinds.entries()) {
    const value = given[at]
    if (typeof value !== 'number' && (kind === 'number' || typeof value !== 'string')) return null
    // A number among texts is said as its digits
    values[kind === 'number' ? 'n' : String(at + 1)] = kind === 'number' ? value : String(value)
  }
  return values
}

/** Whether a sentence stands on no other values than ours, and on the number where ours does. */
function fits(says: Sentence, ours: Sentence): boolean {
  const known = valuesNamed(ours)
  return typeof says === typeof ours && isWhole(says) && [...valuesNamed(says)].every((name) => known.has(name))
}

/** The same in other words, wherever ours would be the sentence that these stand for. */
export function toldOtherwise(tell: Tell, says: Sentence, language: Language): Tell | null {
  const shape = shapeOf(tell, language)
  if (shape === null || !fits(says, shape.sentence)) return null
  return (...given) => {
    const values = shape.valuesOf(given)
    const ours = tell(...given)
    return values && say(shape.sentence, values, language) === ours ? say(says, values, language) : ours
  }
}
