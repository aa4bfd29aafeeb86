import { departmentKey, type FoundPlace, findPlace, townKey } from '#shared/domain/place.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Note } from './problem.ts'
import type { Given } from './read-row.ts'
import type { World } from './world.ts'

type GroupRow = GroupRecord['group'][number]

/**
 * A group with what follows from its town: department, region and position where the sheet does not give them. A position
 * that we have stays while the town does, unless a sheet of places states another.
 */
export function locate(
  group: GroupRow,
  before: GroupRow | null,
  given: Given,
  { gazetteer, stated }: Pick<World, 'gazetteer' | 'stated'>,
): { group: GroupRow; notes: Note[] } {
  const moved = before !== null && isElsewhere(before, group)
  const rested: GroupRow = moved ? { ...group, ...forgotten(given) } : group
  const placed = { ...rested, ...wholePosition(given, before) }
  const found = placed.town === null ? null : findPlace(gazetteer, placed.town, placed)
  const named = {
    ...placed,
    department: placed.department ?? (found?.place.department || null),
    region: placed.region ?? found?.place.region ?? null,
  }
  if (given.latitude !== undefined && given.longitude !== undefined) return { group: named, notes: [] }
  const keeps = named.latitude !== null && named.longitude !== null && !(found && stated.has(found.place))
  if (keeps) return { group: named, notes: [] }
  return found ? at(named, found) : { group: named, notes: named.town === null ? [] : [unknownPlace(named)] }
}

function isElsewhere(before: GroupRow, after: GroupRow): boolean {
  const department = (group: GroupRow) => departmentKey(group.department ?? '')
  const renamed = townKey(before.town ?? '') !== townKey(after.town ?? '')
  if (before.country !== after.country) return true
  return renamed || (before.department !== null && department(before) !== department(after))
}

/** What was true of the old town and is not said of the new one. */
function forgotten(given: Given): Partial<GroupRow> {
  const fields = ['department', 'region', 'latitude', 'longitude'] as const
  return Object.fromEntries(fields.filter((field) => given[field] === undefined).map((field) => [field, null]))
}

/** Half a position is none. */
function wholePosition(given: Given, before: GroupRow | null): Partial<GroupRow> {
  if ((given.latitude === undefined) === (given.longitude === undefined)) return {}
  return { latitude: before?.latitude ?? null, longitude: before?.longitude ?? null }
}

function at(group: GroupRow, { place, exact }: FoundPlace): { group: GroupRow; notes: Note[] } {
  const { latitude, longitude } = place
  const isNews = group.latitude !== latitude || group.longitude !== longitude
  const note: Note = { code: 'place_nearly', town: group.town ?? '', place: place.name }
  return { group: { ...group, latitude, longitude }, notes: exact || !isNews ? [] : [note] }
}

function unknownPlace(group: GroupRow): Note {
  return { code: 'place_unknown', town: group.department ? `${group.town} (${group.department})` : (group.town ?? '') }
}
