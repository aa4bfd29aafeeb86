import {
  bracketTokens,
  contactWords,
  fillers,
  groupField,
  groupWords,
  headingTokens,
  ofPast,
  type PersonField,
  personField,
  referentWords,
} from './heading-words.ts'

/** Whose a column is: a referent's, whoever `contact` means, or nobody's in particular (`Mail`). */
export type Whose = 'referent' | 'contact' | 'nobody'

/** What a heading means by the words that it is made of. */
export type Composed =
  | { about: 'person'; field: PersonField; whose: Whose; number: number | null }
  | { about: 'group'; field: string; isNamed: boolean }

const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    premier: 1,
    premiere: 1,
    first: 1,
    principal: 1,
    principale: 1,
    primary: 1,
    main: 1,
    er: 1,
    second: 2,
    seconde: 2,
    deuxieme: 2,
    secondaire: 2,
    secondary: 2,
    bis: 2,
    ii: 2,
    troisieme: 3,
    third: 3,
    ter: 3,
    iii: 3,
  }),
)
const ordinalEndings = /^(er|ere|eme|e|nd|nde|st|rd|th)$/

/** Every word has to be understood: of `Mail de l’ancien référent` one is not, and nobody is written to by it. */
export function compose(heading: string): Composed | null {
  const plainly = headingTokens(heading).filter((token) => !fillers.has(token))
  const inBrackets = bracketTokens(heading)
  if (inBrackets.flat().some((token) => ofPast.has(token))) return null
  // `Référent 2 (mail)` is no name
  const field = inBrackets.find((tokens) => personField(tokens) !== null)
  const whole = field && composed([...plainly, ...field])
  return whole ?? composed(plainly)
}

function composed(tokens: readonly string[]): Composed | null {
  if (tokens.length === 0 || tokens.length > 6) return null
  // `First name` is no first one
  const whole = ofPerson(tokens, null) ?? ofGroup(tokens)
  if (whole) return whole
  const { rest, number } = withoutNumber(tokens)
  return number === null || rest.length === 0 ? null : ofPerson(rest, number)
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
  const whose: Whose = isReferent || (number !== null && !isContact) ? 'referent' : isContact ? 'contact' : 'nobody'
  const field = rest.length === 0 ? (isReferent || isContact ? 'name' : null) : personField(rest)
  return field === null ? null : { about: 'person', field, whose, number }
}

const none: ReadonlySet<string> = new Set()

function ofGroup(tokens: readonly string[]): Composed | null {
  const rest = tokens.filter((token) => !groupWords.has(token))
  const isNamed = rest.length < tokens.length
  if (rest.length === 0 || (isNamed && ['nom', 'name'].includes(rest.join(' '))))
    return { about: 'group', field: 'name', isNamed: true }
  if (isNamed && personField(rest) === 'email') return { about: 'group', field: 'public_email', isNamed }
  const field = groupField(rest) ?? groupField(tokens)
  return field === null ? null : { about: 'group', field, isNamed }
}
