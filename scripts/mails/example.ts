import type { Departure } from '#shared/db/departures.ts'
import type { Change } from '#shared/domain/change.ts'
import { isNews } from '#shared/domain/mail.ts'
import type { GroupRecord } from '#shared/record/record.ts'

/** What an example is made of: the group's record, the movement's first coordinator and groups, and the round of this month. */
export type Material = {
  group: { uid: string; record: GroupRecord } | null
  coordinator: string
  groups: readonly { uid: string; name: string }[]
  round: string
}

/** So many groups are named in an example of the list of silent groups. */
const named = 3

/** A mail that has nothing to tell yet, with what it could tell; the same when it has, or needs nothing. */
export function withExample(departure: Departure, material: Material): { departure: Departure; isExample: boolean } {
  const missing = missingOf(departure, material)
  return missing === null
    ? { departure, isExample: false }
    : { departure: { ...departure, ...missing }, isExample: true }
}

function missingOf(departure: Departure, { group, coordinator, groups, round }: Material): Partial<Departure> | null {
  const { kind } = departure
  if (kind === 'silent_groups' && departure.round === null) return { round, silence: silenceOf(groups) }
  if (!group) return null
  const name = String(group.record.group[0]?.name)
  const others = group.record.referents
    .map((referent) => String(referent.name))
    .filter((one) => one !== departure.to.name)
  const [by = kind === 'receipt' ? departure.to.name : coordinator] = kind === 'receipt' ? [] : others
  if (isNews(kind) && !departure.news?.revisions.length)
    return { news: { uid: group.uid, group: name, revisions: [{ by, changes: [changeOf(group)] }], names: new Map() } }
  if (kind === 'wrong_address' && departure.wrong === null)
    return { wrong: { uid: group.uid, group: name, about: others[0] ?? coordinator } }
  return null
}

/** Two members more than are known. */
function changeOf({ uid, record }: { uid: string; record: GroupRecord }): Change {
  const before = record.group[0]?.active_members
  const after = typeof before === 'number' ? before + 2 : 12
  return { list: 'group', row: uid, field: 'active_members', before: before ?? null, after }
}

function silenceOf(groups: Material['groups']): Departure['silence'] {
  return {
    asked: groups.length,
    silent: groups.length,
    named: groups.slice(0, named).map(({ uid, name }) => ({ uid, name, rounds: 1 })),
    months: [],
  }
}
