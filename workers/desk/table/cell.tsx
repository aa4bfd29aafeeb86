import type { Conflict } from '#shared/domain/merge.ts'
import { meantOf } from '#shared/domain/typed-section.ts'
import { FieldBox, withAnswers } from '#shared/html/field-box.tsx'
import { problemText } from '#shared/html/field-input.tsx'
import { ConflictChoice } from '#shared/html/section/conflict-choice.tsx'
import { type Field, isNeeded, writeField } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import { ownLabel, showValue } from '#shared/record/show.ts'
import { type FieldProblem, isDoubt } from '#shared/text/field-problem.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

export type EditCellProps = {
  field: Field<unknown>
  /** The control's name in the form, and its id. */
  name: string
  text: string
  /** What was asked about before, as it stood. */
  meant: string | undefined
  /** Ids of its column's and its row's heading. */
  labelledBy: string
  language: Language
  movement: OwnWords
  problem: FieldProblem | undefined
  conflict: Conflict | undefined
  by: string | null
  isMissed: boolean
}

/** One field of one group: the control, and below it what is wrong. Its label is the heading of its column, with the group's. */
export function EditCell(props: EditCellProps) {
  const { field, name, text, meant, language, movement, problem, conflict, by, isMissed } = props
  if (conflict)
    return (
      <ConflictChoice
        field={field}
        name={name}
        language={language}
        movement={movement}
        conflict={conflict}
        by={by}
        isMissed={isMissed}
      />
    )
  const asked = problem && isDoubt(problem) ? text : meant
  return (
    <>
      {asked !== undefined && <input type="hidden" name={meantOf(name)} value={asked} />}
      <Box {...props} />
      {problem && (
        <p class="error" id={`${name}-error`}>
          {problemText(field, problem, language, movement)}
          {isDoubt(problem) && ` ${textIn(language, movement).form.keepDoubted}`}
        </p>
      )}
    </>
  )
}

function Box(props: EditCellProps) {
  const { field, name, text, language, labelledBy, problem } = props
  const { control } = field
  const attributes = {
    id: name,
    name,
    'aria-labelledby': labelledBy,
    'aria-describedby': problem ? `${name}-error` : undefined,
    'aria-invalid': problem && !isDoubt(problem) ? 'true' : undefined,
  }
  switch (control.kind) {
    case 'derived':
      return null
    case 'checkbox':
      return (
        <select {...attributes}>
          {[true, false].map((value) => (
            <option value={writeField(field, value)} selected={value === (text === writeField(field, true))}>
              {showValue(field, value, language)}
            </option>
          ))}
        </select>
      )
    case 'boxes':
      return <TickBoxes {...props} />
    case 'radios':
    case 'select': {
      const given = ownLabel(control.given ?? {}, text)
      if (given) return <span id={name}>{given[language]}</span>
      return (
        <select {...attributes}>
          {!isNeeded(field) && <option value="" />}
          {Object.entries(withAnswers(control.options, [text])).map(([value, label]) => (
            <option value={value} selected={value === text}>
              {label[language]}
            </option>
          ))}
        </select>
      )
    }
    default:
      return <FieldBox control={control} attributes={attributes} text={text} language={language} />
  }
}

/** Several of the options; none ticked is an answer too. */
function TickBoxes({ field, name, text, language, labelledBy, problem }: EditCellProps) {
  const { control } = field
  if (control.kind !== 'boxes') return null
  const chosen = text.split(optionSeparator)
  return (
    <fieldset aria-labelledby={labelledBy} aria-describedby={problem ? `${name}-error` : undefined}>
      <input type="hidden" name={name} value="" />
      {Object.entries(withAnswers(control.options, chosen)).map(([value, label], index) => (
        <label class="pick">
          <input
            type="checkbox"
            id={index === 0 ? name : undefined}
            name={name}
            value={value}
            checked={chosen.includes(value)}
          />
          {label[language]}
        </label>
      ))}
    </fieldset>
  )
}
