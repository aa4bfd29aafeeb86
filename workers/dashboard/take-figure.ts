import { departmentName } from '#shared/domain/departments.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { writeXlsx } from '#shared/sheet/xlsx/write-xlsx.ts'
import { attachment, csvType, xlsxType } from '#workers/attachment.ts'
import { fileName } from '#workers/file-name.ts'
import { streamed } from '#workers/streamed.ts'
import type { Figure, Take } from './chart/figure.tsx'
import { picture } from './chart/picture.tsx'
import { plainCells, typedCells } from './chart/table.tsx'
import type { DashboardContext } from './env.ts'

/** Where a figure of a page is taken from: `page` is its path, `query` what narrows it. */
export function takePaths(page: string, query = ''): (figure: Figure) => Take {
  return ({ id, drawn }) => ({
    csv: `${page}/${id}.csv${query}`,
    xlsx: `${page}/${id}.xlsx${query}`,
    svg: drawn === null ? null : `${page}/${id}.svg${query}`,
    link: `${page === '/dashboard/today' ? '/dashboard' : page}${query}#${id}`,
  })
}

/** The figure that an address names, as a table for spreadsheets or as a picture. @throws Problem where there is none. */
export function takeFigure(context: DashboardContext, figures: readonly (Figure | null)[]): Response {
  const { movement, now, language } = context.var
  const [, id, format] = /^([a-z]{1,20})\.(csv|svg|xlsx)$/.exec(context.req.param('file') ?? '') ?? []
  const figure = figures.find((one) => one?.id === id)
  if (!figure || (format === 'svg' && figure.drawn === null)) throw new Problem('page_unknown')
  const { day } = localTime(now, movement.timeZone)
  const file = {
    name: fileName([figure.title, ...narrowing(context)], day, format ?? ''),
    movement: movement.name,
    day,
    language,
  }
  if (format === 'xlsx') return attachment({ name: file.name, type: xlsxType }, streamed(workbookOf(figure)), sandboxed)
  return format === 'csv'
    ? attachment({ name: file.name, type: csvType }, sheetOf(figure, language), sandboxed)
    : attachment({ name: file.name, type: 'image/svg+xml; charset=utf-8' }, picture(figure, file), sandboxed)
}

/** The place and the months that a page is narrowed to. */
function narrowing({ req, var: { movement } }: DashboardContext): string[] {
  const { country = '', region = '', department = '', from = '', until = '' } = req.query()
  return [country, region, departmentName(movement.countries, department), from, until]
}

function sheetOf({ numbers }: Figure, language: string): string {
  return writeSheet([[...numbers.head], ...numbers.rows.map(plainCells)], {
    ...spreadsheetOptions(language),
    isFinal: true,
  })
}

/** What Excel and LibreOffice take for the name of a tab: none of these signs, no apostrophe at its ends, 31 characters at most. */
const tabName = (title: string) => title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)

function workbookOf({ title, numbers }: Figure): AsyncGenerator<Uint8Array> {
  const columns = numbers.head.map((heading, index) => ({
    heading,
    kind: index === 0 ? ('text' as const) : ('number' as const),
  }))
  async function* rows() {
    yield numbers.rows.map(typedCells)
  }
  return writeXlsx({ tab: tabName(title), columns, rows: rows() })
}

// A picture holds text only; should a browser open it all the same, nothing in it runs
const sandboxed = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }
