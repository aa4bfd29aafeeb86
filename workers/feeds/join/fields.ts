import type { Movement } from '#shared/movement.ts'
import { optional, paragraphs } from '#shared/record/codecs.ts'
import { type Field, readField } from '#shared/record/field.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { inEachLanguage } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

export const joinNames = ['groupName', 'town', 'postcode', 'name', 'email', 'phone', 'body'] as const
export type JoinName = (typeof joinNames)[number]

/** `isNeeded`: it cannot be left out, though it can in a record. */
export type JoinField = { field: Field<string | null>; isNeeded: boolean }

/** What else the group says to the team. */
function bodyField(own: OwnWords): Field<string | null> {
  const label = inEachLanguage((language) => textIn(language, own).join.form.body)
  return {
    label,
    control: { kind: 'long_text' },
    codec: optional(paragraphs(4000)),
    headings: inEachLanguage((language) => [label[language]] as const),
    audience: 'coordinators',
  }
}

/** What is asked of a new group: the record's own questions, each with its own check. */
export function joinFields({ sections }: Pick<Movement, 'sections'>): Readonly<Record<JoinName, JoinField>> {
  const { group, referents } = sections.ours
  const needed = (field: Field<never> | Field<string> | Field<string | null>) => ({
    field: field as Field<string | null>,
    isNeeded: true,
  })
  const free = (field: Field<string | null>) => ({ field, isNeeded: false })
  return {
    groupName: needed(group.fields.name),
    town: needed(group.fields.town),
    postcode: free(group.fields.postcode),
    name: needed(referents.fields.name),
    email: needed(emailField),
    phone: free(referents.fields.phone),
    body: free(bodyField(sections)),
  }
}

/** `country`: asked in a movement of several. */
export type TypedJoin = Readonly<Record<JoinName, string>> & { country: string; consent: string }
export const emptyJoin: TypedJoin = {
  groupName: '',
  town: '',
  postcode: '',
  name: '',
  email: '',
  phone: '',
  body: '',
  country: '',
  consent: '',
}

export type JoinProblems = Partial<Record<JoinName, FieldProblem>>
export type JoinValues = Readonly<Record<JoinName, string | null>>

/** What was typed as values, and what is wrong with it. */
export function readJoin(
  movement: Pick<Movement, 'sections'>,
  typed: TypedJoin,
): { values: JoinValues; problems: JoinProblems } {
  const problems: JoinProblems = {}
  const fields = joinFields(movement)
  const read = joinNames.map((name) => {
    const { field, isNeeded } = fields[name]
    const { value = null, problem } = readField(field, typed[name])
    if (problem) problems[name] = problem
    else if (isNeeded && value === null) problems[name] = { code: 'required' }
    return [name, value] as const
  })
  return { values: Object.fromEntries(read) as JoinValues, problems }
}
