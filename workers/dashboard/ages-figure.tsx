import type { Area } from '#shared/db/area.ts'
import { type SectionFreshness, total } from '#shared/db/metrics.ts'
import type { SectionAge } from '#shared/db/network.ts'
import { type AgeFilter, groupsPath } from '#shared/domain/group-filter.ts'
import { monthsAlong } from '#shared/domain/period.ts'
import type { Movement } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { type Figure, FoldedTable, type Take } from './chart/figure.tsx'
import { Lines, type LinesProps } from './chart/lines.tsx'
import type { NamedRow } from './chart/table.tsx'
import { monthName, monthRow } from './dates.ts'
import { monthMarks, placeAlong } from './series-figures.tsx'

const limits = [
  { days: 30, of: 'within30', tone: 'past', checked: 'month' },
  { days: 90, of: 'within90', tone: 'now', checked: 'recent' },
  { days: 180, of: 'within180', tone: 'last', checked: 'half_year' },
] as const satisfies { checked: AgeFilter; [name: string]: unknown }[]

type AgesProps = {
  movement: Movement
  /** At the end of each round, oldest first. */
  ages: readonly SectionAge[]
  /** Today, where the period reaches up to it. */
  today: readonly SectionFreshness[]
  place: Area
  /** What a reader should know of these numbers, beside how they are counted. */
  note?: string | undefined
  language: Language
}

/** How much of each section was fresh, round after round, and how much is today: the same small picture for each. */
export function agesFigure({ movement, ages, today, place, note, language }: AgesProps): Figure {
  const { network: text, overview } = textIn(language, movement).dashboard
  const all = [...ages, ...today.map(ageToday)]
  return {
    id: 'ages',
    title: text.agesTitle,
    says: text.agesSays,
    counted: [text.agesCounted, note].filter(Boolean).join(' '),
    numbers: {
      head: [
        overview.roundHead,
        overview.sectionHead,
        overview.totalHead,
        ...limits.map(({ days }) => text.within(days)),
      ],
      rows: all.map((age) => [
        rowOf(age, language, movement),
        movement.sections.named(age.section).words.title[language],
        age.groups,
        ...limits.map(({ of, checked }) =>
          isToday(age) ? { groups: age[of], href: pathOf(movement, place, age.section, checked) } : age[of],
        ),
      ]),
    },
    drawn: {
      kind: 'panels',
      panels: movement.sections.asked.map((section) => ({
        title: section.words.title[language],
        lines: linesOf(section, ages, language, movement),
      })),
    },
  }
}

function pathOf(movement: Movement, place: Area, section: SectionName, checked: AgeFilter): string {
  return groupsPath({ section, checked, state: movement.writesTo, ...place })
}

type AgesSectionProps = AgesProps & { take: (figure: Figure) => Take }

export function AgesSection({ take, ...props }: AgesSectionProps) {
  const { movement, ages, today, place, language } = props
  const figure = agesFigure(props)
  const latest = [...ages, ...today.map(ageToday)]
  return (
    <section class="figure" aria-labelledby={figure.id}>
      <h2 id={figure.id}>{figure.title}</h2>
      <p class="says">{figure.says}</p>
      <div class="multiples">
        {movement.sections.asked.map((section) => (
          <SmallFigure
            section={section}
            last={latest.findLast((age) => age.section === section.name)}
            lines={linesOf(section, ages, language, movement)}
            href={pathOf(movement, place, section.name, 'recent')}
            language={language}
            movement={movement}
          />
        ))}
      </div>
      <p class="counted">{figure.counted}</p>
      <FoldedTable
        id="ages-table"
        title={figure.title}
        numbers={figure.numbers}
        take={take(figure)}
        language={language}
        movement={movement}
      />
    </section>
  )
}

type SmallFigureProps = {
  section: Section
  last: SectionAge | undefined
  lines: LinesProps
  href: string
  language: Language
  movement: OwnWords
}

function SmallFigure({ section, last, lines, href, language, movement }: SmallFigureProps) {
  if (!last) return null
  return (
    <figure class="small">
      <figcaption>
        {section.words.title[language]}
        <span class="line counted">
          {isToday(last) && last.within90 > 0 ? (
            <a href={href}>{last.within90.toLocaleString(language)}</a>
          ) : (
            last.within90.toLocaleString(language)
          )}{' '}
          {textIn(language, movement).dashboard.network.agesFresh(last.groups)}
        </span>
      </figcaption>
      {lines.maxX > 0 && <Lines {...lines} />}
    </figure>
  )
}

/** The curves of a section. They end with the last complete round: within one, answers come in bit by bit, and its first day would look like a fall. */
function linesOf(section: Section, all: readonly SectionAge[], language: Language, movement: OwnWords): LinesProps {
  const { network: text, percent } = textIn(language, movement).dashboard
  const title = section.words.title[language]
  const ages = all.filter((age) => age.section === section.name)
  const last = ages.at(-1)
  const months = monthsAlong(ages.map(({ round }) => round))
  return {
    lines: [...limits]
      .sort(({ tone }) => (tone === 'now' ? 1 : -1))
      .map(({ days, of, tone }) => ({
        tone,
        label: text.within(days),
        points: ages.map((age) => ({ x: placeAlong(age.round, months[0] ?? age.round, months), y: share(age, of) })),
      })),
    maxX: months.length - 1,
    measure: 'share',
    marks: firstAndLast(months, language),
    showY: percent,
    label: last ? `${title} – ${valuesOf(last, language, movement)}` : title,
    name: `ages-${section.name}`,
    readings: months.map((month) => {
      const age = ages.find(({ round }) => round === month)
      return { at: monthName(month, language), value: age ? valuesOf(age, language, movement) : text.noUpdate }
    }),
    isSmall: true,
  }
}

/** The first month and the last: a small picture has no room for more. */
function firstAndLast(months: readonly string[], language: Language) {
  return monthMarks(months, language, Math.max(1, months.length - 1))
}

function valuesOf(age: SectionAge, language: Language, movement: OwnWords): string {
  const { network: text, percent } = textIn(language, movement).dashboard
  return limits.map(({ days, of }) => `${text.within(days)} ${percent(share(age, of))}`).join(' · ')
}

const isToday = ({ round }: SectionAge) => round === ''

function nameOf(age: SectionAge, language: Language, movement: OwnWords): string {
  return isToday(age) ? textIn(language, movement).dashboard.network.now : monthName(age.round, language)
}

function rowOf(age: SectionAge, language: Language, movement: OwnWords): NamedRow {
  return isToday(age) ? nameOf(age, language, movement) : monthRow(age.round, language)
}

function ageToday({ section, bands: { month, quarter, half, ...rest } }: SectionFreshness): SectionAge {
  const within180 = month + quarter + half
  return { round: '', section, within30: month, within90: month + quarter, within180, groups: within180 + total(rest) }
}

function share(age: SectionAge, of: (typeof limits)[number]['of']): number {
  return age.groups === 0 ? 0 : age[of] / age.groups
}
