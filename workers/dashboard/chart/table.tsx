import type { Child } from '#shared/html/jsx-runtime.ts'
import type { WrittenCell } from '#shared/sheet/written-cells.ts'

/** A number of groups leads to these groups. */
export type LinkedNumber = { groups: number; href: string }
/** A number that a page writes in words: `67 %`. */
export type WordedNumber = { value: number; shown: string }
export type Cell = string | number | null | LinkedNumber | WordedNumber
/** The first cell of a row names it; it may lead somewhere, or be a month (`2026-12`). */
export type NamedRow = string | { text: string; href: string } | { text: string; month: string }
export type Numbers = { head: readonly string[]; rows: readonly (readonly [name: NamedRow, ...cells: Cell[]])[] }

type TableProps = { id: string; caption: string; numbers: Numbers; locale: string }

/** Numbers in a table that scrolls by itself where the page is narrow (WCAG 2.1.1: the region takes the focus). */
export function Table({ id, caption, numbers, locale }: TableProps) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table>
        <caption id={id} class="hidden">
          {caption}
        </caption>
        <thead>
          <tr>
            {numbers.head.map((cell, index) => (
              <th scope="col" class={index === 0 ? undefined : 'number'}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{named(first)}</th>
              {rest.map((cell) => (
                <td class="number">{shown(cell, locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function named(first: NamedRow): Child {
  if (typeof first === 'string') return first
  return 'href' in first ? <a href={first.href}>{first.text}</a> : first.text
}

function shown(cell: Cell, locale: string): Child {
  if (cell === null) return '–'
  if (typeof cell === 'number') return cell.toLocaleString(locale)
  if (typeof cell === 'string') return cell
  if ('shown' in cell) return cell.shown
  const number = cell.groups.toLocaleString(locale)
  return cell.groups === 0 ? number : <a href={cell.href}>{number}</a>
}

/** The same for a spreadsheet: names and bare numbers. */
export function plainCells([first, ...cells]: Numbers['rows'][number]): (string | number)[] {
  return [
    typeof first === 'string' ? first : first.text,
    ...cells.map((cell) => {
      if (cell === null) return ''
      if (typeof cell !== 'object') return cell
      return 'shown' in cell ? cell.value : cell.groups
    }),
  ]
}

/** The same for a workbook, in which a month is a day that programs count and sort by. */
export function typedCells(row: Numbers['rows'][number]): WrittenCell[] {
  const [, ...cells] = plainCells(row)
  const [first] = row
  if (typeof first === 'string') return [first, ...cells]
  return ['month' in first ? { month: first.month } : first.text, ...cells]
}
