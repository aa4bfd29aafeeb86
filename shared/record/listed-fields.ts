import { type Fields, fieldNames } from './field.ts'
import type { Sections } from './sections.ts'

/** What lists of groups show in a way of their own: the place, the state, the members with their curve … */
const shownApart: ReadonlySet<string> = new Set([
  'name',
  'town',
  'department',
  'region',
  'latitude',
  'longitude',
  'state',
  'founded_on',
  'active_members',
  'website',
  'public_email',
])

/** The other fields of ours about the group: lists and their downloads have them as they are. */
export function listedFields({ ours }: Sections): Fields {
  const { fields }: { fields: Fields } = ours.group
  return Object.fromEntries(
    fieldNames(fields).flatMap((name) => {
      const field = fields[name]
      return field && !field.own && !shownApart.has(name) ? [[name, field]] : []
    }),
  )
}

/** Those of them that may name nobody: the team's notes do. */
export function publishedFields(sections: Sections): Fields {
  const fields = listedFields(sections)
  return Object.fromEntries(Object.entries(fields).filter(([, { audience }]) => audience !== 'coordinators'))
}
