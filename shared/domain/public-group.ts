import { type Field, type Fields, fieldNames } from '#shared/record/field.ts'
import { isOwnName } from '#shared/record/own-fields.ts'
import type { Value } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'

/** What a person may agree to have shown to everybody. */
export const consentFields = ['name', 'email', 'phone'] as const
export type ConsentField = (typeof consentFields)[number]

/** Somebody as the public may see them: what they did not agree to is null. `own`: answers to a movement's own questions, by their fields' names. */
export type PublicPerson = { [Field in ConsentField]: string | null } & { own: Answers }
export type Answers = Readonly<Record<string, Value>>

/** What a movement asks of each referent, and everybody may know once they agreed to it: the fields, by their names. */
// biome-ignore lint/suspicious/noExplicitAny: what is asked decides the value
export function ownConsents(fields: Fields): (readonly [name: string, field: Field<any>])[] {
  return Object.entries(fields).filter(([, field]) => isOwnConsent(field))
}

export const isOwnConsent = ({ own, audience, agreedBy }: Fields[string]) =>
  own !== undefined && audience === 'consent' && agreedBy === undefined

/** A group as the public may see it: its public fields and no other, of its people what they agreed to, and of the movement's own sections what is public of each row. */
export type PublicGroup<Person extends PublicPerson = PublicPerson> = {
  uid: string
  values: Partial<GroupValues>
  people: Person[]
  sections: PublicSections
}
/** Rows by the names of their sections; a section of which nothing is shown is not there. */
export type PublicSections = Readonly<Record<string, readonly Answers[]>>

/**
 * What everybody may know of a group: the one answer for the page that shows people what is public of them, and for whatever else is public.
 * Null for a group that does not want to be on the map, and for one that is closed.
 */
export function publicGroup<Person extends PublicPerson>(
  uid: string,
  values: GroupValues,
  people: readonly Person[],
  { ours, asked }: Pick<Sections, 'ours' | 'asked'>,
  rows: PublicSections = {},
): PublicGroup<Person> | null {
  if (!values.on_map || values.state === 'closed') return null
  const shown = publicValues(ours.group.fields, values) as Partial<GroupValues>
  const named = people.filter((person) => isSaid(consentFields.map((field) => person[field])) || isSaid(person.own))
  const sections = Object.fromEntries(
    asked.flatMap(({ name, fields }) => {
      const seen = (rows[name] ?? []).map((row) => publicValues(fields, row)).filter(isSaid)
      return seen.length === 0 ? [] : [[name, seen as Answers[]]]
    }),
  )
  return { uid, values: shown, people: named, sections }
}

/** Of a row what is public; null is what was not agreed to. */
function publicValues(fields: Fields, row: object): object {
  const known = row as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, unknown][] => {
      const { audience, agreedBy } = fields[name] ?? {}
      if (audience === 'public') return [[name, known[name]]]
      return agreedBy === undefined ? [] : [[name, known[agreedBy] === true ? known[name] : null]]
    }),
  )
}

const isSaid = (row: object) => Object.values(row).some((value) => (value ?? null) !== null)

/** The sections of a movement's own of which everybody may see something. */
export function publicSections(asked: readonly Section[]): Section[] {
  return asked.filter(
    ({ name, fields }) =>
      isOwnName(name) &&
      Object.values<Fields[string]>(fields).some(
        ({ audience, agreedBy }) => audience === 'public' || agreedBy !== undefined,
      ),
  )
}
