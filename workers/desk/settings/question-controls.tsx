import { FieldInput } from '#shared/html/field-input.tsx'
import { spokenWith } from '#shared/record/own-nouns.ts'
import type { Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'
import type { QuestionFormProps } from './question-form.tsx'
import { controlFor, languageIn, said } from './setting-forms.ts'
import { mostOptions } from './typed-question.ts'

type WordsName = 'label' | 'hint' | 'figure'

/** The same words in each language that the movement speaks. */
export function WordsInput({ context, typed, problems, name }: QuestionFormProps & { name: WordsName }) {
  const { movement, language } = context.var
  const [first] = movement.languages
  return (
    <>
      {movement.languages.map((one) => {
        const label = said(({ question }, language) =>
          movement.languages.length === 1
            ? question[name].label
            : question.inLanguage(question[name].label, languageIn(one)[language]),
        )
        const hint = one === first ? said(({ question }) => question[name].hint) : undefined
        return (
          <FieldInput
            field={spokenWith(controlFor(label, { kind: 'text' }, hint), movement.nouns)}
            name={`${name}.${one}`}
            text={typed[name][one] ?? ''}
            language={language}
            movement={movement}
            typedIn={one}
            problem={problems[`${name}.${one}`]}
          />
        )
      })}
    </>
  )
}

type ChoiceProps = QuestionFormProps & {
  name: 'type' | 'audience' | 'asked'
  options: Readonly<Record<string, Words>>
  kind?: 'radios' | 'select'
}

const labelOf = (name: ChoiceProps['name']) => said(({ question }) => question[name].label)

export function Choice({ context, typed, problems, name, options, kind = 'radios' }: ChoiceProps) {
  const { language, movement } = context.var
  const field = controlFor(spokenWith(labelOf(name), movement.nouns), { kind, options })
  return (
    <FieldInput
      field={field}
      name={name}
      text={typed[name]}
      language={language}
      movement={movement}
      problem={problems[name]}
    />
  )
}

export function TickBox({
  context,
  name,
  isTicked,
}: {
  context: DeskContext
  name: 'required' | 'inMail'
  isTicked: boolean
}) {
  return (
    <label class="pick" for={name}>
      <input type="checkbox" id={name} name={name} value="oui" checked={isTicked} />
      {textIn(context.var.language, context.var.movement).settings.question[name]}
    </label>
  )
}

/** What there is to choose from: a row each, and some that are blank. */
export function OptionRows({ context, typed, problems, more }: QuestionFormProps) {
  const { movement, language } = context.var
  const text = textIn(language, movement).settings.question
  const count = Math.min(typed.options.length + more, mostOptions)
  return (
    <fieldset class="for-choices flow">
      <legend>{text.options}</legend>
      <p class="hint">{text.optionsHint}</p>
      <input type="hidden" name="options" value={String(count)} />
      {Array.from({ length: count }, (_, index) => {
        const option = typed.options[index]
        return (
          <div class="row">
            <input type="hidden" name={`options.${index}.key`} value={option?.key ?? ''} />
            {movement.languages.map((one) => {
              const name = `options.${index}.label.${one}`
              const label = said(({ question }, language) =>
                movement.languages.length === 1
                  ? question.option(index + 1)
                  : question.inLanguage(question.option(index + 1), languageIn(one)[language]),
              )
              return (
                <FieldInput
                  field={controlFor(label, { kind: 'text' })}
                  name={name}
                  text={option?.label[one] ?? ''}
                  language={language}
                  movement={movement}
                  typedIn={one}
                  problem={problems[name]}
                />
              )
            })}
          </div>
        )
      })}
      <button type="submit" class="quiet slim" name="do" value="more">
        {text.moreOptions}
      </button>
    </fieldset>
  )
}
