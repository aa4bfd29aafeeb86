import type { Child } from '#shared/html/jsx-runtime.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { type LinkedNumber, type Numbers, Table } from './table.tsx'

type FigureProps = {
  id: string
  title: string
  /** What the picture shows, in a sentence. */
  says: string
  /** How it is counted, in a sentence. */
  counted: string
  numbers: Numbers
  language: Language
  /** The groups behind it. */
  behind?: LinkedNumber | undefined
  children?: Child
}

/** A chart with all that goes with one: its title, what it says, the drawing, how it is counted, and the same as a table for who does not see it. */
export function Figure({ id, title, says, counted, numbers, language, behind, children }: FigureProps) {
  return (
    <section class="figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="says">{says}</p>
      {children && <div class="drawing">{children}</div>}
      <p class="counted">
        {counted}
        {behind && behind.groups > 0 && (
          <>
            {' '}
            <a href={behind.href}>{textIn(language).dashboard.see(behind.groups)}</a>
          </>
        )}
      </p>
      <FoldedTable id={`${id}-table`} title={title} numbers={numbers} language={language} />
    </section>
  )
}

type FoldedTableProps = { id: string; title: string; numbers: Numbers; language: Language }

/** The numbers behind a drawing, for who wants them or does not see it. */
export function FoldedTable({ id, title, numbers, language }: FoldedTableProps) {
  const { figuresOf } = textIn(language).dashboard
  if (numbers.rows.length === 0) return null
  return (
    <details>
      <summary>
        {figuresOf}
        <span class="hidden">: {title}</span>
      </summary>
      <Table id={id} caption={`${figuresOf} – ${title}`} numbers={numbers} locale={language} />
    </details>
  )
}
