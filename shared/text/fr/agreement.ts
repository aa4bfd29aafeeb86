import { capital } from '../capital.ts'
/** Words by what they agree with: masculine, feminine, and of anybody (« aucun·e ») where French has such a form. */
export type Gender = 'masculine' | 'feminine' | 'epicene'
export type GrammarKind = { readonly gender: Gender; readonly isMany: boolean }

/** Masculine, feminine, of anybody; each of one and of many. Where French has no form of anybody, the feminine one: « personne active ». */
type Forms = readonly [string, string, string, string, string, string]

const sets: readonly Forms[] = [
  ['un', 'une', 'un·e', 'des', 'des', 'des'],
  ['aucun', 'aucune', 'aucun·e', 'aucun', 'aucune', 'aucun·e'],
  ['chacun', 'chacune', 'chacun·e', 'chacun', 'chacune', 'chacun·e'],
  ['quel', 'quelle', 'quel·le', 'quels', 'quelles', 'quel·les'],
  ['tout', 'toute', 'tout·e', 'tous', 'toutes', 'tou·te·s'],
  ['certain', 'certaine', 'certain·e', 'certains', 'certaines', 'certain·es'],
  ['nouveau', 'nouvelle', 'nouvelle', 'nouveaux', 'nouvelles', 'nouvelles et nouveaux'],
  ['actif', 'active', 'active', 'actifs', 'actives', 'actives'],
  ['silencieux', 'silencieuse', 'silencieuse', 'silencieux', 'silencieuses', 'silencieuses'],
]

/** Endings of the participles and adjectives that our sentences have beside the nouns: `créé`, `connu`, `voisin`, `inscrit`; the longest first. */
const endings = ['·es', '·e', 'es', 'e', 's', '']
const stems =
  /^(?:[\p{L}]{1,20}é|connu|inconnu|prévenu|devenu|suivi|réuni|choisi|inscrit|rouvert|ouvert|mis|pris|compris|voisin|seul|local|distinct)$/u

/** The same word as it agrees with something of another kind; null when it does not agree. */
export function agree(word: string, to: GrammarKind): string | null {
  const plain = word.toLowerCase()
  const forms = sets.find((set) => set.includes(plain) && plain !== 'des') ?? participle(plain)
  const form = forms?.[indexOf(to)]
  if (!form) return null
  return word === plain ? form : capital(form)
}

function participle(word: string): Forms | undefined {
  const ending = endings.find((one) => word.endsWith(one) && stems.test(withoutEnding(word, one)))
  return ending === undefined ? undefined : formsOf(withoutEnding(word, ending))
}

const withoutEnding = (word: string, ending: string) => word.slice(0, word.length - ending.length)

function formsOf(stem: string): Forms {
  const many = stem.endsWith('s') ? '' : 's'
  if (stem === 'local') return ['local', 'locale', 'local·e', 'locaux', 'locales', 'locaux']
  return [stem, `${stem}e`, `${stem}·e`, `${stem}${many}`, `${stem}es`, `${stem}·es`]
}

function indexOf({ gender, isMany }: GrammarKind): number {
  return ['masculine', 'feminine', 'epicene'].indexOf(gender) + (isMany ? 3 : 0)
}
