import type { ActivityCounts } from '#shared/db/activity-counts.ts'
import type { SectionAge } from '#shared/db/network.ts'
import { type ActivityFilter, groupsPath } from '#shared/domain/group-filter.ts'
import { medianDays, overallRate, type RoundSummary } from '#shared/domain/network.ts'
import { firstDay, lastDay, type Period } from '#shared/domain/period.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { type Figure, type Take, TakeAlong } from './chart/figure.tsx'
import { type Cell, Table } from './chart/table.tsx'
import { monthName } from './dates.ts'
import type { NetworkQuery } from './network-query.ts'

export type Side = { rounds: readonly RoundSummary[]; ages: readonly SectionAge[]; activity: ActivityCounts }
type FigureName = keyof ReturnType<typeof textIn>['dashboard']['network']['figure']

type ComparisonProps = { query: NetworkQuery; sections: Sections; language: Language; sides: readonly [Side, Side] }

/** The figures of two periods, beside each other. */
export function comparisonFigure({ query, sections, language, sides }: ComparisonProps): Figure {
  const text = textIn(language, sections).dashboard.network
  const [now, before] = sides.map(valuesOf) as [Values, Values]
  const names = (Object.keys(text.figure) as FigureName[]).filter((name) => isFigureAsked(name, sections))
  const last = sides[0].rounds.at(-1)?.round ?? ''
  return {
    id: 'compared',
    title: text.comparedTitle,
    says: '',
    counted: text.comparedCounted,
    numbers: {
      head: [
        text.figureHead,
        periodName(query.period, language),
        periodName(query.against, language),
        text.differenceHead,
      ],
      rows: names.map((name) => [
        { text: text.figure[name], href: placeOf[name]({ ...query, last }) },
        worded(name, now[name], language, sections),
        worded(name, before[name], language, sections),
        differenceOf(name, now[name], before[name], language),
      ]),
    },
    drawn: null,
  }
}

/** A figure of which there is nothing to draw, unfolded. */
export function OpenTable({
  figure,
  take,
  language,
  movement,
}: {
  figure: Figure
  take: Take
  language: Language
  movement: OwnWords
}) {
  return (
    <section aria-labelledby={figure.id}>
      <h2 id={figure.id}>{figure.title}</h2>
      <Table
        id={`${figure.id}-table`}
        caption={`${textIn(language, movement).dashboard.figuresOf} – ${figure.title}`}
        numbers={figure.numbers}
        locale={language}
      />
      <p class="counted">{figure.counted}</p>
      <TakeAlong take={take} title={figure.title} language={language} movement={movement} />
    </section>
  )
}

function worded(name: FigureName, value: number | null, language: Language, movement: OwnWords): Cell {
  const words = shown(name, value, language, movement)
  return value === null ? words : { value, shown: words }
}

type Values = Readonly<Record<FigureName, number | null>>

function valuesOf({ rounds, ages, activity }: Side): Values {
  const last = rounds.at(-1)
  const lastAges = ages.filter(({ round }) => round === ages.at(-1)?.round)
  const checked = lastAges.reduce((sum, age) => sum + age.within90, 0)
  const all = lastAges.reduce((sum, age) => sum + age.groups, 0)
  const over = rounds.filter(({ isOpen }) => !isOpen)
  const medians = over.map(medianDays).filter((days) => days !== null)
  return {
    groups: last ? last.groups.active + last.groups.starting : null,
    members: last ? last.members : null,
    rate: overallRate(over),
    time: medians.length === 0 ? null : medians.reduce((sum, days) => sum + days, 0) / medians.length,
    fresh: all === 0 ? null : checked / all,
    ...activity,
  }
}

/** Where a line leads: to the groups behind it, or to its figure above, which leads to them month by month. */
const placeOf: Readonly<Record<FigureName, (query: NetworkQuery & { last: string }) => string>> = {
  groups: statusThen,
  members: statusThen,
  rate: () => '#rate',
  time: () => '#time',
  fresh: () => '#ages',
  trainings: (query) => activityOf('training', query),
  trained: (query) => activityOf('training', query),
  activities: (query) => activityOf('activity', query),
  attendees: (query) => activityOf('activity', query),
  parts: (query) => activityOf('campaign', query),
  mobilised: (query) => activityOf('campaign', query),
}

function statusThen({ last, place }: NetworkQuery & { last: string }): string {
  return groupsPath({ round: last, state: ['active', 'starting'], ...place })
}

function activityOf(activity: ActivityFilter, { period, place }: NetworkQuery): string {
  return groupsPath({ activity, from: firstDay(period), until: lastDay(period), ...place })
}

const listOf: Partial<Readonly<Record<FigureName, ListName>>> = {
  trainings: 'trainings',
  trained: 'trainings',
  activities: 'activities',
  attendees: 'activities',
  parts: 'campaigns',
  mobilised: 'campaigns',
}

/** What comes from a section that the movement does not ask is no figure of it. */
export function isFigureAsked(name: FigureName, sections: Sections): boolean {
  const list = listOf[name]
  return list === undefined || sections.of(list) !== null
}

const shares: readonly FigureName[] = ['rate', 'fresh']

function shown(name: FigureName, value: number | null, language: Language, movement: OwnWords): string {
  if (value === null) return textIn(language, movement).dashboard.network.comparedNone
  if (shares.includes(name)) return textIn(language, movement).dashboard.percent(value)
  return value.toLocaleString(language, { maximumFractionDigits: name === 'time' ? 1 : 0 })
}

/** Shares differ by points, not by a percentage of a percentage. */
function differenceOf(name: FigureName, now: number | null, before: number | null, language: Language): string {
  if (now === null || before === null) return '–'
  const difference = now - before
  const text = new Intl.NumberFormat(language, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: name === 'time' ? 1 : 0,
  })
  return shares.includes(name) ? `${text.format(difference * 100)} pt` : text.format(difference)
}

function periodName({ from, until }: Period, language: Language): string {
  return from === until ? monthName(from, language) : `${monthName(from, language)} – ${monthName(until, language)}`
}
