import { doingsOf } from '#shared/db/group-doings.ts'
import { type GroupFilter, type GroupSort, groupSorts, readFilter, writeFilter } from '#shared/domain/group-filter.ts'
import type { Sections } from '#shared/record/sections.ts'
import { type ColumnName, columnNames, defaultColumns } from './columns.tsx'

/** What an address says about a list of groups: which, in what order, which window, what of each. */
export type ListView = {
  filter: GroupFilter
  sort: GroupSort
  isDescending: boolean
  /** From 1. */
  page: number
  columns: readonly ColumnName[]
}

export const groupsPerPage = 50

export function readView(query: URLSearchParams, sections: Sections): ListView {
  const sort = groupSorts.find((name) => name === query.get('sort')) ?? 'name'
  const asked = query.getAll('column')
  const columns = columnNames(sections).filter((name) => asked.includes(name))
  const page = Number(query.get('page'))
  const filter = readFilter(query, sections)
  return {
    filter,
    sort,
    isDescending: query.get('order') === 'desc',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
    columns: columns.length > 0 ? columns : usualColumns(filter),
  }
}

/** Where a list says what groups did, how old their records are is of less use, and makes it too wide. */
export function usualColumns(filter: GroupFilter): readonly ColumnName[] {
  return doingsOf(filter) ? defaultColumns.filter((name) => name !== 'checked') : defaultColumns
}

/** The address of a view; what goes without saying is left out. */
export function viewPath(view: ListView, path = '/dashboard/groups'): string {
  const query = writeFilter(view.filter)
  if (view.sort !== 'name') query.set('sort', view.sort)
  if (view.isDescending) query.set('order', 'desc')
  if (view.page > 1) query.set('page', String(view.page))
  if (view.columns.join() !== usualColumns(view.filter).join())
    for (const column of view.columns) query.append('column', column)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
