import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { ActiveFilters, Filters, isNarrowed } from '#workers/team/group-filters.tsx'
import { formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { EditTable, plainRow } from './edit-table.tsx'
import { findRows } from './find-rows.ts'
import {
  editableFields,
  editableNames,
  pathOfTable,
  readTableView,
  rowsPerPage,
  type TableView,
  tablePath,
} from './table-view.ts'
import { fieldsOf, rowOf } from './typed-rows.ts'

/** The groups of a filter, each with some of its fields, to be corrected together. All of it but what is typed is in the address. */
export async function showTable(context: DeskContext): Promise<Response> {
  const { movement, language } = context.var
  const { sections, countries } = movement
  const view = readTableView(new URL(context.req.url).searchParams, sections)
  const { groups: found, places } = await findRows(context, view, rowsPerPage)
  const groups = found.slice(0, rowsPerPage)
  const text = textIn(language, movement)
  const fields = fieldsOf(sections, view.columns)
  const labelOf = (name: string) => editableFields(sections)[name]?.label[language] ?? name
  return respondFrame(context, {
    title: text.groupTable.title,
    children: (
      <>
        <Saved context={context} />
        <div class="headline">
          <h1>{text.groupTable.title}</h1>
          <p class="lead">{text.groupTable.lead}</p>
        </div>
        <ActiveFilters
          countries={countries}
          filter={view.filter}
          pathOf={(filter) => pathOfTable({ ...view, filter, page: 1 })}
          sections={sections}
          language={language}
        />
        <Filters
          action={tablePath}
          countries={countries}
          view={view}
          sections={sections}
          language={language}
          places={places}
          columns={editableNames(sections).map((name) => [name, labelOf(name)])}
        />
        {view.tooWide.length > 0 && <p class="note">{text.groupTable.tooWide(view.tooWide.map(labelOf).join(', '))}</p>}
        {groups.length > 0 ? (
          <EditTable
            action={pathOfTable(view)}
            token={await formToken(context)}
            fields={fields}
            rows={groups.map((group) => plainRow(rowOf(fields, group), String(group.row.name)))}
            language={language}
            own={movement}
            isTelling={false}
          />
        ) : (
          <p class="note">{isNarrowed(view.filter) ? text.dashboard.groups.none : text.dashboard.groups.nothing}</p>
        )}
        <Pages context={context} view={view} shown={groups.length} hasNext={found.length > rowsPerPage} />
      </>
    ),
  })
}

/** How many groups a save has just corrected. */
function Saved({
  context: {
    req,
    var: { language, movement },
  },
}: {
  context: DeskContext
}) {
  const saved = req.query('saved')
  if (saved === undefined || !/^\d{1,2}$/.test(saved)) return null
  const text = textIn(language, movement).groupTable
  return (
    <div class="done note" role="status" tabindex={-1} autofocus>
      <p>{Number(saved) === 0 ? text.unchanged : text.saved(Number(saved))}</p>
    </div>
  )
}

type PagesProps = { context: DeskContext; view: TableView; shown: number; hasNext: boolean }

function Pages({
  context: {
    var: { language, movement },
  },
  view,
  shown,
  hasNext,
}: PagesProps) {
  const all = textIn(language, movement)
  const text = all.dashboard.groups
  const first = (view.page - 1) * rowsPerPage
  return (
    <nav class="row between pages" aria-label={text.pages}>
      <span class="row">
        {view.page > 1 && (
          <a rel="prev" href={pathOfTable({ ...view, page: view.page - 1 })}>
            {text.previous}
          </a>
        )}
        {(first > 0 || hasNext) && shown > 0 && <span class="soft">{text.window(first + 1, first + shown)}</span>}
        {hasNext && (
          <a rel="next" href={pathOfTable({ ...view, page: view.page + 1 })}>
            {text.next}
          </a>
        )}
      </span>
      {(hasNext || view.page > 1) && <span class="soft">{all.groupTable.savePage}</span>}
    </nav>
  )
}
