import { type Control, isNeeded } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import { ownLabel } from '#shared/record/show.ts'
import { capital } from '#shared/text/capital.ts'
import type { Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { withAnswers } from './field-box.tsx'
import { describedBy, type FieldInputProps, HintAndError } from './field-input.tsx'

type Choice = Extract<Control, { kind: 'radios' | 'select' }>

/** What others have decided is not asked; an answer that is offered no more stays one until another is chosen. */
function offered({ options, given = {} }: Choice, text: string): Readonly<Record<string, Words>> {
  const decided = ownLabel(given, text)
  return decided ? { [text]: decided } : withAnswers(options, [text])
}

type RadiosProps = FieldInputProps & { control: Choice }
type BoxesProps = FieldInputProps & { options: Readonly<Record<string, Words>> }

/** The first radio has the question's id, so that the error summary leads to it. */
export function Radios({ field, name, text, language, movement, problem, control }: RadiosProps) {
  const choices: [string, string][] = Object.entries(offered(control, text)).map(([value, label]) => [
    value,
    label[language],
  ])
  const unsaid = field.own && !isNeeded(field) ? textIn(language, movement).form.notSaid : undefined
  if (unsaid) choices.unshift(['', unsaid])
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <fieldset aria-describedby={describedBy(field, name, problem)}>
        <legend>{field.label[language]}</legend>
        <HintAndError field={field} name={name} language={language} movement={movement} problem={problem} />
        {choices.map(([value, label], index) => (
          <label class="pick" for={index === 0 ? name : `${name}.${value}`}>
            <input
              type="radio"
              id={index === 0 ? name : `${name}.${value}`}
              name={name}
              value={value}
              checked={value === text}
            />
            {capital(label)}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** The first box has the question's id, as with radios; none ticked is an answer too. */
export function Boxes({ field, name, text, language, movement, problem, options }: BoxesProps) {
  const chosen = text.split(optionSeparator)
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <fieldset aria-describedby={describedBy(field, name, problem)}>
        <legend>{field.label[language]}</legend>
        <HintAndError field={field} name={name} language={language} movement={movement} problem={problem} />
        <input type="hidden" name={name} value="" />
        {Object.entries(withAnswers(options, chosen)).map(([value, label], index) => (
          <label class="pick" for={index === 0 ? name : `${name}.${value}`}>
            <input
              type="checkbox"
              id={index === 0 ? name : `${name}.${value}`}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            {capital(label[language])}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
