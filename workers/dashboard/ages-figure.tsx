import { type SectionFreshness, total } from '#shared/db/metrics.ts'
import type { Place, SectionAge } from '#shared/db/network.ts'
import { type AgeFilter, groupsPath } from '#shared/domain/group-filter.ts'
import type { Movement } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { FoldedTable } from './chart/figure.tsx'
import { Lines } from './chart/lines.tsx'
import { monthOf } from './dates.ts'
import { monthMarks } from './series-figures.tsx'

const limits = [
  { days: 30, of: 'within30', tone: 'past', checked: 'month' },
  { days: 90, of: 'within90', tone: 'now', checked: 'recent' },
  { days: 180, of: 'within180', tone: 'last', checked: 'half_year' },
] as const satisfies { checked: AgeFilter; [name: string]: unknown }[]

type AgesFigureProps = {
  movement: Movement
  /** At the end of each round, oldest first. */
  ages: readonly SectionAge[]
  /** Today, where the period reaches up to it. */
  today: readonly SectionFreshness[]
  place: Place
  /** What a reader should know of these numbers, beside how they are counted. */
  note?: string | undefined
  language: Language
}

/** How much of each section was fresh, round after round, and how much is today: the same small picture for each. */
export function AgesFigure({ movement, ages, today, place, note, language }: AgesFigureProps) {
  const { network: text, overview } = textIn(language).dashboard
  const all = [...ages, ...today.map(ageToday)]
  const pathOf = (section: SectionName, checked: AgeFilter) =>
    groupsPath({ section, checked, state: movement.writesTo, ...place })
  return (
    <section class="figure" aria-labelledby="ages">
      <h2 id="ages">{text.agesTitle}</h2>
      <p class="says">{text.agesSays}</p>
      <div class="multiples">
        {movement.sections.asked.map((section) => (
          <SmallFigure
            section={section}
            ages={all.filter((age) => age.section === section.name)}
            href={pathOf(section.name, 'recent')}
            language={language}
          />
        ))}
      </div>
      <p class="counted">
        {text.agesCounted} {note}
      </p>
      <FoldedTable
        id="ages-table"
        title={text.agesTitle}
        language={language}
        numbers={{
          head: [
            overview.roundHead,
            overview.sectionHead,
            overview.totalHead,
            ...limits.map(({ days }) => text.within(days)),
          ],
          rows: all.map((age) => [
            nameOf(age, language),
            movement.sections.named(age.section).words.title[language],
            age.groups,
            ...limits.map(({ of, checked }) =>
              isToday(age) ? { groups: age[of], href: pathOf(age.section, checked) } : age[of],
            ),
          ]),
        }}
      />
    </section>
  )
}

type SmallFigureProps = { section: Section; ages: readonly SectionAge[]; href: string; language: Language }

function SmallFigure({ section, ages, href, language }: SmallFigureProps) {
  const { network: text, percent } = textIn(language).dashboard
  const title = section.words.title[language]
  // Within a round answers come in bit by bit: its first day beside the ends of others would look like a fall
  const ends = ages.filter((age) => !isToday(age))
  const last = ages.at(-1)
  if (!last) return null
  return (
    <figure class="small">
      <figcaption>
        {title}
        <span class="line counted">
          {isToday(last) && last.within90 > 0 ? (
            <a href={href}>{last.within90.toLocaleString(language)}</a>
          ) : (
            last.within90.toLocaleString(language)
          )}{' '}
          {text.agesFresh(last.groups)}
        </span>
      </figcaption>
      {ends.length > 1 && (
        <Lines
          lines={[...limits]
            .sort(({ tone }) => (tone === 'now' ? 1 : -1))
            .map(({ days, of, tone }) => ({
              tone,
              label: text.within(days),
              points: ends.map((age, x) => ({ x, y: share(age, of) })),
            }))}
          maxX={ends.length - 1}
          measure="share"
          marks={firstAndLast(ends, language)}
          showY={percent}
          label={`${title} – ${valuesOf(last, language)}`}
          name={`ages-${section.name}`}
          readings={ends.map((age) => ({ at: monthOf(age.round, language), value: valuesOf(age, language) }))}
          isSmall
        />
      )}
    </figure>
  )
}

/** The first month and the last: a small picture has no room for more. */
function firstAndLast(ends: readonly SectionAge[], language: Language) {
  return monthMarks(ends, language, Math.max(1, ends.length - 1))
}

function valuesOf(age: SectionAge, language: Language): string {
  const { network: text, percent } = textIn(language).dashboard
  return limits.map(({ days, of }) => `${text.within(days)} ${percent(share(age, of))}`).join(' · ')
}

const isToday = ({ round }: SectionAge) => round === ''

function nameOf(age: SectionAge, language: Language): string {
  return isToday(age) ? textIn(language).dashboard.network.now : monthOf(age.round, language)
}

function ageToday({ section, bands: { month, quarter, half, ...rest } }: SectionFreshness): SectionAge {
  const within180 = month + quarter + half
  return { round: '', section, within30: month, within90: month + quarter, within180, groups: within180 + total(rest) }
}

function share(age: SectionAge, of: (typeof limits)[number]['of']): number {
  return age.groups === 0 ? 0 : age[of] / age.groups
}
