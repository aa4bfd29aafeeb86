import { type GroupFilter, type GroupSort, groupSorts, readFilter, writeFilter } from '#shared/domain/group-filter.ts'
import { askedNames, type Fields, fieldsForTeam } from '#shared/record/field.ts'
import type { Sections } from '#shared/record/sections.ts'

/** What an address says about a table of groups: which, in what order, which window, which of their fields. */
export type TableView = {
  filter: GroupFilter
  sort: GroupSort
  isDescending: boolean
  /** From 1. */
  page: number
  columns: readonly string[]
  /** Columns that were asked for and do not fit beside the others. */
  tooWide: readonly string[]
}

export const tablePath = '/desk/table'
export const rowsPerPage = 25

/** The fields of a group that a table can show. */
export const editableFields = ({ ours }: Sections): Fields => fieldsForTeam(ours.group.fields)
export const editableNames = (sections: Sections) => askedNames(editableFields(sections))

const usualColumns = ['town', 'state', 'active_members', 'website']

export function readTableView(query: URLSearchParams, sections: Sections): TableView {
  const asked = query.getAll('column')
  const wanted = editableNames(sections).filter((name) => asked.includes(name))
  const { columns, tooWide } = fitting(wanted.length > 0 ? wanted : usualColumns, editableFields(sections))
  const page = Number(query.get('page'))
  return {
    filter: readFilter(query, sections),
    sort: groupSorts.find((name) => name === query.get('sort')) ?? 'name',
    isDescending: query.get('order') === 'desc',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
    columns,
    tooWide,
  }
}

/** Bytes that the cells of a page may take beside its frame: with it, under 100 kB. */
const roomForCells = 64_000

/** As many columns as a page of full rows has room for. */
function fitting(names: readonly string[], fields: Fields): Pick<TableView, 'columns' | 'tooWide'> {
  let room = roomForCells
  const [columns, tooWide]: [string[], string[]] = [[], []]
  for (const name of names) {
    room -= rowsPerPage * bytesOfCell(fields[name]?.control)
    if (room >= 0) columns.push(name)
    else tooWide.push(name)
  }
  return { columns, tooWide }
}

function bytesOfCell(control: Fields[string]['control'] | undefined): number {
  if (control === undefined) return 0
  if (control.kind === 'boxes') return 220 + 200 * Object.keys(control.options).length
  if ('options' in control) return 220 + 60 * Object.keys(control.options).length
  if (control.kind === 'checkbox') return 300
  return control.kind === 'long_text' ? 800 : 270
}

/** The address of a table; what goes without saying is left out. */
export function pathOfTable({ filter, sort, isDescending, page, columns }: Omit<TableView, 'tooWide'>): string {
  const query = writeFilter(filter)
  if (sort !== 'name') query.set('sort', sort)
  if (isDescending) query.set('order', 'desc')
  if (page > 1) query.set('page', String(page))
  if (columns.join() !== usualColumns.join()) for (const column of columns) query.append('column', column)
  const text = query.toString()
  return text === '' ? tablePath : `${tablePath}?${text}`
}
