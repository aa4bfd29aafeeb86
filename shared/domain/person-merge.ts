import type { Value } from '#shared/record/row.ts'
import type { Language } from '#shared/text/language.ts'
import type { Change } from './change.ts'
import { mergeMark } from './merge-mark.ts'

/** One of two people who are one: who they are, where they are referents, and how far the histories of these groups go. */
export type MergingPerson = {
  uid: string
  name: string
  email: string | null
  phone: string | null
  language: Language | null
  /** The uid of the person whom they are part of since a merge. */
  mergedInto: string | null
  memberships: readonly { group: string; name: string; number: number; role: string | null }[]
  /** Nothing is written to their address. */
  isSuppressed: boolean
  lastAnswerAt: Date | null
}

export type PersonValues = Pick<MergingPerson, 'name' | 'phone' | 'language'>

/** What two people have of which one has one. */
export const personChoices = ['email', 'name', 'phone'] as const
type PersonField = (typeof personChoices)[number]
export type PersonWhy = 'only' | 'reached' | 'answered' | 'longer' | 'address'
/** Of the two, `first` stands first on the page: nobody stays before an address is chosen. */
export type PersonSide = 'first' | 'second'
export type PersonChoice = {
  field: PersonField
  first: string | null
  second: string | null
  proposed: PersonSide
  why: PersonWhy
  taken: PersonSide
}

export type PersonMerge = {
  choices: PersonChoice[]
  /** The one whose address is written to from now on. */
  kept: MergingPerson
  other: MergingPerson
  values: PersonValues
}

/** Works out what becomes of two people who are one. `chosen`: by field; where nothing was chosen, what is proposed. */
export function planPersonMerge(
  first: MergingPerson,
  second: MergingPerson,
  chosen: ReadonlyMap<string, PersonSide> = new Map(),
): PersonMerge {
  const address = betterAddress(first, second)
  const side = (field: PersonField, proposed: PersonSide) => chosen.get(field) ?? proposed
  const written = side('email', address.side)
  const choices = personChoices.flatMap((field): PersonChoice[] => {
    if (first[field] === second[field]) return []
    const better = field === 'email' ? address : betterValue(field, { first, second, written })
    const [one, two] = [first[field], second[field]]
    return [{ field, first: one, second: two, proposed: better.side, why: better.why, taken: side(field, better.side) }]
  })
  const [kept, other] = written === 'first' ? [first, second] : [second, first]
  const of = (field: PersonField) => {
    const taken = choices.find((choice) => choice.field === field)?.taken ?? written
    return (taken === 'first' ? first : second)[field]
  }
  const values = { name: of('name') ?? kept.name, phone: of('phone'), language: kept.language ?? other.language }
  return { choices, kept, other, values }
}

type Better = { side: PersonSide; why: PersonWhy }

/** An address that is read: one that our mails reach, then one by which somebody answered last. */
function betterAddress(first: MergingPerson, second: MergingPerson): Better {
  if (first.email === null || second.email === null)
    return { side: first.email === null ? 'second' : 'first', why: 'only' }
  if (first.isSuppressed !== second.isSuppressed)
    return { side: first.isSuppressed ? 'second' : 'first', why: 'reached' }
  const [one, two] = [first, second].map(({ lastAnswerAt }) => lastAnswerAt?.getTime() ?? 0) as [number, number]
  return { side: two > one ? 'second' : 'first', why: one === two ? 'address' : 'answered' }
}

function betterValue(
  field: 'name' | 'phone',
  { first, second, written }: { first: MergingPerson; second: MergingPerson; written: PersonSide },
): Better {
  const [one, two] = [first[field] ?? '', second[field] ?? '']
  if (one === '' || two === '') return { side: one === '' ? 'second' : 'first', why: 'only' }
  if (field === 'name' && one.length !== two.length)
    return { side: two.length > one.length ? 'second' : 'first', why: 'longer' }
  return { side: written, why: 'address' }
}

/** What each of their groups' histories tells, by the group's uid; the marks say that it is one act, to be undone whole. */
export function personMergeChanges({
  kept,
  other,
  values,
}: PersonMerge): Map<string, { number: number; changes: Change[] }> {
  const memberships = new Map(
    [...other.memberships, ...kept.memberships].map((membership) => [membership.group, membership]),
  )
  const corrected = (['name', 'phone'] as const).filter((field) => kept[field] !== values[field])
  const rowOf = ({ email }: MergingPerson, { name, phone }: { name: string; phone: Value }, role: string | null) => ({
    name,
    email,
    phone,
    role,
  })
  return new Map(
    Array.from(memberships, ([group, { number }]) => {
      const own = kept.memberships.find((membership) => membership.group === group)
      const theirs = other.memberships.find((membership) => membership.group === group)
      const changes: Change[] = [
        mergeMark(undefined, 'samePerson'),
        ...(theirs ? [{ list: 'referents', row: other.uid, removed: rowOf(other, other, theirs.role) }] : []),
        ...(own ? [] : [{ list: 'referents', row: kept.uid, added: rowOf(kept, values, theirs?.role ?? null) }]),
        ...(own
          ? corrected.map((field) => ({
              list: 'referents',
              row: kept.uid,
              field,
              before: kept[field],
              after: values[field],
            }))
          : []),
      ]
      return [group, { number, changes }]
    }),
  )
}
