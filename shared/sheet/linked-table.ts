import type { Field, Fields } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import { showValue } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import type { SheetKind } from './kinds.ts'

/** What a table for other programs (NocoDB, Baserow, Grist) shows of a row: its id, its group's, what it is a part in, and its values. */
export type LinkedRow = { id: string; group: { uid: string; name: string }; of: string | null; row: AnyRow }

type Column = { heading: string; text: (of: LinkedRow) => string }

/**
 * The columns of such a table, whose headings our importer knows: first the id that never changes, then the group that the row is linked to, as id
 * and as name. `isWhole`: with what is the coordinators' own.
 */
export function linkedColumns({ parts, list }: SheetKind, language: Language, isWhole: boolean): Column[] {
  const headed = ({ headings }: Fields[string]) => headings[language][0].replace('{n}', '').replace(/\s+/g, ' ').trim()
  const column = (fields: Fields | undefined, name: string, text: Column['text']): Column[] =>
    fields?.[name] ? [{ heading: headed(fields[name]), text }] : []
  const ids = list === 'group' ? parts.key : parts.row
  const values = Object.entries(parts.own ?? parts.referent ?? {}).filter(
    ([, { audience }]) => isWhole || audience !== 'coordinators',
  )
  return [
    ...column(ids, 'uid', ({ id }) => id),
    ...(list === 'group' ? [] : column(parts.key, 'uid', ({ group }) => group.uid)),
    ...column(parts.group, 'name', ({ group }) => group.name),
    ...column(parts.campaign, 'name', ({ of }) => of ?? ''),
    ...values.map(
      ([name, field]): Column => ({
        heading: headed(field),
        text: ({ row }) => plainText(field, row[name] ?? null, language),
      }),
    ),
  ]
}

/** A value as programs read it: days as ISO 8601 has them, phones as E.164, `true` and `false`, a choice by its label, several joined by commas. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the value
function plainText(field: Field<any>, value: Value, language: Language): string {
  if (value === null) return ''
  const { control } = field
  if (control.kind === 'boxes')
    return String(value)
      .split(optionSeparator)
      .map((option) => joinable(showValue(field, option, language)) ?? option)
      .join(', ')
  if (typeof value !== 'boolean' && 'options' in control) return showValue(field, value, language)
  return String(value)
}

/** A label that is cut where it has a comma is none. */
const joinable = (label: string) => (/[,;|/\n]/.test(label) ? null : label)
