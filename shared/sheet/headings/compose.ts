import { readState } from '../values/state.ts'
import {
  bracketTokens,
  contactWords,
  fillers,
  groupField,
  groupWords,
  headingTokens,
  networkField,
  ofPast,
  type PersonField,
  personField,
  referentWords,
} from './heading-words.ts'

/** Whose a column is: a referent's, whoever `contact` means, or nobody's in particular (`Mail`). */
export type Whose = 'referent' | 'contact' | 'nobody'

/** What a heading means by the words that it is made of. */
export type Composed =
  /** `isCounted`: only its number says that it is a referent's (`Mail 2`). */
  | { about: 'person'; field: PersonField; whose: Whose; number: number | null; isCounted?: boolean }
  | { about: 'group'; field: string; isNamed: boolean }

const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    premier: 1,
    premiere: 1,
    first: 1,
    principal: 1,
    principale: 1,
    titulaire: 1,
    primary: 1,
    main: 1,
    er: 1,
    second: 2,
    seconde: 2,
    deuxieme: 2,
    secondaire: 2,
    secondary: 2,
    bis: 2,
    b: 2,
    ii: 2,
    troisieme: 3,
    third: 3,
    ter: 3,
    c: 3,
    iii: 3,
  }),
)
const ordinalEndings = /^(er|ere|eme|e|nd|nde|st|rd|th)$/

/** Every word has to be understood: of `Mail de l’ancien référent` one is not, and nobody is written to by it. */
export function compose(heading: string): Composed | null {
  const plainly = headingTokens(heading).filter((token) => !fillers.has(token))
  const inBrackets = bracketTokens(heading)
  if (inBrackets.some((tokens) => tokens.some((token) => ofPast.has(token)) || isOfYears(tokens))) return null
  // `Référent 2 (mail)` is no name
  const field = inBrackets.find((tokens) => personField(tokens) !== null)
  const whole = field && composed([...plainly, ...field])
  return whole ?? composed(plainly) ?? ofAlternatives(heading) ?? withoutDay(heading)
}

/** `Référent (2018-2021)`. */
function isOfYears(tokens: readonly string[]): boolean {
  return tokens.filter((token) => /^(?:19|20)\d\d$/.test(token)).length > 1
}

const either = /\s{0,3}[/|]\s{0,3}|\s(?:ou|or|of)\s/i

/** `Town/City`, `Mail ou courriel`: several words for one thing. */
function ofAlternatives(heading: string): Composed | null {
  const parts = heading.slice(0, 160).split(either)
  if (parts.length < 2 || parts.length > 3) return null
  const all = parts.map(compose)
  const [first] = all
  const isOne = all.every((one) => one !== null && one.about === first?.about && one.field === first.field)
  return isOne ? (first ?? null) : null
}

/** A number of members is of a day; who was a referent in 2019 may be none today. */
const ofDay =
  /\s(?:(?:au|le|en|in|on|as of|fin|end of)\s{1,3})?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:19|20)\d\d)\s{0,3}$/i

/** `Nb d’adhérents au 31/12`, `Membres 2026`. */
function withoutDay(heading: string): Composed | null {
  const rest = heading.slice(0, 160).trimEnd().replace(ofDay, '')
  const said = rest === heading.slice(0, 160).trimEnd() || rest.trim() === '' ? null : compose(rest)
  return said?.about === 'group' && said.field === 'active_members' ? said : null
}

function composed(tokens: readonly string[]): Composed | null {
  if (tokens.length === 0 || tokens.length > 6) return null
  // `First name` is no first one
  const whole = ofPerson(tokens, null) ?? ofGroup(tokens)
  if (whole) return whole
  const { rest, number } = withoutNumber(tokens)
  const second = withoutCo(rest)
  // A co-referent comes after the referent, the second of them after the first
  if (second) return ofPerson(second, (number ?? 1) + 1)
  return number === null || rest.length === 0 ? null : ofPerson(rest, number)
}

/** `Co-référent`, `coanimatrice`: without what says that there is another one; null where nothing does. */
function withoutCo(tokens: readonly string[]): string[] | null {
  const at = tokens.findIndex(
    (token, index) =>
      (token === 'co' && referentWords.has(tokens[index + 1] ?? '')) ||
      (/^cor?./.test(token) && !referentWords.has(token) && referentWords.has(token.replace(/^co/, ''))),
  )
  if (at < 0) return null
  return tokens[at] === 'co' ? tokens.toSpliced(at, 1) : tokens.with(at, (tokens[at] ?? '').slice(2))
}

function withoutNumber(tokens: readonly string[]): { rest: string[]; number: number | null } {
  const digits = tokens.findIndex((token) => /^[1-9]\d?$/.test(token))
  if (digits >= 0) {
    const next = tokens[digits + 1]
    const isOrdinal = next !== undefined && ordinalEndings.test(next)
    return { rest: tokens.toSpliced(digits, isOrdinal ? 2 : 1), number: Number(tokens[digits]) }
  }
  const named = tokens.findIndex((token) => ordinals.has(token))
  return named < 0 || tokens.length === 1
    ? { rest: [...tokens], number: null }
    : { rest: tokens.toSpliced(named, 1), number: ordinals.get(tokens[named] ?? '') ?? null }
}

function ofPerson(tokens: readonly string[], number: number | null): Composed | null {
  const isReferent = tokens.some((token) => referentWords.has(token))
  const isContact = !isReferent && tokens.some((token) => contactWords.has(token))
  const ofGroup = isReferent || isContact ? groupWords : none
  const rest = tokens.filter((token) => !referentWords.has(token) && !contactWords.has(token) && !ofGroup.has(token))
  const isCounted = number !== null && !isReferent && !isContact
  const whose: Whose = isReferent || isCounted ? 'referent' : isContact ? 'contact' : 'nobody'
  const field = rest.length === 0 ? (isReferent || isContact ? 'name' : null) : ofOnesOwn(rest)
  return field === null ? null : { about: 'person', field, whose, number, ...(isCounted ? { isCounted } : {}) }
}

/** Of which of somebody's addresses a heading speaks: they are theirs all the same. */
const kindsOfContact = new Set(
  'pro perso professionnel professionnelle personnel personnelle personal work home prive privee domicile bureau'.split(
    ' ',
  ),
)

/** `Mail pro`, `Tél perso`. */
function ofOnesOwn(tokens: readonly string[]): PersonField | null {
  const rest = tokens.filter((token) => !kindsOfContact.has(token))
  return personField(tokens) ?? (rest.length > 0 && rest.length < tokens.length ? personField(rest) : null)
}

const none: ReadonlySet<string> = new Set()
const placeFields = new Set(['town', 'department', 'region', 'country'])

/** `County name`, `Nom du pays`. */
function namedPlace(tokens: readonly string[]): string | null {
  const rest = tokens.filter((token) => !['name', 'nom', 'naam'].includes(token))
  const field = rest.length > 0 && rest.length < tokens.length ? groupField(rest) : null
  return field !== null && placeFields.has(field) ? field : null
}

const ofTime = new Set('date annee an jour mois year day month datum jaar sinds depuis since'.split(' '))

/** `Inactif depuis`, `Date de mise en sommeil`, `Year disbanded`: when, or whether, a group ended, by any word of such a state. */
function endingField(tokens: readonly string[]): 'closed' | 'asleep' | null {
  const words = tokens.filter((token) => !ofTime.has(token))
  const state = words.length > 0 && words.length < 4 ? readState(words.join(' '), false) : null
  return state === 'closed' || state === 'asleep' ? state : null
}

function ofGroup(tokens: readonly string[]): Composed | null {
  const rest = tokens.filter((token) => !groupWords.has(token))
  const isNamed = rest.length < tokens.length
  if (rest.length === 0 || (isNamed && ['nom', 'name'].includes(rest.join(' '))))
    return { about: 'group', field: 'name', isNamed: true }
  if (isNamed && personField(rest) === 'email') return { about: 'group', field: 'public_email', isNamed }
  // The language of a group is the one in which its people are written to
  if (isNamed && personField(rest) === 'language')
    return { about: 'person', field: 'language', whose: 'nobody', number: null }
  const field = groupField(rest) ?? groupField(tokens) ?? networkField(tokens) ?? namedPlace(rest) ?? endingField(rest)
  return field === null ? null : { about: 'group', field, isNamed }
}
