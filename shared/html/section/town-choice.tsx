import type { Field } from '#shared/record/field.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

type TownChoiceProps = {
  field: Field<unknown>
  name: string
  typed: string
  towns: readonly string[]
  language: Language
  movement: OwnWords
}

/** Did they mean one of these towns? What they typed stands until they say so. */
export function TownChoice({ field, name, typed, towns, language, movement }: TownChoiceProps) {
  const text = textIn(language, movement).form
  const options = [
    { value: typed, label: text.townKeep(typed) },
    ...towns.map((town) => ({ value: town, label: town })),
  ]
  return (
    <fieldset class="field wrong" aria-describedby={`${name}-error`}>
      <legend>{field.label[language]}</legend>
      <p class="error" id={`${name}-error`}>
        {text.townUnknown(typed)}
      </p>
      <input type="hidden" name="town_meant" value={typed} />
      {options.map(({ value, label }, index) => (
        <label class="pick" for={index === 0 ? name : `${name}.${index}`}>
          <input
            type="radio"
            id={index === 0 ? name : `${name}.${index}`}
            name={name}
            value={value}
            checked={index === 0}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
