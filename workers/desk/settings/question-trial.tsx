import { FieldInput } from '#shared/html/field-input.tsx'
import { readField } from '#shared/record/field.ts'
import { ownFieldName, ownFields } from '#shared/record/own-fields.ts'
import { showValue } from '#shared/record/show.ts'
import { type OwnQuestion, questionTypes } from '#shared/settings/questions.ts'
import { textIn } from '#shared/text/text.ts'
import type { QuestionFormProps } from './question-form.tsx'
import { type TypedQuestion, wholeWords } from './typed-question.ts'

/** The question as a referent sees it, and what becomes of an answer. */
export function Trial({ context, typed, answer }: QuestionFormProps) {
  const { movement, language } = context.var
  const text = textIn(language, movement).settings.question
  const question = triedQuestion(typed)
  if (!question) return null
  const field = ownFields([question], question.section, movement.country)[ownFieldName(question.key)]
  if (!field) return null
  const read = answer ? readField(field, answer) : null
  return (
    <section class="card flow" aria-labelledby="trial">
      <h2 id="trial" class="plain-title">
        {text.tryTitle}
      </h2>
      <p class="soft">{text.tryLead}</p>
      <FieldInput
        field={field}
        name="answer"
        text={answer ?? ''}
        language={language}
        movement={movement}
        problem={read?.problem}
        saysNeeded
      />
      {read && !read.problem && <p class="done note">{text.kept(showValue(field, read.value, language))}</p>}
    </section>
  )
}

/** As it would be asked; null while there is nothing to ask. */
function triedQuestion(typed: TypedQuestion): OwnQuestion | null {
  const label = wholeWords(typed.label)
  const type = questionTypes.find((one) => one === typed.type)
  if (!type || label.fr === '') return null
  const options = typed.options.flatMap((option, index) => {
    const words = wholeWords(option.label)
    return words.fr === '' ? [] : [{ key: `option_${index}`, label: words }]
  })
  if ((type === 'choice' || type === 'choices') && options.length === 0) return null
  const hint = wholeWords(typed.hint)
  return {
    key: 'tried',
    section: 'identity',
    type,
    label,
    ...(hint.fr === '' ? {} : { hint }),
    required: typed.isRequired,
    audience: 'group',
    options,
    inMail: false,
    headings: [],
    asked: 'now',
  }
}
