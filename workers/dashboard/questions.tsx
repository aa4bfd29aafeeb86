import { ask } from '#shared/db/ask.ts'
import {
  type CountedPoll,
  countPollAnswers,
  type GroupAnswer,
  listPollAnswers,
  listPolls,
  type PollCounts,
} from '#shared/db/polls.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { localTime } from '#shared/domain/zone.ts'
import { readField } from '#shared/record/field.ts'
import { type Poll, pollField } from '#shared/record/poll.ts'
import { showDay, showMonth, showValue } from '#shared/record/show.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { capital } from '#shared/text/capital.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { attachment, csvType } from '#workers/attachment.ts'
import { streamed } from '#workers/streamed.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { Bars } from './chart/bars.tsx'
import { type Figure, FoldedTable } from './chart/figure.tsx'
import type { DashboardContext } from './env.ts'
import { takeFigure, takePaths } from './take-figure.ts'

const path = '/dashboard/questions'
const answersShown = 50
const roundsShown = 24
/** Answers that are read at a time for a file. */
const chunk = 2000

/** The question of a month, and how groups answered: the latest one, or the one of `round`. */
export async function showQuestions(context: DashboardContext): Promise<Response> {
  const { language } = context.var
  const { DB } = context.env
  const text = textIn(language, context.var.movement).month.question
  const { polls } = await ask(DB, { polls: listPolls(DB, roundsShown) })
  const shown = askedFor(context, polls) ?? polls[0]
  const title = shown ? `${text.title}, ${showMonth(shown.round, language)}` : text.title
  return respondFrame(context, {
    title,
    children: (
      <>
        <div class="headline">
          {shown && <p class="kicker">{title}</p>}
          <h1>{shown ? pollField(shown).label[language] : text.title}</h1>
          {!shown && <p class="lead">{text.neverAsked}</p>}
          {!shown && mayDo(context.var.session.coordinator, { role: 'acts', everywhere: true }) && (
            <p>
              <a class="button quiet" href="/desk/month">
                {text.write}
              </a>
            </p>
          )}
        </div>
        {shown && (await Answers(context, shown))}
        <Others polls={polls} shown={shown} language={language} movement={context.var.movement} />
      </>
    ),
  })
}

/** The question of the month that is asked for, else the latest that was answered. */
function askedFor(context: DashboardContext, polls: readonly CountedPoll[]): CountedPoll | undefined {
  const asked = context.req.query('round')
  return polls.find(({ round }) => round === asked) ?? polls.find(({ answers }) => answers > 0)
}

async function Answers(context: DashboardContext, poll: CountedPoll) {
  const { language } = context.var
  const { DB } = context.env
  const asked = Number(context.req.query('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const { counts, answers } = await ask(DB, {
    counts: countPollAnswers(DB, poll.round),
    answers: listPollAnswers(DB, { round: poll.round, before }, answersShown + 1),
  })
  const text = textIn(language, context.var.movement).month.question
  const isNumber = poll.type === 'number'
  const figure = countsFigure(context, poll, counts)
  const last = answers.length > answersShown ? answers[answersShown - 1] : undefined
  return (
    <>
      <p class="lead">
        {capital(text.answers(counts.groups))}
        {isNumber && counts.groups > 0 && `, ${text.total(counts.total)}`}
      </p>
      {figure?.drawn?.kind === 'bars' && (
        <>
          <Bars {...figure.drawn.bars} />
          <FoldedTable
            id="counts-table"
            title={figure.title}
            numbers={figure.numbers}
            take={takePaths(path, `?round=${poll.round}`)(figure)}
            language={language}
            movement={context.var.movement}
          />
        </>
      )}
      {answers.length > 0 && (
        <>
          <p>
            <a href={`${path}.csv?round=${poll.round}`}>{text.sheet}</a>
          </p>
          <h2>{text.latest}</h2>
          <ul class="feed">
            {answers.slice(0, answersShown).map((answer) => (
              <AnswerLine context={context} poll={poll} answer={answer} />
            ))}
          </ul>
        </>
      )}
      {last && (
        <p>
          <a class="button quiet" href={`${path}?round=${poll.round}&before=${last.id}`}>
            {text.older}
          </a>
        </p>
      )}
    </>
  )
}

/** How many groups gave each answer; null where answers are in words or numbers of their own. */
function countsFigure(
  { var: { language, movement } }: DashboardContext,
  poll: Poll,
  counts: PollCounts,
): Figure | null {
  if (counts.groups === 0 || (poll.type !== 'yes_no' && poll.type !== 'choice')) return null
  const text = textIn(language, movement).month.question
  const said = counts.values.map(({ value, groups }) => ({ label: inWords(poll, value, language), groups }))
  return {
    id: 'counts',
    title: pollField(poll).label[language],
    says: capital(text.answers(counts.groups)),
    counted: `${text.title}, ${showMonth(poll.round, language)}`,
    numbers: {
      head: [pollField(poll).label[language], textIn(language, movement).dashboard.groups.title],
      rows: said.map(({ label, groups }) => [label, groups]),
    },
    drawn: {
      kind: 'bars',
      bars: {
        max: Math.max(...said.map(({ groups }) => groups), 1),
        keys: [],
        bars: said.map(({ label, groups }) => ({
          label,
          value: text.groups(groups),
          segments: [{ amount: groups, tone: 'state-active' }],
        })),
      },
    },
  }
}

/** The answers to the question of a round (`round`) as a table or a picture. */
export async function takeQuestionFigure(context: DashboardContext): Promise<Response> {
  const { DB } = context.env
  const { polls } = await ask(DB, { polls: listPolls(DB, roundsShown) })
  const poll = askedFor(context, polls)
  if (!poll) throw new Problem('page_unknown')
  const { counts } = await ask(DB, { counts: countPollAnswers(DB, poll.round) })
  return takeFigure(context, [countsFigure(context, poll, counts)])
}

type AnswerLineProps = { context: DashboardContext; poll: Poll; answer: GroupAnswer }

function AnswerLine({ context: { var: own }, poll, answer: { group, value, at, by } }: AnswerLineProps) {
  const { language, movement } = own
  const day = showDay(localTime(at, movement.timeZone).day, language)
  return (
    <li>
      <a class="strong" href={`/dashboard/groups/${group.uid}`}>
        {group.name}
      </a>
      <span class="line">{inWords(poll, value, language)}</span>
      <span class="line soft">{textIn(language, movement).month.question.answeredBy(by, day)}</span>
    </li>
  )
}

/** The questions of other rounds. */
function Others({
  polls,
  shown,
  language,
  movement,
}: {
  polls: readonly CountedPoll[]
  shown: Poll | undefined
  language: Language
  movement: OwnWords
}) {
  const others = polls.filter((poll) => poll !== shown)
  if (others.length === 0) return null
  const text = textIn(language, movement).month.question
  return (
    <section aria-labelledby="others">
      <h2 id="others">{text.others}</h2>
      <ul class="plain-list">
        {others.map((poll) => (
          <li>
            <a href={`${path}?round=${poll.round}`}>
              {showMonth(poll.round, language)} – {pollField(poll).label[language]}
            </a>{' '}
            <span class="soft">{text.answers(poll.answers)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An answer as the question's own words have it; one that fits it no more as it was said. */
function inWords(poll: Poll, value: string, language: Language): string {
  const field = pollField(poll)
  const read = readField(field, value)
  return read.problem ? value : showValue(field, read.value, language)
}

/** Every group's answer, for a spreadsheet. */
export async function exportQuestion(context: DashboardContext): Promise<Response> {
  const { language, movement } = context.var
  const { DB } = context.env
  const { polls } = await ask(DB, { polls: listPolls(DB, roundsShown) })
  const asked = context.req.query('round')
  const poll = asked === undefined ? polls[0] : polls.find(({ round }) => round === asked)
  if (!poll) return context.notFound()
  const text = textIn(language, movement).month.question
  const options = { ...spreadsheetOptions(language), isFinal: true }
  const head = ['id', text.group, text.region, pollField(poll).label[language], text.by, text.on]
  async function* rows(poll: Poll) {
    yield writeSheet([head], options)
    for (let before: number | null = null; ; ) {
      const { answers }: { answers: GroupAnswer[] } = await ask(DB, {
        answers: listPollAnswers(DB, { round: poll.round, before }, chunk),
      })
      const lines = answers.map(({ group, value, by, at }) => [
        group.uid,
        group.name,
        group.region ?? '',
        inWords(poll, value, language),
        by ?? '',
        localTime(at, movement.timeZone).day,
      ])
      if (lines.length > 0) yield writeSheet(lines, { ...options, bom: false })
      if (answers.length < chunk) return
      before = answers.at(-1)?.id ?? null
    }
  }
  return attachment({ name: `${text.file}-${poll.round}.csv`, type: csvType }, streamed(rows(poll)))
}
