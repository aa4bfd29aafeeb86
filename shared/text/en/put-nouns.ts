import { capital } from '../capital.ts'
import type { Noun, NounKind, NounsIn } from '../nouns.ts'

const kinds: Readonly<Record<string, NounKind>> = {
  group: 'group',
  referent: 'referent',
  region: 'area',
  department: 'department',
}
const phrase = /(?<![\p{L}{-])(an? )?(?<!\{)(group|referent|region|department)(s?)(’s|’)?(?![\p{L}-])/giu

/** An English sentence of ours with a movement's nouns; an article before one is as it is spoken: `a chapter`, `an hour`. */
export function putNouns(sentence: string, nouns: NounsIn): string {
  return sentence.replace(phrase, (whole, article = '', noun: string, many: string, ownership = '') => {
    const kind = kinds[noun.toLowerCase()]
    const own = kind && nouns[kind]
    if (!own) return whole
    const name = nameOf(own, many !== '', noun)
    return `${articleBefore(name, article)}${name}${ownershipOf(name, ownership)}`
  })
}

function nameOf({ one, many }: Noun, isMany: boolean, ours: string): string {
  const name = isMany ? many : one
  const isCapital = ours.charAt(0) !== ours.charAt(0).toLowerCase()
  return isCapital ? capital(name) : name
}

function articleBefore(name: string, article: string): string {
  if (article === '') return ''
  return `${article.charAt(0)}${isSpokenVowel(name) ? 'n' : ''} `
}

function ownershipOf(name: string, ownership: string): string {
  if (ownership === '') return ''
  return /s$/i.test(name) && ownership === '’' ? '’' : '’s'
}

/** Written vowels that are spoken otherwise: `a union`, `a European`, `a one-off`; and an h that is silent: `an hour`. */
function isSpokenVowel(name: string): boolean {
  if (/^(uni(?![mn])|use|usu|eu|ewe|one\b|once|ut[ei])/i.test(name)) return false
  return /^([aeiou]|hour|heir|honou?r|honest)/i.test(name)
}
