import { headingKey } from '#shared/record/heading.ts'
import { capital } from '#shared/text/capital.ts'
import { isOfAddresses, type Part, type SheetKind, type SheetKinds } from '../kinds.ts'
import { type Composed, compose } from './compose.ts'
import { fillers, headingTokens, networkNames, personField } from './heading-words.ts'
import { type PersonColumns, type PersonHeading, personColumns } from './person-columns.ts'
import { tenureFields, tenureHeading } from './tenure-heading.ts'

/** How several columns of one meaning are read: the first that is filled; words one after the other; a line each. */
export type Joining = 'first' | 'words' | 'lines'

/**
 * A column that we know, with others of one meaning. `number` counts repeated columns from 1, as in `Mail réf 2`; 0: of all referents of the row.
 * `label`: what stands before its value where it does not say that itself. `isYesNo`: it asks whether a group is active.
 */
export type Column = {
  index: number
  part: Part
  field: string
  number: number
  others: readonly number[]
  joining: Joining
  isYesNo?: boolean
}

export type Columns = {
  columns: Column[]
  /** Headings that may mean two things, of which one would write to somebody. */
  unsure: string[]
  /** Of these headings, those that mean nothing to us, and those that are read where another one is empty. */
  ignored: string[]
  repeated: string[]
  signs: HeadingSigns
}

/** What headings show of whom or what a row is about. */
export type HeadingSigns = Pick<PersonColumns, 'isOfPeople' | 'hasReferent' | 'personal'> & {
  /** The name stands under `Nom`, which may be anybody's. */
  isBareName: boolean
}

type Meaning = { part: Part; field: string; number: number; isBare?: boolean; isYesNo?: boolean; isExplicit?: boolean }
type Found = { index: number; heading: string; meaning: Meaning | null; person: PersonHeading | null }
/** What a heading means in any column. */
type Meant = { meaning: Meaning | null; person: Omit<PersonHeading, 'index'> | null }

/** Which column of a kind each heading is, by what the movement says, by our headings, and by the words that they are made of. */
export function columnsUnder(shape: SheetKind, headings: readonly string[], kinds: SheetKinds): Columns {
  const found = headings.map((heading, index): Found => {
    const { meaning, person } = meaningOnce(shape, heading, kinds)
    return { index, heading, meaning, person: person && { ...person, index } }
  })
  const hasGroup = found.some(
    ({ meaning }) => meaning?.field === 'name' && meaning.part !== 'campaign' && !meaning.isBare,
  )
  const settled = hasGroup
    ? found.map((one) => (one.meaning?.isBare && one.person ? { ...one, meaning: null } : one))
    : found
  const persons = personColumns(settled.flatMap(({ meaning, person }) => (meaning === null && person ? [person] : [])))
  const own = ownColumns(inTurn(settled.flatMap((one) => (one.meaning ? [{ ...one, meaning: one.meaning }] : []))))
  const columns = [...own, ...(shape.parts.referent ? persons.columns : [])].toSorted((a, b) => a.index - b.index)
  const first = new Set(columns.map(({ index }) => index))
  const others = new Set(columns.flatMap((column) => (column.joining === 'first' ? column.others : [])))
  const read = new Set([...first, ...columns.flatMap((column) => column.others), ...persons.silent])
  const named = (wanted: (one: Found) => boolean) =>
    settled.filter((one) => one.heading !== '' && wanted(one)).map(({ heading }) => heading)
  const unsure = shape.parts.referent ? new Set(persons.unsure) : new Set<number>()
  return {
    columns,
    unsure: named(({ index }) => unsure.has(index)),
    ignored: named(({ index, meaning }) => !read.has(index) && !unsure.has(index) && meaning === null),
    repeated: named(
      ({ index, meaning }) => !first.has(index) && (others.has(index) || (meaning !== null && !read.has(index))),
    ),
    signs: {
      isOfPeople: persons.isOfPeople,
      hasReferent: persons.hasReferent,
      personal: persons.personal,
      isBareName: !hasGroup && settled.some(({ meaning }) => meaning?.isBare),
    },
  }
}

/** `Nom`, `Nom complet`, `Full name`: of anybody. */
function isAnybodys(heading: string): boolean {
  return personField(headingTokens(heading).filter((token) => !fillers.has(token))) === 'name'
}

/**
 * Each row at the top is tried as headings, with each delimiter and for each kind of sheet, and a sheet of five columns asks some thousand times what a
 * heading means. A kind lives as long as the kinds that it is of, and these as long as one reading.
 */
const meanings = new WeakMap<SheetKind, Map<string, Meant>>()
const compositions = new WeakMap<SheetKinds, Map<string, Composed | null>>()
/** More would keep a large sheet twice. */
const mostKept = 5000

function meaningOnce(shape: SheetKind, heading: string, kinds: SheetKinds): Meant {
  return once(meanings, shape, heading, () => meaningOf(shape, heading, kinds))
}

function once<Of extends object, Answer>(
  kept: WeakMap<Of, Map<string, Answer>>,
  of: Of,
  heading: string,
  work: () => Answer,
): Answer {
  const answers = kept.get(of) ?? new Map<string, Answer>()
  kept.set(of, answers)
  const known = answers.get(heading)
  if (known !== undefined) return known
  const answer = work()
  if (answers.size < mostKept) answers.set(heading, answer)
  return answer
}

function meaningOf(shape: SheetKind, heading: string, kinds: SheetKinds): Meant {
  const meant = kinds.meant.get(headingKey(heading))
  const said = meant ?? heading
  const composed = once(compositions, kinds, said, () => compose(said))
  const person =
    composed?.about === 'person'
      ? { heading, key: headingKey(heading), ...explicit(composed, meant !== undefined) }
      : null
  const exact = exactMeaning(shape, said)
  if (exact && exact.part !== 'referent') {
    const isBare = exact.field === 'name' && meant === undefined && isAnybodys(said)
    return { meaning: { ...exact, isBare }, person: isBare ? person : null }
  }
  // What a movement asks of a referent is said beside their name, and is no name
  if (exact?.part === 'referent' && shape.parts.referent?.[exact.field]?.own) return { meaning: exact, person: null }
  // Of a list of addresses they are whose the row is
  if (composed?.about === 'person' && shape.parts.own && isOfAddresses(shape)) {
    const { field } = composed
    return {
      meaning: field in shape.parts.own ? { part: 'own', field, number: 1 } : null,
      person: null,
    }
  }
  if (person || exact?.part === 'referent') {
    const known = person ?? {
      heading,
      key: headingKey(heading),
      field: fieldOf(exact?.field),
      whose: 'referent' as const,
      number: exact?.number ?? 1,
    }
    return { meaning: null, person: known }
  }
  const ofGroup = composed?.about === 'group' ? groupMeaning(shape, composed) : null
  return { meaning: ofGroup ?? tenureMeaning(shape, said, composed), person: null }
}

/** What groups have, and rows of people say of their person. */
const ofPerson: Readonly<Record<string, string>> = {
  state: 'status',
  is_active: 'serving',
  closed: 'left',
  asleep: 'left',
}

/** Of somebody, the year in which they were what they are. */
const yearHeading = /^\s{0,5}(?:ann[ée]e|exercice|year|jaar|jahr|a[nñ]o)s?\s{0,5}$/i

/** Whether somebody is still there. */
function tenureMeaning({ parts, list }: SheetKind, said: string, composed: Composed | null): Meaning | null {
  if (!parts.key || !('status' in parts.key)) return null
  if (list === 'referents' && yearHeading.test(said)) return { part: 'key', field: 'season', number: 1 }
  const field =
    composed === null ? tenureHeading(said)?.field : composed.about === 'group' ? ofPerson[composed.field] : undefined
  return field === undefined ? null : { part: 'key', field, number: 1 }
}

/** What the movement says that its heading means is nobody else's. */
function explicit<One extends Extract<Composed, { about: 'person' }>>(one: One, isMeant: boolean): One {
  return isMeant && one.whose !== 'referent' ? { ...one, whose: 'referent' } : one
}

function fieldOf(field = ''): PersonHeading['field'] {
  return field === 'email' || field === 'phone' || field === 'role' || field === 'language' ? field : 'name'
}

function exactMeaning({ patterns, phrases }: SheetKind, heading: string): Meaning | null {
  const key = headingKey(heading)
  if (key === '') return null
  for (const { pattern, part, field } of patterns) {
    const match = pattern.exec(key)
    if (match) return { part, field, number: Number(match[1] || 1) }
  }
  return phrases.get(phraseKey(heading)) ?? null
}

/** A heading by its words, in any order and number: `Participants (nb)`. */
export function phraseKey(heading: string): string {
  return headingTokens(heading)
    .filter((token) => !fillers.has(token))
    .toSorted()
    .join(' ')
}

function groupMeaning({ parts }: SheetKind, { field, isNamed }: Extract<Composed, { about: 'group' }>): Meaning | null {
  const number = 1
  if (field === 'name')
    return parts.group
      ? { part: 'group', field, number }
      : parts.own?.name && parts.referent
        ? { part: 'own', field, number }
        : null
  const isOfPeople = parts.key !== undefined && 'status' in parts.key && !(parts.own && 'state' in parts.own)
  if (isOfPeople && field in ofPerson) return null
  if (parts.key && field in parts.key) return { part: 'key', field, number }
  if (!parts.referent || !parts.own) return null
  if (field === 'is_active') return { part: 'own', field: 'state', number, isYesNo: true }
  return field in parts.own || isNamed ? (field in parts.own ? { part: 'own', field, number } : null) : null
}

/** The same heading again, without a number, is the next referent's: `Référent·e 1`, `Couleur`, `Référent·e 2`, `Couleur`. */
function inTurn<One extends { meaning: Meaning }>(found: readonly One[]): One[] {
  const times = new Map<string, number>()
  return found.map((one) => {
    const { part, field, number } = one.meaning
    if (part !== 'referent') return one
    const before = times.get(field) ?? 0
    const next = Math.max(number, number === 1 ? before + 1 : number)
    times.set(field, next)
    return { ...one, meaning: { ...one.meaning, number: next } }
  })
}

/** Fields of which another column tells where one is empty. Two counts, or two names, are two things. */
const withOthers = new Set([
  'town',
  'postcode',
  'department',
  'region',
  'website',
  'public_email',
  'founded_on',
  'state',
  'country',
  'closed',
  'asleep',
  'gone',
  'valid',
  ...tenureFields,
])
const inLines = new Set(['networks', 'note'])

function ownColumns(found: readonly { index: number; meaning: Meaning }[]): Column[] {
  const groups = Map.groupBy(found, ({ meaning: { part, field, number } }) => `${part} ${field} ${number}`)
  return [...groups.values()].flatMap((same) => {
    const [first, ...more] = same.toSorted(
      (a, b) => Number(a.meaning.isBare ?? false) - Number(b.meaning.isBare ?? false) || a.index - b.index,
    )
    if (!first) return []
    const { part, field, number, isYesNo } = first.meaning
    const isJoined = withOthers.has(field) || inLines.has(field)
    const others = isJoined ? more.map(({ index }) => index) : []
    const joining: Joining = inLines.has(field) ? 'lines' : 'first'
    return [{ index: first.index, part, field, number, others, joining, ...(isYesNo ? { isYesNo } : {}) }]
  })
}

/** What a network's address stands behind: the heading, where it is one network's name. */
export function networkLabel(heading: string): string | null {
  const name = headingTokens(heading).find((token) => networkNames.test(token))
  return name === undefined ? null : capital(name)
}
