import { answerCurve, answeredBy, daysOpen, type RoundAnswers, shareBy } from '#shared/domain/answer-curve.ts'
import { daysBetween } from '#shared/domain/day.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { opening } from '#shared/domain/round.ts'
import { stepsOfOpen } from '#shared/domain/sequence.ts'
import type { Movement } from '#shared/movement.ts'
import { longestDays } from '#shared/settings/sequence.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Figure } from './chart/figure.tsx'
import type { ChartLine } from './chart/lines.tsx'
import type { Reading } from './chart/readings.tsx'
import type { Numbers } from './chart/table.tsx'
import { axisMonthOf, monthName, monthRow, shortMonthOf } from './dates.ts'

type AnswersProps = { movement: Movement; language: Language; now: Date; rounds: readonly RoundAnswers[] }

/** This round's answers against the last ones, day by day. */
export function answersFigure({ movement, language, now, rounds }: AnswersProps): Figure | null {
  const asked = rounds.filter((round) => round.asked > 0)
  const [current, ...others] = asked
  if (!current || current !== rounds[0]) return null
  const text = textIn(language, movement).dashboard.overview
  const { percent } = textIn(language, movement).dashboard
  const share = shareBy(current, daysOpen(current, now)) ?? 0
  const says = text.curveSays(monthName(current.round, language), share, others.length)
  return {
    id: 'answers',
    title: text.curveTitle,
    says,
    counted: text.curveCounted,
    numbers: numbersOf(asked, movement, now, language),
    behind: {
      groups: answeredBy(current, daysOpen(current, now)),
      href: groupsPath({ round: current.round, answered: 'yes' }),
    },
    drawn: {
      kind: 'lines',
      lines: {
        label: says,
        lines: linesOf(asked, movement, now, language),
        maxX: roundLength(movement),
        marks: marksOf(current, movement, language),
        measure: 'share',
        showY: percent,
        name: 'answers',
        readings: readingsOf(asked, movement, now, language),
      },
    },
  }
}

/** Days that the drawing has room for: until the list of silent groups. */
const roundLength = ({ calendar }: Movement) => longestDays(calendar.sequence)

/** `déc.`; with its year where both rounds that have a name are of one month. */
function namesOf([current, before]: readonly RoundAnswers[]): (round: string, language: Language) => string {
  return current?.round.slice(5) === before?.round.slice(5) ? axisMonthOf : shortMonthOf
}

function linesOf(rounds: readonly RoundAnswers[], movement: Movement, now: Date, language: Language): ChartLine[] {
  const nameOf = namesOf(rounds)
  return rounds
    .map((round, index): ChartLine => {
      const until = Math.min(daysOpen(round, now), roundLength(movement))
      const points = answerCurve(round, until).map(({ day, groups }) => ({ x: day, y: groups / round.asked }))
      if (index > 1) return { points, tone: 'past' }
      return { points, tone: index === 0 ? 'now' : 'last', label: nameOf(round.round, language) }
    })
    .reverse()
}

/** Of each day: this round, where it is that old, and the one before. */
function readingsOf(rounds: readonly RoundAnswers[], movement: Movement, now: Date, language: Language): Reading[] {
  const { overview, percent } = textIn(language, movement).dashboard
  const nameOf = namesOf(rounds)
  return Array.from({ length: roundLength(movement) + 1 }, (_, day) => ({
    at: overview.within(day),
    value: rounds
      .slice(0, 2)
      .filter((round) => day <= daysOpen(round, now))
      .map((round) => `${nameOf(round.round, language)} ${percent(shareBy(round, day) ?? 0)}`)
      .join(' · '),
  }))
}

function marksOf(round: RoundAnswers, movement: Movement, language: Language): { x: number; label: string }[] {
  const { stepShort } = textIn(language, movement).dashboard.overview
  const opened = stepsOfOpen({ key: round.round, openedAt: round.openedAt }, movement)
  return opened.steps.map(({ kind, on }) => ({
    x: Math.min(daysBetween(opening(opened).on, on), roundLength(movement)),
    label: stepShort[kind],
  }))
}

function numbersOf(rounds: readonly RoundAnswers[], movement: Movement, now: Date, language: Language): Numbers {
  const text = textIn(language, movement).dashboard.overview
  const { percent } = textIn(language, movement).dashboard
  const days = [...[1, 3, 7, 14].filter((day) => day < roundLength(movement)), roundLength(movement)]
  return {
    head: [text.roundHead, text.askedHead, text.answeredHead, ...days.map(text.within), text.soFar],
    rows: rounds.map((round) => {
      const open = daysOpen(round, now)
      const worded = (value: number) => ({ value, shown: percent(value) })
      const share = (day: number) => (day > open ? null : worded(shareBy(round, day) ?? 0))
      const of = (answered: 'asked' | 'yes', groups: number) => ({
        groups,
        href: groupsPath({ round: round.round, answered }),
      })
      return [
        monthRow(round.round, language),
        of('asked', round.asked),
        of('yes', answeredBy(round, open)),
        ...days.map(share),
        worded(shareBy(round, open) ?? 0),
      ]
    }),
  }
}
