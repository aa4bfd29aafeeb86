import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { MapKey, MapProps } from '../map/drawing.tsx'
import { Bars, type BarsProps } from './bars.tsx'
import { Lines, type LinesProps } from './lines.tsx'
import { type LinkedNumber, type Numbers, Table } from './table.tsx'

/** What a figure draws: curves, bars, a small picture of curves for each of several things, or a map (its page draws that itself). */
export type Drawn =
  | { kind: 'lines'; lines: LinesProps }
  | { kind: 'bars'; bars: BarsProps }
  | { kind: 'panels'; panels: readonly { title: string; lines: LinesProps }[] }
  | { kind: 'map'; map: MapProps; keys: readonly MapKey[] }

export type Figure = {
  id: string
  title: string
  /** What the picture shows, in a sentence. */
  says: string
  /** How it is counted, in a sentence. */
  counted: string
  numbers: Numbers
  /** The groups behind it. */
  behind?: LinkedNumber | undefined
  /** Null where a sentence says it better. */
  drawn: Drawn | null
}

/** Where a figure is taken along from. */
export type Take = { xlsx: string; csv: string; svg: string | null; link: string }

type FigureProps = { figure: Figure | null; take: (figure: Figure) => Take; language: Language; movement: OwnWords }

/** A chart with all that goes with one: its title, what it says, the drawing, how it is counted, and the same as a table for who does not see it. */
export function FigureSection({ figure, take, language, movement }: FigureProps) {
  if (!figure) return null
  const { id, title, says, counted, behind, drawn } = figure
  return (
    <section class="figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="says">{says}</p>
      {drawn?.kind === 'lines' && (
        <div class="drawing">
          <Lines {...drawn.lines} />
        </div>
      )}
      {drawn?.kind === 'bars' && (
        <div class="drawing">
          <Bars {...drawn.bars} />
        </div>
      )}
      <p class="counted">
        {counted}
        {behind && behind.groups > 0 && (
          <>
            {' '}
            <a href={behind.href}>{textIn(language, movement).dashboard.see(behind.groups)}</a>
          </>
        )}
      </p>
      <FoldedTable
        id={`${id}-table`}
        title={title}
        numbers={figure.numbers}
        take={take(figure)}
        language={language}
        movement={movement}
      />
    </section>
  )
}

type FoldedTableProps = {
  id: string
  title: string
  numbers: Numbers
  take?: Take
  language: Language
  movement: OwnWords
}

/** The numbers behind a drawing, for who wants them or does not see it; and the drawing to take along. */
export function FoldedTable({ id, title, numbers, take, language, movement }: FoldedTableProps) {
  const { figuresOf } = textIn(language, movement).dashboard
  if (numbers.rows.length === 0) return null
  return (
    <details>
      <summary>
        {figuresOf}
        <span class="hidden">, {title}</span>
      </summary>
      <Table id={id} caption={`${figuresOf} – ${title}`} numbers={numbers} locale={language} />
      {take && <TakeAlong take={take} title={title} language={language} movement={movement} />}
    </details>
  )
}

type TakeAlongProps = { take: Take; title: string; language: Language; movement: OwnWords }

export function TakeAlong({ take: { xlsx, csv, svg, link }, title, language, movement }: TakeAlongProps) {
  const text = textIn(language, movement).dashboard.take
  const ofTitle = <span class="hidden">, {title}</span>
  return (
    <p class="row small take">
      <span class="soft">{text.along}</span>
      <a href={xlsx}>
        Excel
        {ofTitle}
      </a>
      <a href={csv}>
        {text.table}
        {ofTitle}
      </a>
      {svg && (
        <a href={svg}>
          {text.picture}
          {ofTitle}
        </a>
      )}
      <a href={link}>
        {text.link}
        {ofTitle}
      </a>
    </p>
  )
}
