import * as z from 'zod'
import type { ListedGroup } from '#shared/db/group-list.ts'
import { silence } from '#shared/domain/silence.ts'
import { type Control, type Fields, fieldNames } from '#shared/record/field.ts'
import { publishedFields } from '#shared/record/listed-fields.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { CellView } from './columns.tsx'

const stateNames = Object.keys(groupStates) as [GroupState, ...GroupState[]]

/** A group as programs get it. Nobody is named: who may be shown where is the map's and the lists' own feed. */
const groupSchema = (sections: Sections) =>
  z
    .object({
      own: ownSchema(sections),
      fields: fieldsSchema(sections),
      id: z.string().describe('Stays the same for ever'),
      name: z.string(),
      town: z.string().nullable(),
      department: z.string().nullable(),
      region: z.string().nullable(),
      state: z.enum(stateNames),
      members: z.int().nullable().describe('Active members, as the group says'),
      founded_on: z.iso.date().nullable(),
      website: z.string().nullable(),
      public_email: z.string().nullable(),
      referents: z.int().describe('How many people can be written to about it'),
      reachable: z.int().describe('Those of them whose address works'),
      last_round: z.string().nullable().describe('The latest round in which it answered, such as 2026-12'),
      last_answer_at: z.iso.datetime().nullable(),
      checked_at: z.iso.datetime().nullable().describe('When the least recently checked section was checked'),
      silent_rounds: z.int().describe('Rounds that it let pass since it last answered'),
    })
    .strict()

/** Answers to the movement's own questions about the group, by their keys. What was answered to another type of question is told as it was. */
function ownSchema({ ours }: Sections) {
  const { fields }: { fields: Fields } = ours.group
  const own = Object.values(fields).flatMap(({ own, label, control }) =>
    own ? [[own, answerSchema(control).nullable().describe(label.en)] as const] : [],
  )
  return z.object(Object.fromEntries(own)).strict().describe('Answers to the movement’s own questions')
}

/** Other fields of ours, by the names of their columns. */
function fieldsSchema(sections: Sections) {
  const fields = Object.entries(publishedFields(sections))
  return z
    .object(
      Object.fromEntries(
        fields.map(([name, { label, control }]) => [name, answerSchema(control).nullable().describe(label.en)]),
      ),
    )
    .strict()
    .describe('What else is known of the group')
}

function answerSchema(control: Control) {
  if (control.kind === 'boxes') return z.array(z.string())
  return z.union([z.string(), z.number(), z.boolean()])
}

const listSchema = (sections: Sections) =>
  z.object({ version: z.literal(1), made_at: z.iso.datetime(), groups: z.array(groupSchema(sections)) }).strict()

/** JSON Schema (2020-12) of the list. */
export function groupJsonSchema(sections: Sections): object {
  return { title: 'Relance: a list of groups', ...z.toJSONSchema(listSchema(sections)) }
}

/** The list, written as it is read. */
export async function* groupsInJson(chunks: AsyncIterable<ListedGroup[]>, cells: CellView): AsyncGenerator<string> {
  yield `{"version":1,"made_at":${JSON.stringify(cells.now.toISOString())},"groups":[`
  let isFirst = true
  for await (const groups of chunks) {
    const rows = groups.map((group) => JSON.stringify(groupInJson(group, cells)))
    yield `${isFirst ? '' : ','}\n${rows.join(',\n')}`
    isFirst = false
  }
  yield '\n]}\n'
}

/** Only what is asked: what was, and is no more, is kept and not told. */
function ownInJson({ own }: ListedGroup, { ours }: Sections) {
  const { fields }: { fields: Fields } = ours.group
  return Object.fromEntries(
    Object.values(fields).flatMap(({ own: key, control }) => {
      if (!key) return []
      const value = own[key] ?? null
      return [[key, control.kind === 'boxes' && value !== null ? String(value).split(optionSeparator) : value]]
    }),
  )
}

function fieldsInJson({ fields }: ListedGroup, { sections, country }: CellView['movement']) {
  const names = fieldNames(publishedFields(sections))
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? (name === 'country' ? country : null)]))
}

function groupInJson(group: ListedGroup, { rounds, movement }: CellView): z.output<ReturnType<typeof groupSchema>> {
  return {
    own: ownInJson(group, movement.sections),
    fields: fieldsInJson(group, movement),
    id: group.uid,
    name: group.name,
    town: group.town,
    department: group.department,
    region: group.region,
    state: group.state,
    members: group.members,
    founded_on: group.foundedOn,
    website: group.website,
    public_email: group.publicEmail,
    referents: group.referents,
    reachable: group.reachable,
    last_round: group.lastRound,
    last_answer_at: group.lastAnswerAt?.toISOString() ?? null,
    checked_at: group.checkedAt?.toISOString() ?? null,
    silent_rounds: silence(rounds, group),
  }
}
