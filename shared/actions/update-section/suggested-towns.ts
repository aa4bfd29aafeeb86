import { listPlacesLike } from '#shared/db/places.ts'
import { rowsOf } from '#shared/domain/change.ts'
import { townKey } from '#shared/domain/place.ts'
import type { TypedRow } from '#shared/domain/typed-section.ts'
import { nearest } from '#shared/sheet/nearest.ts'
import type { Acting } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'
import { movementOfRow } from './read-rows.ts'

/** The towns that somebody may have meant by a new one that we do not know; none when nothing is close. */
export async function suggestedTowns(
  { db, movement }: Acting,
  { group, places }: { group: Pick<GroupToWrite['group'], 'shown'>; places: GroupToWrite['places'] },
  row: TypedRow | undefined,
): Promise<string[]> {
  const { town = '', postcode = '' } = row?.texts ?? {}
  const typed = town.trim()
  const [was] = rowsOf(group.shown, 'group')
  const { country } = movementOfRow(movement, { group }, row)
  const stays = typed === was?.town && (was.country ?? country) === country
  if (typed === '' || stays || places.length > 0) return []
  const like = { country, town: typed, postcode: postcode.replace(/\s/g, '') }
  const names = await listPlacesLike(db, like)
  return [
    ...new Set(
      nearest(
        townKey(typed),
        names.map((name) => [townKey(name), name] as const),
      ),
    ),
  ]
}
