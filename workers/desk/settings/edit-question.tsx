import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { type OwnAnswers, ownAnswersTo } from '#shared/db/own-answers.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { problemText } from '#shared/html/field-input.tsx'
import { type Movement, movementOf } from '#shared/movement.ts'
import { spokenWith } from '#shared/record/own-nouns.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import type { SettingFault } from '#shared/settings/faults.ts'
import type { OwnQuestionSaid } from '#shared/settings/questions.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { eachLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { type AskedSettings, askedIn, questionName, questionSection, saidTitle, sectionKey } from './asked.ts'
import { QuestionForm } from './question-form.tsx'
import { showSectionPreview } from './section-preview.tsx'
import { said } from './setting-forms.ts'
import { respondSettings, type SettingsNotice } from './settings-frame.tsx'
import { askedPath } from './show-asked.tsx'
import {
  blankQuestion,
  newQuestionKey,
  saidQuestion,
  type TypedQuestion,
  typedFromPosted,
  typedFromSaid,
} from './typed-question.ts'
import { unfitAnswers } from './unfit-answers.ts'

/** Blank rows for options, at first and by each press. */
const optionsAtFirst = 3
const optionsMore = 5

/** A question of the movement's own, to be changed; or a new one. */
export async function showOwnQuestion(context: DeskContext): Promise<Response> {
  const page = await read(context)
  const typed = page.was ? typedFromSaid(page.was) : blankQuestion(context.req.query('section') ?? 'identity')
  return respond(context, page, { typed })
}

/** Tries a question, or asks it from now on. */
export async function saveOwnQuestion(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { fixed, movement, language } = context.var
  const text = textIn(language, movement)
  const page = await read(context)
  const typed = typedFromPosted(form, movement.languages)
  const again = (shown: Partial<Shown>) => respond(context, page, { typed, answer: form.get('answer'), ...shown })
  if (!form.isFresh) return again({ notice: { title: text.form.saveAgain, body: text.form.oldPageTyped, status: 400 } })
  if (form.get('do') === 'more') return again({ more: optionsMore })
  const key = page.was?.key ?? newQuestionKey(typed, page.asked.questions)
  const question = saidQuestion(page.was ? { ...typed, section: questionSection(page.was) } : typed, key)
  const change = { questions: withQuestion(page.asked, page.was, question) }
  const at = change.questions.indexOf(question)
  const faults = faultsOfChange(fixed, page.stored.values, change)
  const missing = needed(context, typed)
  const others = faults.filter(({ path }) => !(path.endsWith('.options') && Object.keys(missing).length > 0))
  const problems = { ...problemsOf(others, at, movement), ...missing }
  if (Object.keys(problems).length > 0) return again({ problems })
  if (form.get('do') === 'page') {
    const asked = withQuestion(page.asked, page.was, { ...question, asked: 'now' })
    const tried = movementOf(fixed, { ...page.stored.values, questions: asked })
    const section = tried.sections.asked.find(({ name }) => [name, name.slice('own_'.length)].includes(typed.section))
    if (section) return showSectionPreview(context, tried, section)
  }
  if (form.get('do') !== 'save') return again({ notice: { done: text.settings.question.tried } })
  if (form.get('was') !== JSON.stringify(page.was))
    return again({ notice: { ...text.settings.overtaken, status: 409 } })
  const unfit = page.was ? unfitAnswers(page.answers, question, movement) : 0
  if (unfit > 0 && form.get('warned') === null) {
    const { unfit: title, unfitBody: body } = text.settings.question
    return again({ notice: { title: title(unfit), body, status: 409 }, isWarned: true })
  }
  const { result } = await changeSettings({ ...teamActing(context), fixed }, page.stored, change)
  if (result === 'overtaken') throw new SettingsChanged(null)
  if (result === 'refused') throw new Problem('busy')
  return leadTo(context, `${askedPath}?done=saved`)
}

/** The movement's questions with this one in its place, or at the end. */
function withQuestion(
  { questions }: AskedSettings,
  was: OwnQuestionSaid | null,
  question: OwnQuestionSaid,
): OwnQuestionSaid[] {
  return was === null ? [...questions, question] : questions.map((one) => (one === was ? question : one))
}

type Page = Awaited<ReturnType<typeof read>>

async function read(context: DeskContext) {
  const { reads, fixed } = context.var
  const name = context.req.param('question')
  const [section = '', key = ''] = name?.split('.') ?? []
  const isName = /^[a-z][a-z0-9_]{0,39}\.[a-z][a-z0-9_]{0,39}$/.test(name ?? '')
  const { stored, answers } = await ask(reads, {
    stored: storedSettings(reads),
    answers: ownAnswersTo(reads, isName ? { section, key } : { section: '', key: 'none' }),
  })
  const asked = askedIn(fixed, stored)
  const was = asked.questions.find((one) => questionName(one) === name) ?? null
  if (asked.isFixed.questions || (name !== undefined && !was)) throw new Problem('page_unknown')
  return { stored, asked, was, answers: was ? answers : noAnswers }
}

const noAnswers: OwnAnswers = { rows: 0, different: [] }

/** What is wrong, by the control's name: `label.fr` of `questions.3.label.fr`. */
function problemsOf(
  faults: readonly SettingFault[],
  at: number,
  { languages: [first = 'fr'], ...own }: Movement,
): Record<string, FieldProblem> {
  return Object.fromEntries(
    faults.map((fault) => {
      const path = withinQuestion(fault.path, at)
      const name = /(^|\.)(label|hint|figure)$/.test(path) ? `${path}.${first}` : path || `label.${first}`
      const words = eachLanguage((language) => textIn(language, own).settings.fault(fault))
      return [name, { code: 'as_said', said: words }]
    }),
  )
}

/** `label.fr` of `questions.3.label.fr`, and `headings` of each of them. */
function withinQuestion(path: string, at: number): string {
  const within = path.startsWith(`questions.${at}.`) ? path.slice(`questions.${at}.`.length) : ''
  return within.startsWith('headings') ? 'headings' : within
}

/** A question cannot be without its words, nor a choice without something to choose. */
function needed(
  { var: { movement } }: DeskContext,
  { label, type, options }: TypedQuestion,
): Record<string, FieldProblem> {
  const [first = 'fr'] = movement.languages
  const isSaid = (words: TypedQuestion['label']) => Object.values(words).some((text) => text !== '')
  const isChoice = type === 'choice' || type === 'choices'
  return {
    ...(isSaid(label) ? {} : { [`label.${first}`]: problem(({ question }) => question.needed) }),
    ...(isChoice && !options.some((option) => isSaid(option.label))
      ? { [`options.0.label.${first}`]: problem(({ question }) => question.optionNeeded) }
      : {}),
  }
}

const problem = (pick: Parameters<typeof said>[0]): FieldProblem => ({ code: 'as_said', said: said(pick) })

/** What a control is called, where something is wrong with it. */
function labelOf(name: string) {
  const [part = ''] = name.split('.')
  return said(({ question }) => {
    if (part === 'options') return question.options
    const labels: Readonly<Record<string, { label: string }>> = {
      label: question.label,
      hint: question.hint,
      figure: question.figure,
      type: question.type,
      section: question.section,
      audience: question.audience,
      headings: question.headings,
      asked: question.asked,
    }
    return labels[part]?.label ?? question.label.label
  })
}

type Shown = {
  typed: TypedQuestion
  answer?: string | null
  problems?: Readonly<Record<string, FieldProblem>>
  notice?: SettingsNotice
  more?: number
  isWarned?: boolean
}

async function respond(context: DeskContext, page: Page, shown: Shown): Promise<Response> {
  const { language, movement } = context.var
  const { settings } = textIn(language, movement)
  const text = settings.question
  const { problems = {}, typed } = shown
  const wrong = Object.entries(problems).map(([id, one]) => {
    return { id, text: problemText({ label: spokenWith(labelOf(id), movement.nouns) }, one, language, movement) }
  })
  const notice = wrong.length > 0 ? { wrong } : shown.notice
  const sections = page.asked.sections
    .filter((section) => section !== 'lists')
    .map((section) => ({ key: sectionKey(section), title: saidTitle(section, movement) }))
  const more = shown.more ?? (typed.options.length === 0 ? optionsAtFirst : 0)
  return respondSettings(context, {
    title: page.was ? text.title : text.newTitle,
    lead: text.lead,
    back: { path: askedPath, title: settings.asked.title },
    ...(notice ? { notice } : {}),
    children: (
      <>
        {page.was && <p class="soft">{text.answers(page.answers.rows)}</p>}
        {
          await QuestionForm({
            context,
            path: context.req.path,
            typed,
            was: page.was,
            version: page.stored.version,
            sections,
            problems,
            answer: shown.answer ?? null,
            more,
            isWarned: shown.isWarned ?? false,
          })
        }
      </>
    ),
  })
}
