import type { RowRequest } from '#shared/db/records.ts'
import { peopleAtOnce, rowsAtOnce } from '#shared/domain/record-limits.ts'
import type { SectionName } from '#shared/record/record.ts'
import { grows, type Section } from '#shared/record/section.ts'
import { textIn } from '#shared/text/text.ts'
import type { SectionView } from './section-view.ts'

/** Which rows of a list a page holds. A form says nothing of the rows that it does not hold: they stay as they are. */
export type RowWindow = { from: number; total: number; size: number }

/** Null where all rows are on one page. */
export function rowWindow(session: SectionView, name: SectionName, asked: string | undefined): RowWindow | null {
  const section = session.movement.sections.named(name)
  const size = rowsOnPage(section)
  const total = session.group.counts[section.list] ?? 0
  if (total <= size) return null
  const from = askedFrom(asked)
  return { from: from < total ? from : 0, total, size }
}

/** Of lists that a page may not hold, the rows that it does: of those that grow for years, the latest first, and of those of people. */
function rowsOnPage(section: Section): number {
  if (grows(section)) return rowsAtOnce
  return section.isAboutPeople ? peopleAtOnce : Number.POSITIVE_INFINITY
}

/** The row from which on a page is asked for. */
function askedFrom(asked: string | undefined): number {
  const from = Number(asked ?? 0)
  return Number.isSafeInteger(from) && from > 0 ? from : 0
}

/** The page of a list that grows, as the database is asked for it. */
export function rowsAsked(section: Section, asked: string | undefined): RowRequest {
  return grows(section) ? { from: { [section.list]: askedFrom(asked) } } : {}
}

/** Of all the rows that were read, those of the page: of a list that grows no others were. */
export function rowsHeld<Row>(rows: readonly Row[], held: RowWindow | null, section: Section): readonly Row[] {
  return held === null || grows(section) ? rows : rows.slice(held.from, held.from + held.size)
}

/** What the address of a page of rows ends with, and the name of what was typed there: `?from=20`; nothing for the first. */
export function pageOfRows(from: string | number | undefined): string {
  return /^[1-9]\d*$/.test(String(from)) ? `?from=${from}` : ''
}

type OlderRowsProps = { session: SectionView; section: SectionName; rows: RowWindow }

/** The ways to the rows of other pages, which are saved apart. */
export function OlderRows({ session, section, rows: { from, total, size } }: OlderRowsProps) {
  const { language, path, group, movement } = session
  const { form: text, history } = textIn(language, movement)
  const address = `${path}/${group.uid}/${section}`
  const older = total - from - size
  const isByDay = grows(movement.sections.named(section))
  return (
    <p class="row">
      {older > 0 && (
        <a class="button quiet" href={address + pageOfRows(from + size)}>
          {isByDay ? text.olderRows(older) : text.moreRows(older)}
        </a>
      )}
      {from > 0 && (
        <a class="button quiet" href={address}>
          {isByDay ? history.latest : text.firstRows}
        </a>
      )}
    </p>
  )
}
