import { authorOf } from '#shared/domain/own-writes.ts'
import { controlName } from '#shared/domain/typed-section.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { ErrorSummary, type SummaryEntry } from '#shared/html/error-summary.tsx'
import { problemText } from '#shared/html/field-input.tsx'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { EditTable, plainRow, type ShownRow } from './edit-table.tsx'
import { isLeft, isWrong, type Judged, type Posted } from './judge.ts'
import { pathOfTable, readTableView, tablePath } from './table-view.ts'
import { rowOf } from './typed-rows.ts'

/** The table with all that was typed: what was saved stands as it is now, what is left says what to do. */
export async function respondRows(
  context: DeskContext,
  posted: Posted,
  judged: readonly Judged[],
  status: number,
): Promise<Response> {
  const { movement, language } = context.var
  const { isFresh, fields, columns, isTelling } = posted
  const text = textIn(language, movement)
  const rows = judged.map((one) => shownRow(one, posted))
  const entries = isFresh ? rows.flatMap((row) => entriesOf(context, posted, row)) : []
  const view = readTableView(new URL(context.req.url).searchParams, movement.sections)
  const saved = judged.filter(({ isSaved }) => isSaved).length
  const left = judged.filter(isLeft).length
  const title = isFresh ? text.groupTable.left(left) : text.form.submitAgain
  return respondFrame(context, {
    title: `${title} – ${text.groupTable.title}`,
    status,
    children: (
      <>
        <ErrorSummary title={title} entries={entries} />
        {!isFresh && <AgainNote title={text.form.saveAgain} body={text.form.oldPageTyped} />}
        <div class="headline">
          <h1>{text.groupTable.title}</h1>
          {isFresh && (
            <p class="lead">
              {saved > 0 ? `${text.groupTable.saved(saved)} ${text.groupTable.leftBody}` : text.groupTable.leftBody}
            </p>
          )}
        </div>
        <EditTable
          action={pathOfTable({ ...view, columns })}
          token={await formToken(context, tablePath)}
          fields={fields}
          rows={rows}
          language={language}
          own={movement}
          isTelling={isTelling}
        />
      </>
    ),
  })
}

function shownRow(one: Judged, { fields, columns, authors, isFresh, open }: Posted): ShownRow {
  const { row, group, plan, isSaved } = one
  if (!group || !plan) return { ...plainRow(row, ''), name: null }
  const name = String(group.row.name)
  if (!isFresh) return { ...plainRow(row, name), conflicts: plan.asked, authors, missed: open }
  const [after] = plan.record.group
  if (isSaved && after) return plainRow(rowOf(fields, { number: group.number + 1, row: after }), name)
  if (!isLeft(one)) return plainRow(row, name)
  // What is to be chosen is asked of the group as it is now, once nothing is to be mended
  const isMending = isWrong(one)
  const typed = isMending || !after ? row : withMeant(rowOf(fields, { number: group.number, row: after }), row)
  const conflicts = (isMending ? plan.asked : plan.conflicts).filter(({ field }) => columns.includes(field))
  const by = conflicts.map((conflict) => {
    const control = controlName(conflict.row, conflict.field)
    return [control, authorOf(conflict, group.since) ?? (authors[control] || null)] as const
  })
  return {
    ...typed,
    name,
    problems: plan.problems.map((problem) => ({ ...problem, field: shownAt(columns, problem.field) })),
    conflicts,
    authors: Object.fromEntries(by),
    missed: open,
  }
}

const withMeant = (now: Judged['row'], { typed: { meant = {} } }: Judged['row']) => ({
  ...now,
  typed: { ...now.typed, meant },
})

/** The column at which something is said of a field that the table may not show. */
function shownAt(columns: readonly string[], field: string): string {
  return [field, 'postcode', 'town', 'name'].find((name) => columns.includes(name)) ?? columns[0] ?? field
}

function entriesOf(
  { var: { language, movement } }: DeskContext,
  { fields }: Posted,
  { typed: { uid }, name, problems, conflicts, authors, missed }: ShownRow,
): SummaryEntry[] {
  const text = textIn(language, movement)
  if (name === null) return [{ id: `row-${uid}`, text: text.groupTable.gone }]
  return [
    ...problems.flatMap(({ field, problem }) =>
      fields[field]
        ? [
            {
              id: controlName(uid, field),
              text: text.groupTable.cell(name, problemText(fields[field], problem, language, movement)),
            },
          ]
        : [],
    ),
    ...conflicts.map(({ field }) => {
      const id = controlName(uid, field)
      const label = fields[field]?.label[language] ?? ''
      const title = missed.includes(id) ? text.form.conflictChoose : text.form.conflictTitle(authors[id] ?? null)
      return { id, text: text.groupTable.cell(name, `${label}. ${title}`) }
    }),
  ]
}
