import { ask } from '#shared/db/ask.ts'
import { type ListedGroup, listGroups, listRounds } from '#shared/db/group-list.ts'
import { judgementIn } from '#shared/db/group-where.ts'
import { departmentName } from '#shared/domain/departments.ts'
import { localTime } from '#shared/domain/zone.ts'
import { listedFields } from '#shared/record/listed-fields.ts'
import { spreadsheetOptions, type WriteOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import type { WrittenCell } from '#shared/sheet/written-cells.ts'
import { writeXlsx } from '#shared/sheet/xlsx/write-xlsx.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, csvType, xlsxType } from '#workers/attachment.ts'
import { fileName } from '#workers/file-name.ts'
import { streamed } from '#workers/streamed.ts'
import { type CellView, type TableColumn, tableColumns } from './columns.tsx'
import type { DashboardContext } from './env.ts'
import { judgementOf, roundsCounted } from './find-groups.ts'
import { foundColumn } from './found-column.tsx'
import { groupsInJson } from './group-json.ts'
import { type ListView, readView } from './list-view.ts'

/** Groups that are read from the database at a time: a hundred thousand take twenty questions. */
const chunk = 5000
/** Things that a file tells of a group, of those that its filter looks for. */
const doingsTold = 100

/** The list that is seen, all of it, as CSV: `format=excel` as this language's Excel opens it, else as RFC 4180 has it. */
export async function exportSheet(context: DashboardContext): Promise<Response> {
  const { view, cells } = await begin(context)
  const isExcel = context.req.query('format') === 'excel'
  const file = isExcel ? spreadsheetOptions(cells.language) : { delimiter: ',' as const, bom: false }
  const options: WriteOptions = { ...file, isFinal: true }
  const { headings, shown } = shownOf(view, cells)
  return download(context, csvType, 'csv', async function* () {
    yield writeSheet([headings], options)
    for await (const groups of chunksOf(context, view)) {
      const rows = groups.map((group) => [group.uid, group.name, ...shown.map((column) => column.text(group, cells))])
      yield writeSheet(rows, { ...options, bom: false })
    }
  })
}

/** The same as a workbook, in which every cell stays what it is: `08` a text, members a number, days days. */
export async function exportWorkbook(context: DashboardContext): Promise<Response> {
  const { view, cells } = await begin(context)
  const { headings, shown } = shownOf(view, cells)
  const columns = headings.map((heading, index) => ({
    heading,
    kind: shown[index - 2]?.isNumber ? ('number' as const) : ('text' as const),
  }))
  async function* rows() {
    for await (const groups of chunksOf(context, view))
      yield groups.map((group) => [group.uid, group.name, ...shown.map((column) => cellOf(column, group, cells))])
  }
  const { file } = textIn(cells.language, context.var.movement).dashboard.groups
  return download(context, xlsxType, 'xlsx', () => writeXlsx({ tab: file, columns, rows: rows() }))
}

function shownOf(view: ListView, cells: CellView): { headings: string[]; shown: TableColumn[] } {
  const { group } = textIn(cells.language, cells.movement).dashboard.groups
  const columns = tableColumns(cells.movement.sections)
  const found = foundColumn(view.filter, cells)
  const shown = [...view.columns.flatMap((name) => columns[name] ?? []), ...(found ? [found] : [])]
  return { headings: ['id', group, ...shown.map(({ label }) => label[cells.language])], shown }
}

function cellOf({ isNumber, text }: TableColumn, group: ListedGroup, cells: CellView): WrittenCell {
  const said = text(group, cells)
  return isNumber && said !== '' && Number.isFinite(Number(said)) ? Number(said) : said
}

/** The same for programs, as `/dashboard/groups.schema.json` describes it; it names nobody. */
export async function exportJson(context: DashboardContext): Promise<Response> {
  const { view, cells } = await begin(context)
  return download(context, 'application/json', 'json', () => groupsInJson(chunksOf(context, view), cells))
}

async function begin(context: DashboardContext): Promise<{ view: ListView; cells: CellView }> {
  const { movement, now, language } = context.var
  const { DB } = context.env
  const { rounds } = await ask(DB, { rounds: listRounds(DB, roundsCounted) })
  return {
    view: readView(new URL(context.req.url).searchParams, movement.sections),
    cells: { movement, language, now, rounds },
  }
}

async function* chunksOf(context: DashboardContext, view: ListView): AsyncGenerator<ListedGroup[]> {
  const { DB } = context.env
  const { movement, now } = context.var
  const judgement = await judgementOf(DB, view, judgementIn(movement, now))
  for (let offset = 0; ; offset += chunk) {
    const window = { offset, limit: chunk, doings: doingsTold, fields: listedFields(movement.sections) }
    const { groups } = await ask(DB, { groups: listGroups(DB, view.filter, view, window, judgement) })
    if (groups.length > 0) yield groups
    if (groups.length < chunk) return
  }
}

/** What a list is narrowed by, of that which a file's name can say. */
function narrowing(context: DashboardContext): string[] {
  const { movement } = context.var
  const { filter } = readView(new URL(context.req.url).searchParams, movement.sections)
  const { country, region, department, campaign, theme, round, from, until } = filter
  return [country, region, departmentName(movement.countries, department), campaign, theme, round, from, until]
}

function download(
  context: DashboardContext,
  type: string,
  extension: string,
  write: () => AsyncGenerator<string | Uint8Array>,
): Response {
  const { day } = localTime(context.var.now, context.var.movement.timeZone)
  const { file } = textIn(context.var.language, context.var.movement).dashboard.groups
  return attachment({ name: fileName([file, ...narrowing(context)], day, extension), type }, streamed(write()))
}
