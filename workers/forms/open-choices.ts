import { rowsOf } from '#shared/domain/change.ts'
import type { Conflict } from '#shared/domain/merge.ts'
import { controlName, type FormLike } from '#shared/domain/typed-section.ts'
import { askedNames, readField, writeField } from '#shared/record/field.ts'
import type { Posted } from './read-section.ts'
import type { GroupVisit } from './visit.ts'

/** Beside each choice between two values, what was typed by whoever chooses: it stands until they have chosen. */
export const mineOf = (name: string) => `${name}.mine`

/** The controls of which a choice was asked and not made. */
export function openChoices(form: FormLike): string[] {
  return form.getAll('ask').filter((name) => form.get(name) === null)
}

/** A form in which what was typed stands for a choice that was not made. */
export function withMine(form: FormLike): FormLike {
  return { ...form, get: (name) => form.get(name) ?? form.get(mineOf(name)) }
}

/** The same choices, to be asked again. */
export function askedAgain({ group, movement }: GroupVisit, { section, rows, open }: Posted): Conflict[] {
  const { list, fields } = movement.sections.named(section)
  return rows.flatMap((row) =>
    askedNames(fields).flatMap((name) => {
      const field = fields[name]
      if (!field || !open.includes(controlName(row.uid, name))) return []
      const theirs = rowsOf(group.record, list).find(({ uid }) => uid === row.uid)?.[name] ?? null
      const mine = readField(field, row.texts[name] ?? '').value ?? null
      if (writeField(field, mine) === writeField(field, theirs)) return []
      return [{ list, row: row.uid, field: name, base: theirs, mine, theirs }]
    }),
  )
}
