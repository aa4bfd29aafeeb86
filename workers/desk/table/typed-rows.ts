import type { EditedGroup } from '#shared/db/edited-groups.ts'
import { controlName, type FormLike, meantOf, type TypedRow, typedFromRecord } from '#shared/domain/typed-section.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import { editableFields, editableNames, rowsPerPage } from './table-view.ts'

/** A group's row as somebody typed it. `since`: the number of the revision that it corrects. */
export type TableRow = { typed: TypedRow; since: number }

export const sinceControl = (uid: string) => controlName(uid, 'since')

/** The fields of the columns alone: what a table does not show it does not ask. */
export function fieldsOf(sections: Sections, columns: readonly string[]): Fields {
  const fields = editableFields(sections)
  return Object.fromEntries(columns.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))
}

export function rowOf(fields: Fields, { number, row }: Omit<EditedGroup, 'uid'>): TableRow {
  const [typed] = typedFromRecord(fields, [row as AnyRow])
  return { typed: typed ?? { uid: row.uid, texts: {}, removed: false }, since: number }
}

/** The columns that a posted table says it has. */
export function columnsIn(form: FormLike, sections: Sections): string[] {
  const said = new Set(form.getAll('column'))
  return editableNames(sections).filter((name) => said.has(name))
}

/** The rows that a posted table holds, at most a page of them. Of what is not there nothing is said. */
export function rowsIn(form: FormLike, fields: Fields): TableRow[] {
  const uids = form.getAll('row').filter((uid) => /^[\w-]{8,40}$/.test(uid))
  return [...new Set(uids)].slice(0, rowsPerPage).map((uid) => ({
    since: readNumber(form.get(sinceControl(uid))),
    typed: {
      uid,
      removed: false,
      texts: collect(fields, (name) => sent(form, controlName(uid, name), fields[name]?.control.kind)),
      meant: collect(fields, (name) => form.get(meantOf(controlName(uid, name)))),
    },
  }))
}

function collect(fields: Fields, read: (name: string) => string | null): Record<string, string> {
  return Object.fromEntries(
    fieldNames(fields).flatMap((name) => {
      const text = read(name)
      return text === null ? [] : [[name, text]]
    }),
  )
}

function sent(form: FormLike, name: string, kind: string | undefined): string | null {
  if (kind !== 'boxes' || form.getAll(name).length === 0) return form.get(name)
  return form
    .getAll(name)
    .filter((text) => text !== '')
    .join(optionSeparator)
}

function readNumber(text: string | null): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number >= 0 ? number : 0
}
