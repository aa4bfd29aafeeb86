import type { Child } from '#shared/html/jsx-runtime.ts'
import { tableRoles } from '#shared/html/table-roles.ts'

type CardTableProps = {
  label: string
  /** Of the first cell of a row, which names it, and of the others. */
  headings: readonly string[]
  rows: readonly (readonly Child[])[]
}

/** A table of which each row is a card on a phone, without its empty cells. */
export function CardTable({ label, headings, rows }: CardTableProps) {
  return (
    <table class="cards labelled" {...tableRoles.table} aria-label={label}>
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          {headings.map((heading) => (
            <th scope="col" {...tableRoles.column}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {rows.map(([first, ...cells]) => (
          <tr {...tableRoles.row}>
            <th scope="row" {...tableRoles.header}>
              {first}
            </th>
            {cells.map((cell, index) => (
              <td {...tableRoles.cell} data-label={headings[index + 1]}>
                {cell && <span>{cell}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
