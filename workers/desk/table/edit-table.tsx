import type { Conflict } from '#shared/domain/merge.ts'
import { controlName, type RowProblem } from '#shared/domain/typed-section.ts'
import { tableRoles } from '#shared/html/table-roles.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { EditCell } from './cell.tsx'
import { sinceControl, type TableRow } from './typed-rows.ts'

/** One group in the table. `name` is null where it is not there any more. */
export type ShownRow = TableRow & {
  name: string | null
  problems: readonly RowProblem[]
  conflicts: readonly Conflict[]
  /** Who gave the other value of a conflict, by control. */
  authors: Readonly<Record<string, string | null>>
  /** Controls of which a choice was asked before, and not made. */
  missed: readonly string[]
}

/** A group as it is, with nothing to mend. */
export const plainRow = (row: TableRow, name: string): ShownRow => ({
  ...row,
  name,
  problems: [],
  conflicts: [],
  authors: {},
  missed: [],
})

type EditTableProps = {
  action: string
  token: string
  fields: Fields
  rows: readonly ShownRow[]
  language: Language
  own: OwnWords
  isTelling: boolean
}

/** Groups in rows, their fields in columns, one button. */
export function EditTable({ action, token, fields, rows, language, own, isTelling }: EditTableProps) {
  const text = textIn(language, own)
  return (
    <form id="typed" method="post" action={action} class="flow" autocomplete="off" novalidate>
      <input type="hidden" name="page" value={token} />
      {fieldNames(fields).map((name) => (
        <input type="hidden" name="column" value={name} />
      ))}
      <section class="grid" tabindex={0} aria-label={text.groupTable.title}>
        <table class="cards edited" {...tableRoles.table} aria-label={text.groupTable.title}>
          <thead {...tableRoles.group}>
            <tr {...tableRoles.row}>
              <th scope="col" {...tableRoles.column}>
                {text.dashboard.groups.group}
              </th>
              {fieldNames(fields).map((name) => (
                <th scope="col" {...tableRoles.column} id={`c-${name}`}>
                  {fields[name]?.label[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...tableRoles.group}>
            {rows.map((row, index) => (
              <EditRow row={row} number={index} fields={fields} language={language} own={own} />
            ))}
          </tbody>
        </table>
      </section>
      <label class="pick" for="tell">
        <input type="checkbox" id="tell" name="tell" value="oui" checked={isTelling} />
        {text.groupTable.tell}
      </label>
      <button type="submit" class="big">
        {text.groupTable.save}
      </button>
    </form>
  )
}

type EditRowProps = { row: ShownRow; number: number; fields: Fields; language: Language; own: OwnWords }

function EditRow({ row, number, fields, language, own }: EditRowProps) {
  const { typed, name, since, problems, conflicts, authors, missed } = row
  const text = textIn(language, own).groupTable
  const { uid } = typed
  return (
    <tr {...tableRoles.row}>
      <th scope="row" {...tableRoles.header} id={`r${number}`}>
        <a id={`row-${uid}`} href={`/desk/groups/${uid}`}>
          {name ?? text.goneName}
        </a>
        <input type="hidden" name="row" value={uid} />
        <input type="hidden" name={sinceControl(uid)} value={String(since)} />
        {name === null && <p class="error">{text.gone}</p>}
      </th>
      {fieldNames(fields).map((column) => {
        const field = fields[column]
        const control = controlName(uid, column)
        const problem = problems.find((one) => one.field === column)?.problem
        const conflict = conflicts.find((one) => one.field === column)
        return (
          <td
            {...tableRoles.cell}
            class={problem || conflict ? 'wrong' : undefined}
            data-label={field?.label[language]}
          >
            {field && (
              <EditCell
                field={field}
                name={control}
                text={typed.texts[column] ?? ''}
                meant={typed.meant?.[column]}
                labelledBy={`c-${column} r${number}`}
                language={language}
                movement={own}
                problem={problem}
                conflict={conflict}
                by={authors[control] ?? null}
                isMissed={missed.includes(control)}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
}
