import type { Language } from '#shared/text/language.ts'
import { type Fields, fieldNames } from './field.ts'
import type { Value } from './row.ts'
import { showBriefly } from './show.ts'

/** What is answered, in the order of its questions, each in its own words where no label stands beside it. */
export function answersSaid(fields: Fields, answers: Readonly<Record<string, Value>>, language: Language): string[] {
  return fieldNames(fields).flatMap((name) => {
    const [field, value] = [fields[name], answers[name] ?? null]
    return field && value !== null ? [showBriefly(field, value, language)] : []
  })
}
