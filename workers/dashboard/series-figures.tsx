import { type GroupFilter, groupsPath } from '#shared/domain/group-filter.ts'
import { answerRate, medianDays, overallRate, type RoundStanding } from '#shared/domain/network.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Measure } from './chart/axis.ts'
import { Figure } from './chart/figure.tsx'
import { type Line, Lines } from './chart/lines.tsx'
import { axisMonthOf, monthOf } from './dates.ts'
import type { NetworkQuery } from './network-query.ts'

export type SeriesProps = {
  rounds: readonly RoundStanding[]
  /** The rounds of the period that this one is compared with. */
  before: readonly RoundStanding[]
  language: Language
  query: NetworkQuery
}

const standing = ({ groups }: RoundStanding) => groups.active + groups.starting

export function GroupsFigure(props: SeriesProps) {
  const text = textIn(props.language).dashboard.network
  const [first, last] = [props.rounds[0], props.rounds.at(-1)]
  if (!first || !last) return null
  return (
    <Series
      {...props}
      id="groups"
      scale="count"
      title={text.groupsTitle}
      says={text.groupsSays(standing(first), standing(last))}
      counted={text.groupsCounted}
      measure={standing}
      head={text.groupsHead}
      behind={ofStanding}
      show={(value) => Math.round(value).toLocaleString(props.language)}
    />
  )
}

export function MembersFigure(props: SeriesProps) {
  const text = textIn(props.language).dashboard.network
  const [first, last] = [props.rounds[0], props.rounds.at(-1)]
  if (!first || !last) return null
  return (
    <Series
      {...props}
      id="members"
      scale="count"
      title={text.membersTitle}
      says={text.membersSays(first.members, last.members)}
      counted={text.membersCounted}
      measure={({ members }) => members}
      head={text.groupsHead}
      behind={ofStanding}
      show={(value) => Math.round(value).toLocaleString(props.language)}
    />
  )
}

export function RateFigure(props: SeriesProps) {
  const { network: text, percent } = textIn(props.language).dashboard
  const over = props.rounds.filter(({ isOpen }) => !isOpen)
  const overall = overallRate(over)
  if (overall === null) return null
  return (
    <Series
      {...props}
      rounds={over}
      id="rate"
      scale="share"
      title={text.rateTitle}
      says={text.rateSays(overall)}
      counted={text.rateCounted}
      measure={answerRate}
      head={text.answeredHead}
      behind={ofAnswered}
      show={percent}
    />
  )
}

export function TimeFigure(props: SeriesProps) {
  const text = textIn(props.language).dashboard.network
  const over = props.rounds.filter(({ isOpen }) => !isOpen)
  const last = over.map(medianDays).findLast((days) => days !== null)
  if (last === undefined || last === null) return null
  return (
    <Series
      {...props}
      rounds={over}
      id="time"
      scale="days"
      title={text.timeTitle}
      says={text.timeSays(text.days(last))}
      counted={text.timeCounted}
      measure={medianDays}
      head={text.answeredHead}
      behind={ofAnswered}
      show={text.days}
    />
  )
}

type OneSeries = SeriesProps & {
  id: string
  scale: Measure
  title: string
  says: string
  counted: string
  measure: (round: RoundStanding) => number | null
  show: (value: number) => string
  /** The groups that a round's figure is about: how many, and what they have in common. */
  head: string
  behind: (round: RoundStanding) => { groups: number; filter: Partial<GroupFilter> }
}

type Behind = OneSeries['behind']
const ofStanding: Behind = (round) => ({ groups: standing(round), filter: { state: ['active', 'starting'] } })
const ofAnswered: Behind = ({ answered }) => ({ groups: answered, filter: { answered: 'yes' } })

/** A figure over the rounds of a period, the other period in grey behind it. */
function Series({ rounds, before, language, query, measure, scale, show, head, behind, ...words }: OneSeries) {
  const { network: text, overview } = textIn(language).dashboard
  const linked = (round: RoundStanding) => {
    const { groups, filter } = behind(round)
    return { groups, href: groupsPath({ round: round.round, ...filter, ...query.place }) }
  }
  const last = rounds.at(-1)
  const points = (of: readonly RoundStanding[]) =>
    of.flatMap((round, x) => {
      const y = measure(round)
      return y === null ? [] : [{ x, y }]
    })
  const line = points(rounds)
  const lines: Line[] = [
    { points: points(before.slice(0, rounds.length)), tone: 'last' },
    { points: line, tone: 'now', label: show(line.at(-1)?.y ?? 0) },
  ]
  return (
    <Figure
      {...words}
      language={language}
      behind={last && linked(last)}
      numbers={{
        head: [overview.roundHead, words.title, head],
        rows: rounds.map((round) => {
          const value = measure(round)
          return [monthOf(round.round, language), value === null ? text.comparedNone : show(value), linked(round)]
        }),
      }}
    >
      {/* One month is a point, which the sentence says better */}
      {line.length > 1 && (
        <Lines
          lines={lines.filter(({ points: some }) => some.length > 0)}
          maxX={Math.max(rounds.length - 1, 1)}
          marks={monthMarks(rounds, language)}
          measure={scale}
          showY={show}
          label={words.says}
          name={words.id}
          readings={rounds.map((round) => {
            const value = measure(round)
            return { at: monthOf(round.round, language), value: value === null ? text.comparedNone : show(value) }
          })}
          isSmall
        />
      )}
    </Figure>
  )
}

/** Few enough months to read. */
const marksShown = 3

export function monthMarks(
  rounds: readonly { round: string }[],
  language: Language,
  every = Math.max(1, Math.ceil(rounds.length / marksShown)),
): { x: number; label: string }[] {
  return rounds.flatMap(({ round }, x) => (x % every === 0 ? [{ x, label: axisMonthOf(round, language) }] : []))
}
