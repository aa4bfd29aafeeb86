import type { Conflict } from '#shared/domain/merge.ts'
import { type Field, writeField } from '#shared/record/field.ts'
import { showValue } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { mineOf } from './open-choices.ts'

// biome-ignore lint/suspicious/noExplicitAny: a choice is drawn for fields of every value
type ConflictChoiceProps = { field: Field<any>; name: string; language: Language; conflict: Conflict }

/** Two people gave one field two values: whoever is here now says which is right. Neither is chosen for them. */
export function ConflictChoice({ field, name, language, conflict }: ConflictChoiceProps) {
  const text = textIn(language).form
  const options = [
    { id: name, value: conflict.theirs, label: text.conflictTheirs },
    { id: `${name}.mine`, value: conflict.mine, label: text.conflictMine },
  ]
  return (
    <fieldset class="wrong flow" aria-describedby={`${name}-error`}>
      <legend>{field.label[language]}</legend>
      <p class="error" id={`${name}-error`}>
        {text.conflictTitle}
      </p>
      <input type="hidden" name="ask" value={name} />
      <input type="hidden" name={mineOf(name)} value={writeField(field, conflict.mine)} />
      {options.map(({ id, value, label }) => (
        <label class="pick" for={id}>
          <input type="radio" id={id} name={name} value={writeField(field, value)} />
          <span>
            <b>{showValue(field, value, language)}</b> <span class="hint">({label})</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
