import type { Child } from '#shared/html/jsx-runtime.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import type { Sections } from '#shared/record/sections.ts'
import { showValue } from '#shared/record/show.ts'
import type { TableColumn } from './columns.tsx'

/** A column for each own question about the group. */
export function ownColumns({ ours }: Sections): Record<`own_${string}`, TableColumn> {
  const { fields }: { fields: Fields } = ours.group
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, TableColumn][] => {
      const field = fields[name]
      return field?.own ? [[name, ownColumn(field, field.own)]] : []
    }),
  )
}

function ownColumn(field: Fields[string], key: string): TableColumn {
  const isNumber = field.control.kind === 'number'
  return {
    label: field.label,
    ...(isNumber ? { isNumber } : {}),
    cell: ({ own }, { language }): Child => {
      const value = own[key] ?? null
      if (value === null) return <span class="soft">–</span>
      if (field.control.kind === 'url' && /^https?:/.test(String(value))) return <a href={String(value)}>{value}</a>
      return showValue(field, value, language)
    },
    text: ({ own }, { language }) => {
      const value = own[key] ?? null
      if (value === null) return ''
      return isNumber || field.control.kind === 'day' ? String(value) : showValue(field, value, language)
    },
  }
}
