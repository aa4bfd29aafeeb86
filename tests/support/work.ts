import type { World } from './world.ts'

/** What something asks of the database, and how many rows it changes there, those of triggers too. */
export async function workOf(
  world: World,
  activity: () => Promise<unknown>,
): Promise<{ trips: number; statements: number; changed: number }> {
  const changes = async () => (await world.db.prepare('SELECT total_changes() AS n').first<number>('n')) ?? Number.NaN
  const changed = await changes()
  const before = await world.trips()
  await activity()
  const after = await world.trips()
  return {
    trips: after.trips - before.trips,
    statements: after.statements - before.statements,
    changed: (await changes()) - changed,
  }
}
