import { ask } from '#shared/db/ask.ts'
import { type GroupPage, type GroupRound, groupPage, groupRounds } from '#shared/db/group-page.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { type Figure, FoldedTable } from './chart/figure.tsx'
import { monthRow } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { takeFigure, takePaths } from './take-figure.ts'

/** Rounds that a group's page tells of. */
export const roundsShown = 13

type GroupAnswersProps = { group: GroupPage; rounds: readonly GroupRound[]; language: Language; movement: OwnWords }

/** Whether a group answered, round after round: a square each, the latest on the right. */
export function GroupAnswers({ group, rounds, language, movement }: GroupAnswersProps) {
  const own = roundsOf(group, rounds)
  if (own.length === 0) return null
  const figure = answersFigure({ group, rounds, language, movement })
  const text = textIn(language, movement).dashboard.group
  const width = 100 / own.length
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{text.answers}</h2>
      <p class="says">
        {figure.says}, {text.latestRight}.
      </p>
      <svg class="strip" width="100%" height="24" aria-hidden="true">
        {[...own].reverse().map((round, index) => (
          <rect
            class={toneOf(round)}
            x={`${(index * width + 0.6).toFixed(2)}%`}
            y="2"
            width={`${(width - 1.2).toFixed(2)}%`}
            height="20"
          />
        ))}
      </svg>
      <p class="counted">{figure.counted}</p>
      <FoldedTable
        id="answers-table"
        title={text.roundByRound}
        numbers={figure.numbers}
        take={takePaths(`/dashboard/groups/${group.uid}`)(figure)}
        language={language}
        movement={movement}
      />
    </section>
  )
}

/** The same to be taken along. */
export async function takeGroupFigure(context: DashboardContext): Promise<Response> {
  const { language, movement } = context.var
  const { DB } = context.env
  const uid = context.req.param('uid') ?? ''
  const { group, rounds } = await ask(DB, {
    group: groupPage(DB, movement.sections, uid, 0),
    rounds: groupRounds(DB, uid, roundsShown),
  })
  if (!group || group.mergedInto !== null) throw new Problem('group_unknown')
  return takeFigure(context, [answersFigure({ group, rounds, language, movement })])
}

function answersFigure({ group, rounds, language, movement }: GroupAnswersProps): Figure {
  const { overview, group: text } = textIn(language, movement).dashboard
  const own = roundsOf(group, rounds)
  const rows = own.map((round) => [monthRow(round.key, language), saidIn(round, language, movement)] as const)
  const bars = own.map((round, index) => ({
    label: rows[index]?.[0].text ?? '',
    value: rows[index]?.[1] || '–',
    segments: [{ amount: 1, tone: toneOf(round) }],
  }))
  return {
    id: 'answers',
    title: `${group.record.group[0]?.name ?? ''} – ${text.answers}`,
    says: text.answeredRounds(own.filter(hasAnswered).length, own.length),
    counted: text.answersCounted,
    numbers: { head: [overview.roundHead, text.said], rows },
    // The value stands where the bar ends: half of the room is for who said what
    drawn: own.length === 0 ? null : { kind: 'bars', bars: { bars, max: 3, keys: [] } },
  }
}

function roundsOf({ createdAt }: GroupPage, rounds: readonly GroupRound[]): readonly GroupRound[] {
  return rounds.filter(({ openedAt }) => openedAt >= createdAt)
}

const toneOf = (round: GroupRound) => (hasAnswered(round) ? 'band-month' : 'band-never')

function hasAnswered({ answers }: GroupRound): boolean {
  return answers.some(({ kind }) => kind !== 'not_my_group')
}

function saidIn({ answers }: GroupRound, language: Language, movement: OwnWords): string {
  const { dashboard, page } = textIn(language, movement)
  return answers.map(({ by, kind }) => `${dashboard.group.kind[kind]} (${by ?? page.somebody})`).join(', ')
}
