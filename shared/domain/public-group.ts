import { type Fields, fieldNames } from '#shared/record/field.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { OurSections } from '#shared/record/sections.ts'

/** What a person may agree to have shown to everybody. */
export const consentFields = ['name', 'email', 'phone'] as const
export type ConsentField = (typeof consentFields)[number]

/** Somebody as the public may see them: what they did not agree to is null. */
export type PublicPerson = { [Field in ConsentField]: string | null }

/** A group as the public may see it: its public fields and no other, and of its people what they agreed to. */
export type PublicGroup<Person extends PublicPerson = PublicPerson> = {
  uid: string
  values: Partial<GroupValues>
  people: Person[]
}

/**
 * What everybody may know of a group: the one answer for the page that shows people what is public of them, and for whatever else is public.
 * Null for a group that does not want to be on the map, and for one that is closed.
 */
export function publicGroup<Person extends PublicPerson>(
  uid: string,
  values: GroupValues,
  people: readonly Person[],
  fields: OurSections['group']['fields'],
): PublicGroup<Person> | null {
  if (!values.on_map || values.state === 'closed') return null
  const known = values as Readonly<Record<string, unknown>>
  const shown = Object.fromEntries(
    fieldNames<Fields>(fields).flatMap((name): [string, unknown][] => {
      const { audience, agreedBy } = fields[name as keyof typeof fields] as Fields[string]
      if (audience === 'public') return [[name, known[name]]]
      return agreedBy === undefined ? [] : [[name, known[agreedBy] === true ? known[name] : null]]
    }),
  ) as Partial<GroupValues>
  const named = people.filter((person) => consentFields.some((field) => person[field] !== null))
  return { uid, values: shown, people: named }
}
