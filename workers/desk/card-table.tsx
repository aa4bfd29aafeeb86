import type { Child } from '#shared/html/jsx-runtime.ts'

type CardTableProps = {
  label: string
  /** Of the first cell of a row, which names it, and of the others. */
  headings: readonly string[]
  rows: readonly (readonly Child[])[]
}

/** Some browsers take the roles of a table away whose rows are cards: said again, they stay. */
const role = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  header: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A table of which each row is a card on a phone, without its empty cells. */
export function CardTable({ label, headings, rows }: CardTableProps) {
  return (
    <table class="cards labelled" {...role.table} aria-label={label}>
      <thead {...role.group}>
        <tr {...role.row}>
          {headings.map((heading) => (
            <th scope="col" {...role.column}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.group}>
        {rows.map(([first, ...cells]) => (
          <tr {...role.row}>
            <th scope="row" {...role.header}>
              {first}
            </th>
            {cells.map((cell, index) => (
              <td {...role.cell} data-label={headings[index + 1]}>
                {cell && <span>{cell}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
