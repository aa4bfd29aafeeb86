import { type GroupFilter, groupsPath } from '#shared/domain/group-filter.ts'
import { answerRate, medianDays, overallRate, type RoundSummary } from '#shared/domain/network.ts'
import { monthsAlong, monthsBetween } from '#shared/domain/period.ts'
import { addMonths } from '#shared/domain/round.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { Measure } from './chart/axis.ts'
import type { Figure } from './chart/figure.tsx'
import type { ChartLine } from './chart/lines.tsx'
import { axisMonthOf, monthName, monthRow } from './dates.ts'
import type { NetworkQuery } from './network-query.ts'

export type SeriesProps = {
  rounds: readonly RoundSummary[]
  /** The rounds of the period that this one is compared with. */
  before: readonly RoundSummary[]
  language: Language
  own: OwnWords
  query: NetworkQuery
}

const status = ({ groups }: RoundSummary) => groups.active + groups.starting

export function groupsFigure(props: SeriesProps): Figure | null {
  const text = textIn(props.language, props.own).dashboard.network
  const [first, last] = [props.rounds[0], props.rounds.at(-1)]
  if (!first || !last) return null
  return series({
    ...props,
    id: 'groups',
    scale: 'count',
    title: text.groupsTitle,
    says: text.groupsSays(status(first), status(last)),
    counted: text.groupsCounted,
    measure: status,
    head: text.groupsHead,
    behind: ofStatus,
    show: (value) => Math.round(value).toLocaleString(props.language),
  })
}

export function membersFigure(props: SeriesProps): Figure | null {
  const text = textIn(props.language, props.own).dashboard.network
  const [first, last] = [props.rounds[0], props.rounds.at(-1)]
  if (!first || !last) return null
  return series({
    ...props,
    id: 'members',
    scale: 'count',
    title: text.membersTitle,
    says: text.membersSays(first.members, last.members),
    counted: text.membersCounted,
    measure: ({ members }) => members,
    head: text.groupsHead,
    behind: ofStatus,
    show: (value) => Math.round(value).toLocaleString(props.language),
  })
}

export function rateFigure(props: SeriesProps): Figure | null {
  const { network: text, percent } = textIn(props.language, props.own).dashboard
  const over = props.rounds.filter(({ isOpen }) => !isOpen)
  const overall = overallRate(over)
  if (overall === null) return null
  return series({
    ...props,
    rounds: over,
    id: 'rate',
    scale: 'share',
    title: text.rateTitle,
    says: text.rateSays(overall),
    counted: text.rateCounted,
    measure: answerRate,
    head: text.answeredHead,
    behind: ofAnswered,
    show: percent,
  })
}

export function timeFigure(props: SeriesProps): Figure | null {
  const text = textIn(props.language, props.own).dashboard.network
  const over = props.rounds.filter(({ isOpen }) => !isOpen)
  const last = over.map(medianDays).findLast((days) => days !== null)
  if (last === undefined || last === null) return null
  return series({
    ...props,
    rounds: over,
    id: 'time',
    scale: 'days',
    title: text.timeTitle,
    says: text.timeSays(text.days(last)),
    counted: text.timeCounted,
    measure: medianDays,
    head: text.answeredHead,
    behind: ofAnswered,
    show: text.days,
  })
}

type OneSeries = SeriesProps & {
  id: string
  scale: Measure
  title: string
  says: string
  counted: string
  measure: (round: RoundSummary) => number | null
  show: (value: number) => string
  /** The groups that a round's figure is about: how many, and what they have in common. */
  head: string
  behind: (round: RoundSummary) => { groups: number; filter: Partial<GroupFilter> }
}

type Behind = OneSeries['behind']
const ofStatus: Behind = (round) => ({ groups: status(round), filter: { state: ['active', 'starting'] } })
const ofAnswered: Behind = ({ answered }) => ({ groups: answered, filter: { answered: 'yes' } })

/** A figure over the rounds of a period, the other period in grey behind it. */
function series({
  rounds,
  before,
  language,
  own,
  query,
  measure,
  scale,
  show,
  head,
  behind,
  ...words
}: OneSeries): Figure {
  const { network: text, overview } = textIn(language, own).dashboard
  const linked = (round: RoundSummary) => {
    const { groups, filter } = behind(round)
    return { groups, href: groupsPath({ round: round.round, ...filter, ...query.place }) }
  }
  const last = rounds.at(-1)
  const months = monthsAlong(rounds.map(({ round }) => round))
  const line = pointsOf(rounds, measure, months)
  const lines: ChartLine[] = [
    { points: pointsOf(before, measure, months), tone: 'last' },
    { points: line, tone: 'now', label: show(line.at(-1)?.y ?? 0) },
  ]
  const shown = (round: RoundSummary) => {
    const value = measure(round)
    return value === null ? null : { value, shown: show(value) }
  }
  return {
    ...words,
    behind: last && linked(last),
    numbers: {
      head: [overview.roundHead, words.title, head],
      rows: rounds.map((round) => [monthRow(round.round, language), shown(round) ?? text.comparedNone, linked(round)]),
    },
    // One month is a point, which the sentence says better
    drawn:
      line.length < 2
        ? null
        : {
            kind: 'lines',
            lines: {
              lines: lines.filter(({ points: some }) => some.length > 0),
              maxX: Math.max(months.length - 1, 1),
              marks: monthMarks(months, language),
              measure: scale,
              showY: show,
              label: words.says,
              name: words.id,
              readings: months.map((month) => {
                const round = rounds.find((one) => one.round === month)
                return {
                  at: monthName(month, language),
                  value: round ? (shown(round)?.shown ?? text.comparedNone) : text.noUpdate,
                }
              }),
              isSmall: true,
            },
          },
  }
}

/** At their months' places, from the first of them: of a period that is compared with another, as far as the other goes. */
function pointsOf(
  rounds: readonly RoundSummary[],
  measure: OneSeries['measure'],
  months: readonly string[],
): { x: number; y: number }[] {
  return rounds.flatMap((round) => {
    const x = placeAlong(round.round, rounds[0]?.round ?? round.round, months)
    const y = measure(round)
    return y === null || x > months.length - 1 ? [] : [{ x, y }]
  })
}

/** How many of an axis's months a round lies behind the first one. */
export function placeAlong(
  round: string,
  first: string,
  [start = '', next = addMonths(start, 1)]: readonly string[],
): number {
  return monthsBetween(first, round) / monthsBetween(start, next)
}

/** Few enough months to read. */
const marksShown = 3

export function monthMarks(
  months: readonly string[],
  language: Language,
  every = Math.max(1, Math.ceil(months.length / marksShown)),
): { x: number; label: string }[] {
  return months.flatMap((month, x) => (x % every === 0 ? [{ x, label: axisMonthOf(month, language) }] : []))
}
