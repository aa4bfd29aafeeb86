import type { ListedGroup } from '#shared/db/group-list.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import { listedFields } from '#shared/record/listed-fields.ts'
import type { Value } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import { showValue } from '#shared/record/show.ts'
import type { CellView, TableColumn } from './columns.tsx'

/** A column for each own question about the group. */
export function ownColumns({ ours }: Sections): Record<`own_${string}`, TableColumn> {
  const { fields }: { fields: Fields } = ours.group
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, TableColumn][] => {
      const field = fields[name]
      const key = field?.own
      return field && key ? [[name, fieldColumn(field, ({ own }) => own[key] ?? null)]] : []
    }),
  )
}

/** A column for each field of ours that has none of another form. */
export function fieldColumns(sections: Sections): Record<`field_${string}`, TableColumn> {
  return Object.fromEntries(
    Object.entries(listedFields(sections)).map(([name, field]) => [
      `field_${name}`,
      fieldColumn(field, ({ fields }, { movement }) => fields[name] ?? (name === 'country' ? movement.country : null)),
    ]),
  )
}

/** The fields of ours that some columns show. */
export function fieldsOfColumns(sections: Sections, columns: readonly string[]): Fields {
  const fields = Object.entries(listedFields(sections))
  return Object.fromEntries(fields.filter(([name]) => columns.includes(`field_${name}`)))
}

function fieldColumn(field: Fields[string], readIn: (group: ListedGroup, view: CellView) => Value): TableColumn {
  const isNumber = field.control.kind === 'number'
  return {
    label: field.label,
    ...(isNumber ? { isNumber } : {}),
    cell: (group, view): Child => {
      const value = readIn(group, view)
      if (value === null) return <span class="soft">–</span>
      if (field.control.kind === 'url' && /^https?:/.test(String(value))) return <a href={String(value)}>{value}</a>
      return showValue(field, value, view.language)
    },
    text: (group, view) => {
      const value = readIn(group, view)
      if (value === null) return ''
      return isNumber || field.control.kind === 'day' ? String(value) : showValue(field, value, view.language)
    },
  }
}
