import type { GroupPage, GroupRound } from '#shared/db/group-page.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { FoldedTable } from './chart/figure.tsx'
import { monthRow } from './dates.ts'

type GroupAnswersProps = { group: GroupPage; rounds: readonly GroupRound[]; language: Language; movement: OwnWords }

/** Whether a group answered, round after round: a square each, the latest on the right. */
export function GroupAnswers({ group, rounds, language, movement }: GroupAnswersProps) {
  const dashboard = textIn(language, movement).dashboard
  const text = dashboard.group
  const own = rounds.filter(({ openedAt }) => openedAt >= group.createdAt)
  const answered = own.filter(hasAnswered).length
  if (own.length === 0) return null
  const width = 100 / own.length
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{text.answers}</h2>
      <p class="says">{text.answeredRounds(answered, own.length)}</p>
      <svg class="strip" width="100%" height="24" aria-hidden="true">
        {[...own].reverse().map((round, index) => (
          <rect
            class={hasAnswered(round) ? 'band-month' : 'band-never'}
            x={`${(index * width + 0.6).toFixed(2)}%`}
            y="2"
            width={`${(width - 1.2).toFixed(2)}%`}
            height="20"
          />
        ))}
      </svg>
      <p class="counted">{text.answersCounted}</p>
      <FoldedTable
        id="answers-table"
        title={text.roundByRound}
        language={language}
        movement={movement}
        numbers={{
          head: [dashboard.overview.roundHead, text.said],
          rows: own.map((round) => [monthRow(round.key, language), saidIn(round, language, movement)]),
        }}
      />
    </section>
  )
}

function hasAnswered({ answers }: GroupRound): boolean {
  return answers.some(({ kind }) => kind !== 'not_my_group')
}

function saidIn({ answers }: GroupRound, language: Language, movement: OwnWords): string {
  const { dashboard, page } = textIn(language, movement)
  return answers.map(({ by, kind }) => `${dashboard.group.kind[kind]} (${by ?? page.somebody})`).join(', ')
}
