import * as z from 'zod'
import type { ListedGroup } from '#shared/db/group-list.ts'
import { silence } from '#shared/domain/group-filter.ts'
import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import type { CellView } from './columns.tsx'

const stateNames = Object.keys(groupStates) as [GroupState, ...GroupState[]]

/** A group as programs get it. Nobody is named: who may be shown where is the map's and the lists' own feed. */
const groupSchema = z
  .object({
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
    checked_at: z.iso.datetime().nullable().describe('When the section was checked that was checked longest ago'),
    silent_rounds: z.int().describe('Rounds that it let pass since it last answered'),
  })
  .strict()

const listSchema = z.object({ version: z.literal(1), made_at: z.iso.datetime(), groups: z.array(groupSchema) }).strict()

/** JSON Schema (2020-12) of the list. */
export function groupJsonSchema(): object {
  return { title: 'Relance: a list of groups', ...z.toJSONSchema(listSchema) }
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

function groupInJson(group: ListedGroup, { rounds }: CellView): z.output<typeof groupSchema> {
  return {
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
