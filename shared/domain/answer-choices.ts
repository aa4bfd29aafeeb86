import { type Fields, fieldNames } from '#shared/record/field.ts'
import { listedFields } from '#shared/record/listed-fields.ts'
import { ourSections, type Sections } from '#shared/record/sections.ts'
import { yesNoWords } from '#shared/record/show.ts'
import type { Words } from '#shared/text/language.ts'
import { inLanguages } from '#shared/text/words.ts'

/** Stands for an answer that nobody gave. */
export const unsaidAnswer = '-'
const unsaid = { [unsaidAnswer]: inLanguages({ fr: 'pas dit', en: 'not said' }) }

/** A question about the group that lists are filtered by: its options, each as `key.option`, and what it is called. Of ours, `column` is where it is kept. */
export type AnswerChoice = { key: string; label: Words; options: [value: string, label: Words][]; column?: string }

/** Before the name of a field of ours: keys of a movement's own begin with a letter. */
const ofOurs = '_'

const identity = ourSections.find(({ name }) => name === 'identity')

/** Whether what is asked for (`key.option`) is an answer to a question of the movement's own. */
export function isOwnAnswer(answer: string): boolean {
  return !answer.startsWith(ofOurs)
}

/** An answer about a field of ours, as its column holds it; null: not said. */
export function askedOfOurs(answer: string): { column: string; value: string | null } {
  const [key = '', option = ''] = answer.split('.')
  const column = key.slice(ofOurs.length)
  if (!identity || !Object.hasOwn(identity.fields, column)) throw new Error(`no field of ours: ${column}`)
  return { column, value: option === unsaidAnswer ? null : keptAnswer(option) }
}

/** Yes and no are kept as 1 and 0. */
export function keptAnswer(option: string): string {
  return option === 'oui' ? '1' : option === 'non' ? '0' : option
}

/** What is asked about the group with options: what lists do not filter by in a way of their own, and the own questions. */
export function answerChoices(sections: Sections): AnswerChoice[] {
  const { fields }: { fields: Fields } = sections.ours.group
  const own = fieldNames(fields).flatMap((name): AnswerChoice[] => {
    const field = fields[name]
    const options = field && 'options' in field.control ? field.control.options : null
    return field?.own && options ? [choiceOf(field.own, field.label, { ...options, ...unsaid })] : []
  })
  const listed = Object.entries(listedFields(sections)).filter(([name]) => !filteredApart.has(name))
  const ofFields = listed.flatMap(([name, { control, codec, label }]): AnswerChoice[] => {
    const options = control.kind === 'checkbox' ? yesNoWords : 'options' in control ? control.options : null
    if (!options) return []
    const offered = codec.out.safeParse(null).success ? { ...options, ...unsaid } : options
    return [{ ...choiceOf(`${ofOurs}${name}`, label, offered), column: name }]
  })
  return [...ofFields, ...own]
}

/** Countries stand with the regions. */
const filteredApart: ReadonlySet<string> = new Set(['country'])

function choiceOf(key: string, label: Words, options: Readonly<Record<string, Words>>): AnswerChoice {
  return { key, label, options: Object.entries(options).map(([option, label]) => [`${key}.${option}`, label]) }
}
