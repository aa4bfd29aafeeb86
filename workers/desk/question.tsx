import { endPoll, writePoll } from '#shared/actions/write-poll.ts'
import { ask } from '#shared/db/ask.ts'
import { listRounds } from '#shared/db/group-list.ts'
import { type CountedPoll, listPolls } from '#shared/db/polls.ts'
import { Problem } from '#shared/domain/problem.ts'
import { nextRound } from '#shared/domain/round.ts'
import { readField } from '#shared/record/field.ts'
import { keepsAnswers, type Poll, type PollWords, pollFields, pollOptions } from '#shared/record/poll.ts'
import { showMonth } from '#shared/record/show.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { textIn } from '#shared/text/text.ts'
import { typeset } from '#shared/text/typeset.ts'
import { readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { isOvertaken, orOvertaken } from './meanwhile.tsx'
import { inputIn, type MonthInput, type MonthTyped, respondMonthForm } from './month-form.tsx'

/** A round that a question may be written for. */
export type AskableRound = { key: string; isOpen: boolean }

/** The round that opened last (its key), and the next one. */
export function askableRounds({ var: { movement, now } }: DeskContext, last: string | undefined): AskableRound[] {
  const next = nextRound(now, movement, last)
  return [...(last ? [{ key: last, isOpen: true }] : []), ...(next ? [{ key: next.key, isOpen: false }] : [])]
}

type State = MonthTyped & { status?: number }

/** The question of one round, to be written or corrected. */
export async function showQuestion(context: DeskContext): Promise<Response> {
  const { round, poll } = await find(context)
  const { languages } = context.var.movement
  const texts = languages.flatMap((language) => [
    [`label_${language}`, poll?.words[language]?.label ?? ''],
    [`options_${language}`, (poll?.words[language]?.options ?? []).join('\n')],
  ])
  return respond(context, round, poll, { texts: { type: poll?.type ?? 'yes_no', ...Object.fromEntries(texts) } })
}

/** Asks it, corrects what is asked, or asks it no more as long as nobody has answered. */
export async function saveQuestion(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { round, poll } = await find(context)
  const { form: text, month } = textIn(context.var.language, context.var.movement)
  const read = readPoll(context, round, (name) => form.get(name) ?? '')
  const state = { texts: read.texts }
  const kept = { title: month.question.kept, body: month.question.keptBody }
  if (!form.isFresh) {
    const trouble = { title: text.saveAgain, body: text.oldPageTyped }
    return respond(context, round, poll, { ...state, trouble, status: 400 })
  }
  const late = async () => respond(context, round, (await find(context)).poll, { ...state, isLate: true, status: 409 })
  if (isOvertaken(form, keptOf(poll))) return respond(context, round, poll, { ...state, isLate: true, status: 409 })
  if (form.get('do') === 'end') {
    if (poll && poll.answers > 0) return respond(context, round, poll, { ...state, trouble: kept, status: 409 })
    if ((await orOvertaken(endPoll(teamActing(context), round, poll))) === 'overtaken') return late()
    return leadTo(context, '/desk/month?done=question_ended')
  }
  if (!read.poll) return respond(context, round, poll, { ...state, problems: read.problems, status: 422 })
  if (poll && poll.answers > 0 && !keepsAnswers(poll, read.poll))
    return respond(context, round, poll, { ...state, trouble: kept, status: 409 })
  if ((await orOvertaken(writePoll(teamActing(context), read.poll, poll))) === 'overtaken') return late()
  return leadTo(context, '/desk/month?done=question_saved')
}

const keptOf = (poll: Poll | null) => poll && { type: poll.type, words: poll.words }

async function find(context: DeskContext): Promise<{ round: string; poll: CountedPoll | null }> {
  const { reads } = context.var
  const { polls, rounds } = await ask(reads, { polls: listPolls(reads, 3), rounds: listRounds(reads, 1) })
  const round = askableRounds(context, rounds[0]?.key).find(({ key }) => key === context.req.param('round'))?.key
  if (!round) throw new Problem('page_unknown')
  return { round, poll: polls.find((poll) => poll.round === round) ?? null }
}

function readPoll({ var: { movement } }: DeskContext, round: string, textOf: (name: string) => string) {
  const problems: Record<string, FieldProblem> = {}
  const words: Record<string, PollWords> = {}
  const type = readField(pollFields.type, textOf('type'))
  if (type.problem) problems.type = type.problem
  const isChoice = type.value === 'choice'
  for (const language of movement.languages) {
    const label = readField(pollFields.label, textOf(`label_${language}`))
    const options = readOptions(isChoice ? textOf(`options_${language}`) : '')
    if (label.problem) problems[`label_${language}`] = label.problem
    else if (!label.value && options.length > 0) problems[`label_${language}`] = { code: 'required' }
    if (!label.value) continue
    const { fewest, most } = pollOptions
    const before = Object.values(words)[0]?.options.length ?? options.length
    if (isChoice && (options.length < fewest || options.length > most))
      problems[`options_${language}`] = { code: 'options_few' }
    else if (options.length !== before) problems[`options_${language}`] = { code: 'options_differ' }
    words[language] = {
      label: typeset(label.value, language),
      options: options.map((option) => typeset(option, language)),
    }
  }
  const hasNone = Object.keys(words).length === 0 && Object.keys(problems).length === 0
  if (hasNone) problems[`label_${movement.languages[0]}`] = { code: 'required' }
  const texts = Object.fromEntries(inputs(movement).map(({ name }) => [name, textOf(name)]))
  const isSound = Object.keys(problems).length === 0 && type.value !== undefined
  const poll: Poll | null = isSound ? { round, type: type.value, words } : null
  return { texts, problems, poll }
}

/** Characters of one option. */
const longestOption = 80

function readOptions(text: string): string[] {
  const { value } = readField(pollFields.options, text)
  const lines = (value ?? '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim().slice(0, longestOption))
  return [...new Set(lines.filter((line) => line !== ''))]
}

function inputs(movement: DeskContext['var']['movement']): MonthInput[] {
  const each = (name: 'label' | 'options') =>
    movement.languages.map((language) =>
      inputIn({ name, field: pollFields[name], isForChoices: name === 'options' }, language, movement),
    )
  return [...each('label'), { name: 'type', field: pollFields.type }, ...each('options')]
}

async function respond(
  context: DeskContext,
  round: string,
  poll: CountedPoll | null,
  { status = 200, ...typed }: State,
): Promise<Response> {
  const { language, movement } = context.var
  const text = textIn(language, movement).month.question
  return respondMonthForm(context, {
    ...typed,
    path: `/desk/month/question/${round}`,
    status,
    title: `${text.title}, ${showMonth(round, language)}`,
    lead: text.lead,
    inputs: inputs(movement),
    kept: keptOf(poll),
    now: Object.values(poll?.words ?? {}).flatMap(({ label, options }) => [label, options.join(', ')]),
    otherwise: text.otherwise,
    buttons: (
      <button type="submit" name="do" value="save">
        {text.save}
      </button>
    ),
    end: poll && poll.answers === 0 ? text.end : null,
  })
}
