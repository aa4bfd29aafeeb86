import { type ListedGroup, mostCounted } from '#shared/db/group-list.ts'
import { judgementIn } from '#shared/db/group-where.ts'
import { placeNamed } from '#shared/domain/departments.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { mayDo } from '#shared/domain/role.ts'
import { tableRoles } from '#shared/html/table-roles.ts'
import { eachLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { ActiveFilters, Filters, isNarrowed } from '#workers/team/group-filters.tsx'
import { WaitingRegistrations } from '#workers/team/waiting-registrations.tsx'
import { Hatching } from './chart/bars.tsx'
import { type CellView, type TableColumn, tableColumns } from './columns.tsx'
import type { DashboardContext } from './env.ts'
import { findGroups } from './find-groups.ts'
import { foundColumn } from './found-column.tsx'
import { groupsPerPage, type ListView, readView, usualColumns, viewPath } from './list-view.ts'
import { Suggestion } from './suggestion.tsx'

/** The groups: found, filtered, sorted, in pages. All of it is in the address. */
export async function showGroups(context: DashboardContext): Promise<Response> {
  const { movement, now, language, session } = context.var
  const view = readView(new URL(context.req.url).searchParams, movement.sections)
  const { groups, count, places, rounds, suggestions, registrations, identified } = await findGroups(
    context.env.DB,
    view,
    judgementIn(movement, now),
    movement.sections,
  )
  if (identified && count === 0) return context.redirect(`/dashboard/groups/${identified}`, 303)
  if (groups.length === 0 && count > 0) return context.redirect(viewPath({ ...view, page: lastPage(count) }), 303)
  const typed = readTyped(context.req.query('typed'))
  const place = count === 0 ? placeNamed(view.filter.text, places, movement.countries) : null
  if (place) return context.redirect(insteadPath(view, { text: '', ...place }), 303)
  // One near match is shown: the page says so, and of what was typed
  const [only, ...others] = suggestions
  if (only !== undefined && others.length === 0) return context.redirect(insteadPath(view, { text: only }), 303)
  const text = textIn(language, movement).dashboard.groups
  const title = count > mostCounted ? text.moreThan(mostCounted) : text.count(count)
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <Hatching />
        <h1>{title}</h1>
        {typed && (
          <p class="note">{view.filter.text === '' ? text.isPlace(typed) : text.instead(typed, view.filter.text)}</p>
        )}
        <ActiveFilters
          countries={movement.countries}
          filter={view.filter}
          pathOf={(filter) => viewPath({ ...view, page: 1, filter })}
          sections={movement.sections}
          language={language}
        />
        <Filters
          action="/dashboard/groups"
          columns={Object.entries(tableColumns(movement.sections)).map(([name, { label }]) => [name, label[language]])}
          countries={movement.countries}
          view={view}
          sections={movement.sections}
          language={language}
          places={places}
        />
        {groups.length > 0 ? (
          <GroupTable view={view} cells={{ movement, language, now, rounds }} groups={groups} />
        ) : registrations.length > 0 ? null : (
          <div class="note">
            <p>{isNarrowed(view.filter) ? text.none : text.nothing}</p>
            {suggestions.length > 0 && (
              <Suggestion view={view} words={suggestions} language={language} movement={movement} />
            )}
          </div>
        )}
        <WaitingRegistrations
          registrations={registrations}
          canAct={mayDo(session.coordinator, { role: 'acts' })}
          language={language}
          movement={movement}
        />
        {groups.length > 0 && (['answered', 'checked'] as const).every((name) => view.columns.includes(name)) && (
          <p class="counted">{text.columnsSay}</p>
        )}
        <Pages
          view={view}
          count={count}
          shown={groups.length}
          cells={{ movement, language, now, rounds }}
          canAct={mayDo(session.coordinator, { role: 'acts' })}
        />
      </>
    ),
  })
}

/** The list of what was meant, which keeps what was typed. */
function insteadPath(view: ListView, meant: Partial<GroupFilter>): string {
  const path = viewPath({ ...view, filter: { ...view.filter, ...meant }, page: 1 })
  return `${path}&${new URLSearchParams({ typed: view.filter.text })}`
}

const readTyped = (typed = '') => typed.slice(0, 100)

/** A list may have become shorter since somebody kept its address. */
function lastPage(count: number): number {
  return Math.ceil(Math.min(count, mostCounted) / groupsPerPage)
}

type TableProps = { view: ListView; cells: CellView; groups: readonly ListedGroup[] }

function GroupTable({ view, cells, groups }: TableProps) {
  const text = textIn(cells.language, cells.movement).dashboard.groups
  const columns: Partial<Record<string, TableColumn>> = tableColumns(cells.movement.sections)
  const found = foundColumn(view.filter, cells)
  const shown = [...view.columns.flatMap((name) => columns[name] ?? []), ...(found ? [found] : [])]
  return (
    <table class="cards" {...tableRoles.table} aria-label={text.title}>
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          <Heading view={view} column={nameColumn(cells.movement)} cells={cells} />
          {shown.map((column) => (
            <Heading view={view} column={column} cells={cells} />
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {groups.map((group) => (
          <tr {...tableRoles.row}>
            <th scope="row" {...tableRoles.header}>
              <a href={`/dashboard/groups/${group.uid}`}>{group.name}</a>
            </th>
            {shown.map((column) => {
              return (
                <td {...tableRoles.cell} class={column.isNumber ? 'number' : undefined}>
                  <span class="cell-label" aria-hidden="true">
                    {column.label[cells.language]}
                  </span>
                  <span>{column.cell(group, cells)}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const nameColumn = (movement: CellView['movement']): Pick<TableColumn, 'label' | 'sort' | 'isNumber'> => ({
  label: eachLanguage((language) => textIn(language, movement).dashboard.groups.group),
  sort: 'name',
})

type HeadingProps = { view: ListView; column: Pick<TableColumn, 'label' | 'sort' | 'isNumber'>; cells: CellView }

function Heading({ view, column, cells: { language } }: HeadingProps) {
  const { sort, label, isNumber } = column
  const isSorted = sort !== undefined && sort === view.sort
  const direction = view.isDescending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      {...tableRoles.column}
      class={isNumber ? 'number' : undefined}
      aria-sort={isSorted ? direction : undefined}
    >
      {sort ? (
        <a href={viewPath({ ...view, sort, isDescending: isSorted && !view.isDescending, page: 1 })}>
          {label[language]}
          {isSorted && <span aria-hidden="true">{view.isDescending ? ' ↓' : ' ↑'}</span>}
        </a>
      ) : (
        label[language]
      )}
    </th>
  )
}

/** `canAct`: whoever looks may correct what they see. */
type PagesProps = { view: ListView; count: number; shown: number; cells: CellView; canAct: boolean }

function Pages({ view, count, shown, canAct, cells: { movement, language } }: PagesProps) {
  const text = textIn(language, movement).dashboard.groups
  const first = (view.page - 1) * groupsPerPage
  const hasNext = first + shown < Math.min(count, mostCounted)
  return (
    <nav class="row between pages" aria-label={text.pages}>
      <span class="row">
        {view.page > 1 && (
          <a rel="prev" href={viewPath({ ...view, page: view.page - 1 })}>
            {text.previous}
          </a>
        )}
        {(first > 0 || hasNext) && shown > 0 && <span class="soft">{text.window(first + 1, first + shown)}</span>}
        {hasNext && (
          <a rel="next" href={viewPath({ ...view, page: view.page + 1 })}>
            {text.next}
          </a>
        )}
      </span>
      {shown > 0 && (
        <span class="row">
          <span class="soft">{text.download}</span>
          <a href={viewPath(view, '/dashboard/groups.xlsx')}>Excel</a>
          <a href={viewPath(view, '/dashboard/groups.csv')}>CSV</a>
          <a href={viewPath(view, '/dashboard/groups.json')}>JSON</a>
          {canAct && (
            <>
              <a href={viewPath({ ...view, page: 1, columns: usualColumns(view.filter) }, '/desk/table')}>
                {textIn(language, movement).groupTable.open}
              </a>
              <a href={viewPath({ ...view, page: 1, columns: usualColumns(view.filter) }, '/desk/bulk')}>
                {textIn(language, movement).bulk.open}
              </a>
              <a href={viewPath({ ...view, page: 1, columns: usualColumns(view.filter) }, '/desk/addresses')}>
                {textIn(language, movement).addresses.link}
              </a>
            </>
          )}
        </span>
      )}
    </nav>
  )
}
