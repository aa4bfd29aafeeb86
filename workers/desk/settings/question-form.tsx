import { FieldInput } from '#shared/html/field-input.tsx'
import { spokenWith } from '#shared/record/own-nouns.ts'
import { type OwnQuestionSaid, questionTypes } from '#shared/settings/questions.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { Choice, OptionRows, TickBox, WordsInput } from './question-controls.tsx'
import { Trial } from './question-trial.tsx'
import { controlFor, said } from './setting-forms.ts'
import type { TypedQuestion } from './typed-question.ts'

export type QuestionFormProps = {
  context: DeskContext
  path: string
  typed: TypedQuestion
  /** Of the settings that the page shows. */
  version: number
  /** The question as it was when the page was shown; null of a new one. */
  was: OwnQuestionSaid | null
  sections: readonly { key: string; title: Words }[]
  problems: Readonly<Record<string, FieldProblem>>
  /** An answer that was typed to try it. */
  answer: string | null
  /** How many rows for options it shows beyond those that are there. */
  more: number
  /** Whoever saves now has read that some answers fit no more. */
  isWarned: boolean
}

/** A question of the movement's own, in a form. */
export async function QuestionForm(props: QuestionFormProps) {
  const { context, path, typed, version, was, isWarned } = props
  const { language } = context.var
  const text = textIn(language, context.var.movement)
  return (
    <DeskForm path={path} token={await formToken(context, path)}>
      <input type="hidden" name="version" value={String(version)} />
      <input type="hidden" name="was" value={JSON.stringify(was)} />
      {isWarned && <input type="hidden" name="warned" value="oui" />}
      {/* Enter in a text tries, and saves nothing */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, it is for browsers alone */}
      <button type="submit" class="hidden" name="do" value="try" tabindex={-1} aria-hidden="true">
        {text.settings.question.try}
      </button>
      <Place {...props} />
      <WordsInput {...props} name="label" />
      <WordsInput {...props} name="hint" />
      <Choice {...props} name="type" options={typeOptions} kind="select" />
      <OptionRows {...props} />
      <Choice {...props} name="audience" options={spokenWith(audienceOptions, context.var.movement.nouns)} />
      <TickBox context={context} name="required" isTicked={typed.isRequired} />
      <TickBox context={context} name="inMail" isTicked={typed.isInMail} />
      <details open={[typed.headings, ...Object.values(typed.figure)].some((one) => one !== '')}>
        <summary>{text.settings.question.more}</summary>
        <div class="flow">
          <div class="for-numbers flow">
            <WordsInput {...props} name="figure" />
          </div>
          <FieldInput
            field={controlFor(
              said(({ question }) => question.headings.label),
              { kind: 'long_text' },
              said(({ question }) => question.headings.hint),
            )}
            name="headings"
            text={typed.headings}
            language={language}
            movement={context.var.movement}
            problem={props.problems.headings}
          />
        </div>
      </details>
      <Choice {...props} name="asked" options={askedOptions} />
      <Trial {...props} />
      <p class="row">
        <button type="submit" name="do" value="save">
          {text.form.save}
        </button>
        <button type="submit" class="quiet" name="do" value="try">
          {text.settings.question.try}
        </button>
        <button type="submit" class="quiet" name="do" value="page" formtarget="_blank">
          {text.settings.question.tryPage}
        </button>
      </p>
    </DeskForm>
  )
}

const typeOptions = Object.fromEntries(
  questionTypes.map((type) => [type, said(({ question }) => question.types[type])]),
)
const audienceOptions = Object.fromEntries(
  (['group', 'public', 'consent', 'coordinators'] as const).map((one) => [
    one,
    said(({ question }) => question.audiences[one]),
  ]),
)
const askedOptions = Object.fromEntries(
  (['next_round', 'now', 'no'] as const).map((one) => [one, said(({ question }) => question.askedWhen[one])]),
)

/** The section that it is asked in, which never changes: answers are kept there. */
function Place({ context, typed, was, sections, problems }: QuestionFormProps) {
  const { language } = context.var
  const label = said(({ question }) => question.section.label)
  const options = Object.fromEntries(sections.map(({ key, title }) => [key, title]))
  if (was !== null)
    return (
      <p class="soft">
        <input type="hidden" name="section" value={typed.section} />
        {options[typed.section]?.[language] ?? typed.section}
      </p>
    )
  return (
    <FieldInput
      field={controlFor(spokenWith(label, context.var.movement.nouns), { kind: 'select', options })}
      name="section"
      text={typed.section}
      language={language}
      movement={context.var.movement}
      problem={problems.section}
    />
  )
}
