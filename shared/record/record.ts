import type { Row } from './field.ts'
import type { AnyRow } from './row.ts'
import type { OurSections, Sections } from './sections.ts'

/** What the rows of a section are called in a record and its changes: ours, or a movement's own. */
export type ListName = string
/** What a section is called in addresses, and where its age is kept. */
export type SectionName = string

type RowOf<List extends keyof OurSections> = Row<OurSections[List]['fields']>

/** All that is asked about one group: the rows of each section. `group` has exactly one. Ours have their types; a movement's own are rows of any. */
export type GroupRecord = {
  group: RowOf<'group'>[]
  referents: RowOf<'referents'>[]
  activities: RowOf<'activities'>[]
  campaigns: RowOf<'campaigns'>[]
  trainings: RowOf<'trainings'>[]
  lists: RowOf<'lists'>[]
  [own: ListName]: readonly AnyRow[]
}

/** Of a group of which nothing is known yet. */
export function emptyRecord({ asked }: Sections): GroupRecord {
  const ours = { group: [], referents: [], activities: [], campaigns: [], trainings: [], lists: [] }
  return { ...ours, ...Object.fromEntries(asked.map(({ list }) => [list, []])) }
}
