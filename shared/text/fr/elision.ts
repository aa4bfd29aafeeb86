import { decomposed } from '../normal-form.ts'

/** Words that lose their vowel before another: `d’Archipel`, `qu’Inès`, `jusqu’à`. */
type Elided = 'de' | 'que' | 'le' | 'la' | 'jusque'

/** `d’Archipel`, `de Pau`; before a typed name as before a word. Quotation marks are looked through, numbers in digits are not elided before. */
export function elide(word: Elided, next: string): string {
  return startsWithVowel(next) ? `${word.slice(0, -1)}’${next}` : `${word} ${next}`
}

/** Of somebody, of a month, of whatever has no article: `d’Élodie`, `d’août`, `de Lou`. */
export function de(next: string): string {
  return elide('de', next)
}

/** Of a place or a group, whose article merges: `d’Archipel`, `du Havre`, `des Herbiers`, `de La Rochelle`. */
export function du(name: string): string {
  if (/^Les /i.test(name)) return `des ${name.slice(4)}`
  return /^Le /i.test(name) ? `du ${name.slice(3)}` : de(name)
}

/** To or in a place, to a group, whose article merges: `au Havre`, `aux Herbiers`, `à Pau`, `à La Rochelle`. */
export function au(name: string): string {
  if (/^Les /i.test(name)) return `aux ${name.slice(4)}`
  return /^Le /i.test(name) ? `au ${name.slice(3)}` : `à ${name}`
}

/** Whether a word is spoken with a vowel first. */
export function startsWithVowel(text: string): boolean {
  const [, word = ''] = /^[«“‘"'(\s]*([\p{L}\p{M}]{1,40})/u.exec(text) ?? []
  const plain = decomposed(word).replace(/\p{M}/gu, '').toLowerCase()
  if (plain === '' || unelided.test(plain)) return false
  if (plain.startsWith('y')) return spokenY.test(plain)
  if (plain.startsWith('h')) return silentH.test(plain) || (word === word.toUpperCase() && spelledH.test(plain))
  return /^[aeiouœæ]/.test(plain)
}

/** These begin with a vowel in writing only: `de onze`, `de oui`, `de ouistiti`. */
const unelided = /^(onz|oui$|ouistiti|uhlan|ululement)/

/** `d’Yves`, `d’Yonne`; but `de Yann`, `de Yémen`. */
const spokenY = /^y(?![aeiou]|$)|^y(onne|eu$|erres?$|eres$|enne$|ebles$|evres?$|ork)/

/** Initials that begin with the name of the letter: `d’HLM`. */
const spelledH = /^(h[^aeiouy]+|hec)$/

/**
 * Where an h is silent, by how a word begins without its accents: `d’Hélène`, `d’Hendaye`, `d’histoire`. Everywhere else it keeps its vowel
 * apart, as French does before words and names from elsewhere: `de Hamid`, `de Hambourg`, `de Houilles`, `de handball`.
 */
const silentH = new RegExp(
  `^h(${[
    // Words
    'abi(?!b)',
    'alei',
    'alluci',
    'armon',
    'ebd',
    'ebe',
    'ebr',
    'ecta',
    'edon',
    'eli[ceo]',
    'em(?!$)',
    'ep',
    'erb',
    'erit',
    'erm',
    'esit',
    'eur',
    'exa',
    'iberna',
    'ier$',
    'ilar',
    'ippi(?!e)',
    'ippo',
    'irondel',
    'ist',
    'iver',
    'olo',
    'om(?!ard|bourg|e$)',
    'onn',
    'onor',
    'opit',
    'orai',
    'oriz',
    'orlo',
    'ormon',
    'oros',
    'orr',
    'orti',
    'osp',
    'osti',
    'ote',
    'uil',
    'uiss',
    'uitr',
    'um(?!$)',
    'ydr',
    'ygi',
    'ym',
    'yp',
    'yst',
    // First names
    'adrien',
    'ector',
    'edwige',
    'elen',
    'elois',
    'enri',
    'erv',
    'ilair',
    'orac',
    'orten',
    'ubert',
    'ugo$',
    'ugue(s|tte)$',
    'yacinth',
    // Places
    'agetmau',
    'aiti',
    'alluin',
    'asparren',
    'ayange',
    'aubourdin',
    'azebrouck',
    'ellemmes',
    'elsinki',
    'elvet',
    'enda',
    'enin',
    'ennebont',
    'erault',
    'ericourt',
    'esdin',
    'erimon',
    'erouville',
    'irson',
    'ouplines',
    'ossegor',
    'yer',
  ].join('|')})`,
)
