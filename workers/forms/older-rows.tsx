import { rowsOf } from '#shared/domain/change.ts'
import type { SectionName } from '#shared/record/record.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import type { GroupVisit } from './visit.ts'

/** Rows of a page, some 40 kB of it. A form says nothing of the rows that it does not hold: they stay as they are. */
export const rowsAtOnce = 20
/** The lists that grow for years, latest first. */
const growing: readonly SectionName[] = ['activities', 'trainings']

/** Which rows of a list a page holds. */
export type RowWindow = { from: number; total: number }

/** Null where all rows are on one page. */
export function rowWindow(
  { req }: FormsContext,
  { movement, group }: GroupVisit,
  section: SectionName,
): RowWindow | null {
  const total = rowsOf(group.record, movement.sections.named(section).list).length
  if (!growing.includes(section) || total <= rowsAtOnce) return null
  const from = Number(req.query('from') ?? 0)
  return { from: Number.isSafeInteger(from) && from > 0 && from < total ? from : 0, total }
}

/** What the address of a page of rows ends with, and the name of what was typed there: `?from=20`; nothing for the first. */
export function pageOfRows(from: string | number | undefined): string {
  return /^[1-9]\d*$/.test(String(from)) ? `?from=${from}` : ''
}

type OlderRowsProps = { visit: GroupVisit; section: SectionName; rows: RowWindow }

/** The ways to the rows of other pages, which are saved apart. */
export function OlderRows({ visit: { language, path, group }, section, rows: { from, total } }: OlderRowsProps) {
  const { form: text, history } = textIn(language)
  const address = `${path}/${group.uid}/${section}`
  const older = total - from - rowsAtOnce
  return (
    <p class="row">
      {older > 0 && (
        <a class="button quiet" href={address + pageOfRows(from + rowsAtOnce)}>
          {text.olderRows(older)}
        </a>
      )}
      {from > 0 && (
        <a class="button quiet" href={address}>
          {history.latest}
        </a>
      )}
    </p>
  )
}
