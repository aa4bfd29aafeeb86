import { type Fields, fieldNames } from '#shared/record/field.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Words } from '#shared/text/language.ts'
import { inLanguages } from '#shared/text/words.ts'

/** Stands for an answer that nobody gave. */
export const unsaidAnswer = '-'
const notSaid = inLanguages({ fr: 'pas dit', en: 'not said' })

/** A question about the group that lists are filtered by: its options, each as `key.option`, and what it is called. */
export type AnswerChoice = { key: string; label: Words; options: [value: string, label: Words][] }

/** The own questions about the group that have options. */
export function answerChoices({ ours }: Sections): AnswerChoice[] {
  const { fields }: { fields: Fields } = ours.group
  return fieldNames(fields).flatMap((name): AnswerChoice[] => {
    const field = fields[name]
    if (!field?.own || !('options' in field.control)) return []
    const { own: key, label, control } = field
    const options = [...Object.entries<Words>(control.options), [unsaidAnswer, notSaid] as const]
    return [{ key, label, options: options.map(([option, label]) => [`${key}.${option}`, label]) }]
  })
}
