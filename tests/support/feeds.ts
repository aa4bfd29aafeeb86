import { writeConsents } from '#shared/db/consents.ts'
import type { ConsentField } from '#shared/domain/public-group.ts'
import { groupUid, personUid } from './movement.ts'
import type { World } from './world.ts'

/** Values of columns of a group, as an import or the team would write them, with nothing else told. */
export async function setGroup(
  { db }: Pick<World, 'db'>,
  town: string,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const names = Object.keys(values)
  await db
    .prepare(
      `UPDATE local_group SET ${names.map((name, index) => `${name} = ?${index + 2}`).join(', ')} WHERE uid = ?1`,
    )
    .bind(groupUid(town), ...Object.values(values))
    .run()
}

/** Puts groups on the public map, each at a place of its own. */
export async function putOnMap(world: Pick<World, 'db'>, towns: readonly string[], region = 'Bretagne'): Promise<void> {
  for (const [index, town] of towns.entries())
    await setGroup(world, town, { on_map: 1, latitude: 48 + index / 1000, longitude: -2, region, department: '35' })
}

/** What somebody wants to be public from now on. */
export async function agree({ db, now }: World, name: string, fields: readonly ConsentField[]): Promise<void> {
  const wishes = Object.fromEntries(fields.map((field) => [field, `D’accord pour ${field}`]))
  await db.batch(writeConsents(db, personUid(name), wishes, now()))
}
