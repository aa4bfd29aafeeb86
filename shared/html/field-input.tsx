import { type Control, type Field, isNeeded } from '#shared/record/field.ts'
import { labelled } from '#shared/text/colon.ts'
import { type FieldProblem, isDoubt } from '#shared/text/field-problem.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { Boxes, Radios } from './choice-input.tsx'
import { type BoxAttributes, FieldBox } from './field-box.tsx'

export type FieldInputProps = {
  // biome-ignore lint/suspicious/noExplicitAny: a control is drawn for fields of every value
  field: Field<any>
  /** The control's name in the form, and its id. */
  name: string
  /** What the control holds: what was typed, or the value as the codec writes it. */
  text: string
  language: Language
  movement: OwnWords
  problem?: FieldProblem | undefined
  /** It asks more about a yes, and nobody has answered it: it shows once there is one, where the style sheet can tell. */
  waits?: boolean | undefined
  autofocus?: boolean | undefined
  /** What is typed there is in this language, and not in the page's. */
  typedIn?: Language | undefined
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
  if (control.kind === 'radios') return <Radios {...props} control={control} />
  if (control.kind === 'boxes') return <Boxes {...props} options={control.options} />
  return <Labelled {...props} control={control} />
}

/** What is wrong with a field, where it does not stand beside it: in the error summary. */
export function problemText(
  field: Pick<Field<unknown>, 'label'>,
  problem: FieldProblem,
  language: Language,
  movement: OwnWords,
): string {
  return labelled(field.label[language], language) + textIn(language, movement).fieldProblem(problem)
}

/** The same beside the field, whose label is read already. */
export function problemBeside(problem: FieldProblem, language: Language, movement: OwnWords): string {
  const said = textIn(language, movement).fieldProblem(problem)
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1)
}

function Labelled({
  field,
  name,
  text,
  language,
  movement,
  problem,
  autofocus,
  typedIn,
  isOwn,
  saysNeeded,
  isFixed,
  waits,
  suggestions = [],
  control,
}: FieldInputProps & { control: Control }) {
  return (
    <div class={problem ? 'field wrong' : waits ? 'field waits' : 'field'}>
      <label for={name}>
        {field.label[language]}
        {saysNeeded && isNeeded(field) && <span class="hint"> {textIn(language, movement).form.needed}</span>}
      </label>
      <HintAndError field={field} name={name} language={language} movement={movement} problem={problem} />
      <FieldBox
        control={control}
        attributes={{
          ...boxAttributes(field, name, problem),
          autofocus: autofocus || undefined,
          lang: typedIn,
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
    'aria-invalid': problem && !isDoubt(problem) ? 'true' : undefined,
    class: 'width' in field.control ? field.control.width : undefined,
  }
}

function Checkbox({ field, name, text, language, movement, problem }: FieldInputProps) {
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
      <HintAndError field={field} name={name} language={language} movement={movement} problem={problem} />
    </div>
  )
}

export function HintAndError({ field, name, language, movement, problem }: Omit<FieldInputProps, 'text'>) {
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${name}-hint`}>
          {field.hint[language]}
        </p>
      )}
      {problem && (
        <p class="error" id={`${name}-error`}>
          {problemBeside(problem, language, movement)}
          {isDoubt(problem) && ` ${textIn(language, movement).form.keepDoubted}`}
        </p>
      )}
    </>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export function describedBy(field: Field<any>, name: string, problem: FieldProblem | undefined): string | undefined {
  const ids = [...(field.hint ? [`${name}-hint`] : []), ...(problem ? [`${name}-error`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}
