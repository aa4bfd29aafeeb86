import type { Conflict } from '#shared/domain/merge.ts'
import { FieldBox } from '#shared/html/field-box.tsx'
import { type Field, writeField } from '#shared/record/field.ts'
import { showValue } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { authorControl, mineOf, otherChosen, otherOf } from './open-choices.ts'

type ConflictChoiceProps = {
  // biome-ignore lint/suspicious/noExplicitAny: a choice is drawn for fields of every value
  field: Field<any>
  name: string
  language: Language
  movement: OwnWords
  conflict: Conflict
  /** Who gave the other value, by name. */
  by: string | null
  /** It was asked before, and nobody chose. */
  isMissed: boolean
}

/** Two people gave one field two values: whoever is here now says which is right, or what is. Nothing is chosen for them. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { field, name, language, movement, conflict, by, isMissed } = props
  const text = textIn(language, movement).form
  return (
    <fieldset class="wrong flow" aria-describedby={`${name}-error`}>
      <legend>{field.label[language]}</legend>
      <p class="error" id={`${name}-error`}>
        {isMissed ? text.conflictChoose : text.conflictTitle(by)}
      </p>
      <input type="hidden" name="ask" value={name} />
      <input type="hidden" name={mineOf(name)} value={writeField(field, conflict.mine)} />
      <input type="hidden" name={authorControl(name)} value={by ?? ''} />
      {optionsOf(props).map(({ value, label, said }, index) => (
        <label class="pick" for={index === 0 ? name : `${name}.${index}`}>
          <input type="radio" id={index === 0 ? name : `${name}.${index}`} name={name} value={value} />
          <span>
            <b>{label}</b> {said && <span class="hint">({said})</span>}
          </span>
        </label>
      ))}
      <Other {...props} />
    </fieldset>
  )
}

type Option = { value: string; label: string; said?: string }

/** The two values, and where a field has few others, these too. */
function optionsOf({ field, language, movement, conflict, by }: ConflictChoiceProps): Option[] {
  const text = textIn(language, movement).form
  const both = [
    { value: conflict.theirs, said: text.conflictTheirs(by) },
    { value: conflict.mine, said: text.conflictMine },
  ].map(({ value, said }) => ({ value: writeField(field, value), label: showValue(field, value, language), said }))
  const { control } = field
  if (control.kind !== 'radios' && control.kind !== 'select') return both
  const others = Object.keys(control.options).filter((value) => !both.some((one) => one.value === value))
  return [...both, ...others.map((value) => ({ value, label: showValue(field, value, language) }))]
}

/** A third value, written. */
function Other({ field, name, language, movement }: ConflictChoiceProps) {
  const { control } = field
  if (['radios', 'select', 'checkbox', 'boxes', 'derived'].includes(control.kind)) return null
  const text = textIn(language, movement).form
  const [choice, box] = [`${name}.third`, otherOf(name)]
  const attributes = {
    id: box,
    name: box,
    'aria-label': text.conflictOther(field.label[language]),
    autocomplete: 'off',
  }
  return (
    <div>
      <label class="pick" for={choice}>
        <input type="radio" id={choice} name={name} value={otherChosen} />
        {text.conflictNeither}
      </label>
      <FieldBox control={control} attributes={attributes} text="" language={language} />
    </div>
  )
}
