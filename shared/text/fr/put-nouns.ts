import { capital } from '../capital.ts'
import type { Noun, NounKind, NounsIn } from '../nouns.ts'
import { agree, type Gender, type GrammarKind } from './agreement.ts'
import { elide, startsWithVowel } from './elision.ts'
import { ofHer, ofHim } from './referring.ts'

/** Our own nouns, as our sentences have them. */
const ours: readonly { pattern: RegExp; kind: NounKind; gender: Gender }[] = [
  { pattern: /^groupes?$/i, kind: 'group', gender: 'masculine' },
  { pattern: /^référent ou (une )?référente$/i, kind: 'referent', gender: 'epicene' },
  { pattern: /^référent·es?$/i, kind: 'referent', gender: 'epicene' },
  { pattern: /^(personnes? )?référentes?$/i, kind: 'referent', gender: 'feminine' },
  { pattern: /^régions?$/i, kind: 'area', gender: 'feminine' },
  { pattern: /^départements?$/i, kind: 'department', gender: 'masculine' },
]

const head = 'groupes?|référent ou (?:une )?référente|référent·es?|(?:personnes? )?référentes?|régions?|départements?'
/** Words that may stand before a noun and agree with it, or join with what follows. */
const before =
  'du|de la|de l’|de|d’|au|à la|à l’|le|la|l’|un|une|un·e|ce(?! qu)|cet|cette|\\d[\\d\\u202f\\u00a0]*|aucun|chacun|chacune|aucune|aucun·e|quels?|quelles?|tout|toute|tous|toutes|tou·te·s|mon|ma|son|sa|(?<!de )nouveaux?|nouvelles?|certaine?s|autres?|mêmes?|que|qu’|les|des|ces|aux|mes|ses|vos|nos|leurs|votre|notre|leur|deux|seule?s?'
const is =
  '(?:n’|ne )?(?:est|sont|était|étaient|a été|ont été|avait été|n’a été|n’ont été|vient d’être|viennent d’être|n’a encore été|n’ont encore été|peut plus être)'
const between = '(?: (?:pas|plus|déjà|encore|bien|donc|de nouveau|maintenant))*'
const agreeing = `(?!${is}|une? |ne |ont |avait |peut )[\\p{L}·]{3,24}(?![\\p{L}·’])`
const phrase = new RegExp(
  `(?<![\\p{L}·’-])((?:(?:${before})(?: |(?<=’))){0,4})(${head})(?![\\p{L}·-])((?: ${agreeing})?)((?: (?:qui )?${is}${between} ${agreeing})?)`,
  'giu',
)

/** A French sentence of ours with a movement's nouns: articles, elisions and what agrees follow (« les deux groupes sont prévenus », « les deux antennes sont prévenues »). */
export function putNouns(sentence: string, nouns: NounsIn): string {
  return referring(sentence, nouns).replace(
    phrase,
    (whole, words: string, noun: string, adjective: string, predicate: string) => {
      const our = ours.find(({ pattern }) => pattern.test(noun))
      const own = our && nouns[our.kind]
      if (!own) return whole
      const isMany = /s$/.test(noun)
      const to = { gender: own.gender ?? our.gender, isMany }
      // « La fiche du groupe a été créée »: it is the record that was
      const said = isOwners(words) ? predicate : agreedLast(predicate, to)
      return inPlace(whole, words, nameOf(own, our.gender, to, noun), to) + agreed(adjective, to) + said
    },
  )
}

const isOwners = (words: string) => /^(?:du |de |d’)/i.test(words)

/** What is said of a noun where it does not stand agrees as well: pronouns, participles. */
function referring(sentence: string, { group, area }: NounsIn): string {
  const said = [...(group?.gender === 'feminine' ? ofHer : []), ...(area?.gender === 'masculine' ? ofHim : [])]
  const text = said.reduce((text, [from, to]) => text.replaceAll(from, () => to), sentence)
  return group?.gender === 'feminine'
    ? text.replace(/(dont \d[\d\u202f\u00a0]* actif)s?\b/g, (actives, one) => active(actives, one))
    : text
}

const active = (actives: string, one: string) => `${one.slice(0, -1)}ve${actives.endsWith('s') ? 's' : ''}`

/** « personne référente » is « personne bénévole » where a noun is of anybody. */
function nameOf({ one, many }: Noun, from: Gender, to: GrammarKind, ours: string): string {
  const name = to.isMany ? many : one
  if (to.gender !== 'epicene' || from !== 'feminine' || !/^personne/i.test(ours)) return name
  return `${to.isMany ? 'personnes' : 'personne'} ${name}`
}

function inPlace(whole: string, words: string, name: string, given: GrammarKind): string {
  const to: GrammarKind =
    name.startsWith('personne') && given.gender === 'epicene' ? { ...given, gender: 'feminine' } : given
  const said = wordsOf(words).reduceRight((next, word) => join(word, next, to), name)
  const isCapital = whole.charAt(0) !== whole.charAt(0).toLowerCase()
  return isCapital ? capital(said) : said
}

function wordsOf(words: string): string[] {
  return words.toLowerCase().match(/de la |de l’|à la |à l’|[^ ’]{1,20}[ ’]/g) ?? []
}

/** A word before what follows, as both ask. */
function join(given: string, next: string, to: GrammarKind): string {
  const word = given.trim()
  const isElided = startsWithVowel(next)
  const isHers = to.gender === 'feminine'
  switch (word) {
    case 'de':
    case 'd’':
      return elide('de', next)
    case 'que':
    case 'qu’':
      return elide('que', next)
    case 'le':
    case 'la':
    case 'l’':
      return elide(isHers ? 'la' : 'le', next)
    case 'du':
    case 'de la':
    case 'de l’':
      return isElided || isHers ? after('de', elide('la', next)) : `du ${next}`
    case 'au':
    case 'à la':
    case 'à l’':
      return isElided || isHers ? after('à', elide('la', next)) : `au ${next}`
    case 'ce':
    case 'cet':
    case 'cette':
      return `${isHers ? 'cette' : isElided ? 'cet' : 'ce'} ${next}`
    case 'mon':
    case 'ma':
    case 'son':
    case 'sa':
      return `${word.charAt(0)}${isHers && !isElided ? 'a' : 'on'} ${next}`
    case 'nouveau':
    case 'nouvelle':
      return `${isHers ? 'nouvelle' : isElided ? 'nouvel' : 'nouveau'} ${next}`
    case 'un':
    case 'une':
    case 'un·e':
    case 'aucun':
    case 'aucune':
    case 'chacun':
    case 'chacune':
      return `${agree(word, { ...to, isMany: false }) ?? word} ${next}`
    default:
      return `${agree(word, to) ?? word} ${next}`
  }
}

/** With its article, which it is not elided before. */
const after = (word: string, next: string) => `${word} ${next}`

/** A word that agrees, with the space before it. */
function agreed(adjective: string, to: GrammarKind): string {
  return adjective && ` ${agree(adjective.trim(), to) ?? adjective.trim()}`
}

/** « est fermé »: the last word agrees. */
function agreedLast(predicate: string, to: GrammarKind): string {
  return predicate.replace(/[\p{L}·]{1,30}$/u, (word) => agree(word, to) ?? word)
}
