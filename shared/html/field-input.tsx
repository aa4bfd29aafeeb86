import { type Control, type Field, isNeeded } from '#shared/record/field.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { Language, Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { type BoxAttributes, FieldBox } from './field-box.tsx'

export type FieldInputProps = {
  // biome-ignore lint/suspicious/noExplicitAny: a control is drawn for fields of every value
  field: Field<any>
  /** The control's name in the form, and its id. */
  name: string
  /** What the control holds: what was typed, or the value as the codec writes it. */
  text: string
  language: Language
  problem?: FieldProblem | undefined
  /** Of radios that may stay unanswered: the words for that. */
  none?: string | undefined
  autofocus?: boolean | undefined
  /** It is the reader's own: their browser may fill it in (WCAG 1.3.5). */
  isOwn?: boolean | undefined
  /** Says that it cannot be left out: where some of a form's questions can. */
  saysNeeded?: boolean | undefined
  /** It is shown, and somebody else's to change. */
  isFixed?: boolean | undefined
  /** Answers to offer while somebody types; another may be typed. */
  suggestions?: readonly string[] | undefined
}

/** One question: label, hint, what is wrong, and the control. The only place that knows about inputs. */
export function FieldInput(props: FieldInputProps) {
  const { control } = props.field
  if (control.kind === 'derived') return null
  if (control.kind === 'checkbox') return <Checkbox {...props} />
  if (control.kind === 'radios') return <Radios {...props} options={offered(control, props.text)} />
  return <Labelled {...props} control={control} />
}

/** What is wrong with a field, in the words that the error summary uses too. */
export function problemText(field: Pick<Field<unknown>, 'label'>, problem: FieldProblem, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  return `${field.label[language]}${colon}${textIn(language).fieldProblem(problem)}`
}

function Labelled({
  field,
  name,
  text,
  language,
  problem,
  autofocus,
  isOwn,
  saysNeeded,
  isFixed,
  suggestions = [],
  control,
}: FieldInputProps & { control: Control }) {
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={name}>
        {field.label[language]}
        {saysNeeded && isNeeded(field) && <span class="hint"> {textIn(language).form.needed}</span>}
      </label>
      <HintAndError field={field} name={name} language={language} problem={problem} />
      <FieldBox
        control={control}
        attributes={{
          ...boxAttributes(field, name, problem),
          autofocus: autofocus || undefined,
          readonly: isFixed || undefined,
          autocomplete: (isOwn && field.autocomplete) || 'off',
          list: suggestions.length > 0 ? `${name}-list` : undefined,
        }}
        text={text}
        language={language}
      />
      {suggestions.length > 0 && (
        <datalist id={`${name}-list`}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function boxAttributes(field: Field<any>, name: string, problem: FieldProblem | undefined): BoxAttributes {
  return {
    id: name,
    name,
    'aria-describedby': describedBy(field, name, problem),
    'aria-invalid': problem ? 'true' : undefined,
    class: 'width' in field.control ? field.control.width : undefined,
  }
}

function Checkbox({ field, name, text, language, problem }: FieldInputProps) {
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label class="pick" for={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="oui"
          checked={text === 'oui'}
          aria-describedby={describedBy(field, name, problem)}
        />
        {field.label[language]}
      </label>
      <HintAndError field={field} name={name} language={language} problem={problem} />
    </div>
  )
}

type Choice = Extract<Control, { kind: 'radios' | 'select' }>

/** What others have decided is not asked. */
function offered({ options, given = {} }: Choice, text: string): Readonly<Record<string, Words>> {
  const decided = given[text]
  return decided ? { [text]: decided } : options
}

type RadiosProps = FieldInputProps & { options: Readonly<Record<string, Words>> }

/** The first radio has the question's id, so that the error summary leads to it. */
function Radios({ field, name, text, language, problem, options, none }: RadiosProps) {
  const choices: [string, string][] = Object.entries(options).map(([value, label]) => [value, label[language]])
  if (none) choices.unshift(['', none])
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <fieldset aria-describedby={describedBy(field, name, problem)}>
        <legend>{field.label[language]}</legend>
        <HintAndError field={field} name={name} language={language} problem={problem} />
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function HintAndError({ field, name, language, problem }: Omit<FieldInputProps, 'text'>) {
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${name}-hint`}>
          {field.hint[language]}
        </p>
      )}
      {problem && (
        <p class="error" id={`${name}-error`}>
          {problemText(field, problem, language)}
        </p>
      )}
    </>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function describedBy(field: Field<any>, name: string, problem: FieldProblem | undefined): string | undefined {
  const ids = [...(field.hint ? [`${name}-hint`] : []), ...(problem ? [`${name}-error`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}
