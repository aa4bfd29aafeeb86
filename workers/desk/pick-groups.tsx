import { type GroupFilter, readFilter, writeFilter } from '#shared/domain/group-filter.ts'
import { textIn } from '#shared/text/text.ts'
import { ActiveFilters, Filters, isNarrowed } from '#workers/team/group-filters.tsx'
import type { DeskContext } from './env.ts'
import { findRows } from './table/find-rows.ts'

/** The groups of a filter for a page of the desk that does something with them, as its address (below `path`) has the filter; `most` are shown. */
export async function pickGroups(context: DeskContext, path: string, most: number) {
  const { movement } = context.var
  const filter = readFilter(new URL(context.req.url).searchParams, movement.sections)
  const view = { filter, sort: 'name' as const, isDescending: false, page: 1, columns: [] }
  const { groups, places } = await findRows(context, view, most)
  return { path, view, groups, places }
}

type Picked = Awaited<ReturnType<typeof pickGroups>>

/** The address of a page with a filter. */
export function pickedPath(path: string, filter: GroupFilter): string {
  const query = writeFilter(filter).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What the groups are filtered by, and how to filter them otherwise. */
export function PickedBy({ context, picked }: { context: DeskContext; picked: Picked }) {
  const { movement, language } = context.var
  const { sections, countries } = movement
  const { path, view, places } = picked
  const pathOf = (filter: GroupFilter) => pickedPath(path, filter)
  const given = { countries, sections, language }
  return (
    <>
      <ActiveFilters {...given} filter={view.filter} pathOf={pathOf} />
      <Filters {...given} action={path} view={view} places={places} columns={[]} />
    </>
  )
}

/** Said in place of groups where there are none. */
export function NonePicked({ context, picked }: { context: DeskContext; picked: Picked }) {
  const text = textIn(context.var.language, context.var.movement).dashboard.groups
  return <p class="note">{isNarrowed(picked.view.filter) ? text.none : text.nothing}</p>
}
