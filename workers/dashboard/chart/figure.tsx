import type { Child } from '#shared/html/jsx-runtime.ts'

export type Cell = string | number | null
export type Numbers = { head: readonly string[]; rows: readonly (readonly Cell[])[] }

type FigureProps = {
  id: string
  title: string
  /** What the picture shows, in a sentence. */
  says: string
  /** How it is counted, in a sentence. */
  counted?: string
  /** The words that open the table. */
  open: string
  numbers: Numbers
  locale: string
  /** The groups behind it. */
  link?: { href: string; label: string }
  children?: Child
}

/** A chart with all that goes with one: its title, what it says, the drawing, and the same as a table for who does not see it. */
export function Figure({ id, title, says, counted, open, numbers, locale, link, children }: FigureProps) {
  return (
    <section class="figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="says">{says}</p>
      {children && <div class="drawing">{children}</div>}
      {numbers.rows.length > 0 && (
        <details>
          <summary>
            {open}
            <span class="hidden">: {title}</span>
          </summary>
          <Table id={`${id}-table`} caption={`${open} – ${title}`} numbers={numbers} locale={locale} />
          {counted && <p class="counted">{counted}</p>}
          {link && (
            <p>
              <a href={link.href}>{link.label}</a>
            </p>
          )}
        </details>
      )}
    </section>
  )
}

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
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td class="number">{typeof cell === 'number' ? cell.toLocaleString(locale) : (cell ?? '–')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
