import { type WholeRevision, wholeHistory } from '#shared/db/group-file.ts'
import { rowsOf } from '#shared/domain/change.ts'
import { changeInWords } from '#shared/domain/change-words.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { askedNames } from '#shared/record/field.ts'
import { showValue } from '#shared/record/show.ts'
import { rowName } from '#shared/record/show-row.ts'
import { spreadsheetOptions, type WriteOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { authorName } from '#shared/text/author-name.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { attachment } from '#workers/attachment.ts'
import { timeLines } from '#workers/event-lines.ts'
import { type ContentLine, instantValue, textValue, writeLines } from '#workers/icalendar.ts'
import { streamed } from '#workers/streamed.ts'
import type { FormsContext } from '../env.ts'
import { type GroupLinkSession, openGroup } from '../link-session.ts'
import { namesIn } from '../show-history.tsx'

/** `as` is what the file is called where it is kept: an address of ours has no dot, which mail programs add. */
type File = {
  as: string
  type: string
  write: (context: FormsContext, session: GroupLinkSession) => AsyncGenerator<string>
}

const files: Readonly<Record<string, File>> = {
  record: { as: 'record.csv', type: 'text/csv; charset=utf-8; header=present', write: writeRecord },
  history: { as: 'history.csv', type: 'text/csv; charset=utf-8; header=present', write: writeHistory },
  calendar: { as: 'calendar.ics', type: 'text/calendar; charset=utf-8', write: writeCalendar },
  whole: { as: 'group.json', type: 'application/json; charset=utf-8', write: writeJson },
}

/** A group's own record, history or calendar, as a file that opens without Relance. */
export async function downloadGroup(context: FormsContext): Promise<Response> {
  const name = context.req.param('file') ?? ''
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (!file) throw new Problem('page_unknown')
  const session = await openGroup(context)
  return attachment({ name: file.as, type: file.type }, streamed(file.write(context, session)))
}

const sheetOptions = (language: string): WriteOptions => ({ ...spreadsheetOptions(language), isFinal: true })

/** A line an answer: of which section, of which row, what was asked, what was said. */
async function* writeRecord(
  _context: FormsContext,
  { language, movement, group }: GroupLinkSession,
): AsyncGenerator<string> {
  const { columns } = textIn(language, movement).givenBack.keep
  const options = sheetOptions(language)
  yield writeSheet([[columns.part, columns.line, columns.question, columns.answer]], options)
  for (const section of movement.sections.asked) {
    const rows = rowsOf(group.record, section.list).flatMap((row, index) =>
      askedNames(section.fields).map((name) => {
        const field = section.fields[name]
        const line = section.list === 'group' ? '' : rowName(section, row) || String(index + 1)
        const value = row[name] ?? null
        return [
          section.words.title[language],
          line,
          field?.label[language] ?? name,
          field && value !== null ? showValue(field, value, language) : '',
        ]
      }),
    )
    yield writeSheet(rows, { ...options, bom: false })
  }
}

/** A line a change. */
async function* writeHistory(context: FormsContext, session: GroupLinkSession): AsyncGenerator<string> {
  const { language, movement, group } = session
  const { changes: columns } = textIn(language, movement).givenBack.keep
  const names = namesIn(session)
  const options = sheetOptions(language)
  yield writeSheet([[columns.day, columns.by, columns.what, columns.before, columns.after]], options)
  for await (const revision of wholeHistory(context.env.DB, group.uid)) {
    const day = localTime(revision.madeAt, movement.timeZone).day
    const rows = revision.changes.map((change) => {
      const { what, before, after } = changeInWords(change, names, movement.sections, language)
      return [day, authorOf(revision, session, movement), what, before ?? '', after ?? '']
    })
    yield writeSheet(rows, { ...options, bom: false })
  }
}

function authorOf({ author, by }: WholeRevision, { language }: GroupLinkSession, movement: OwnWords): string {
  const text = textIn(language, movement).history
  if (by === null) return text.authors[author]
  return authorName(text, author, by)
}

/** What the group did and plans, as events that keep their ids: read again, they are not there twice. */
async function* writeCalendar(context: FormsContext, { movement, group }: GroupLinkSession): AsyncGenerator<string> {
  const domain = movement.sender.address.split('@').at(-1) ?? 'relance'
  const [own] = group.record.group
  const events = [
    ...group.record.activities.map(({ uid, held_on, title }) => ({ id: `activity-${uid}`, on: held_on, title })),
    ...group.record.trainings.map(({ uid, held_on, theme }) => ({ id: `training-${uid}`, on: held_on, title: theme })),
  ]
  yield writeLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Relance//group//FR'],
    ['CALSCALE', 'GREGORIAN'],
    ['X-WR-CALNAME', textValue(own?.name ?? movement.name)],
    ...events.flatMap(({ id, on, title }): ContentLine[] => [
      ['BEGIN', 'VEVENT'],
      ['UID', textValue(`${id}@${domain}`)],
      ['DTSTAMP', instantValue(context.var.now)],
      ...timeLines({ title, on }, movement.timeZone),
      ['SUMMARY', textValue(title)],
      ...(own?.town ? [['LOCATION', textValue(own.town)] as const] : []),
      ['TRANSP', 'TRANSPARENT'],
      ['END', 'VEVENT'],
    ]),
    ['END', 'VCALENDAR'],
  ])
}

/** All of it, with the names and values of the database. */
async function* writeJson(context: FormsContext, { movement, group }: GroupLinkSession): AsyncGenerator<string> {
  const record = Object.fromEntries(
    movement.sections.asked.map((section) => [
      section.list,
      rowsOf(group.record, section.list).map((row) => ({
        id: row.uid,
        ...Object.fromEntries(askedNames(section.fields).map((name) => [name, row[name] ?? null])),
      })),
    ]),
  )
  yield `{"group":${JSON.stringify(group.uid)},"written_at":${JSON.stringify(context.var.now)},\n"record":${JSON.stringify(record)},\n"history":[`
  let comma = ''
  for await (const { number, madeAt, author, by, changes } of wholeHistory(context.env.DB, group.uid)) {
    yield `${comma}\n${JSON.stringify({ number, at: madeAt, author, by, changes })}`
    comma = ','
  }
  yield '\n]}\n'
}
