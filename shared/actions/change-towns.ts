import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { insertEvent } from '#shared/db/events.ts'
import { listPlaces, upsertPlaces } from '#shared/db/places.ts'
import type { TownChange } from '#shared/db/town-changes.ts'
import type { Place } from '#shared/domain/place.ts'
import { type Acting, commit } from './acting.ts'

/** The event that remembers what towns were, where an import moves some. */
export function townsEvent(
  { db, actor, now }: Pick<Acting, 'db' | 'actor' | 'now'>,
  moved: readonly TownChange[],
): D1PreparedStatement[] {
  return moved.length > 0 ? [insertEvent(db, actor, townsChanged(moved), now)] : []
}

/** Puts towns back to what they were; one that was changed since stays. It can be undone in turn. Gives how many were put back. */
export async function undoTowns(
  acting: Acting,
  changes: readonly TownChange[],
): Promise<{ parts: number; kept: number }> {
  const { db, movement } = acting
  const key = ({ country = movement.country, name, department }: Place) => `${country}|${name}|${department}`
  const known = new Map((await listPlaces(db, movement.countries)).map((place) => [key(place), place]))
  const same = changes.filter(({ after }) => isSame(known.get(key(after)), after))
  if (same.length > 0) {
    const before = same.map((change) => change.before)
    const back = same.map(({ before, after }) => ({ before: after, after: before }))
    await commit(acting, upsertPlaces(db, movement.country, before), townsChanged(back))
  }
  return { parts: same.length, kept: changes.length - same.length }
}

const townsChanged = (towns: readonly TownChange[]) =>
  ({ action: 'change_towns', details: { towns: towns.map((one) => JSON.stringify(one)) } }) as const

function isSame(known: Place | undefined, { region, latitude, longitude }: Place): boolean {
  return known?.region === region && known.latitude === latitude && known.longitude === longitude
}
