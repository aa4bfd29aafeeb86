import { type CounterFaults, countCounterFaults, recountEach } from '#shared/db/counters.ts'
import { type Acting, commit } from './acting.ts'

/** Counts anew all that triggers keep, where any of it is wrong; says what was. Nothing is written where all is right. */
export async function rebuildCounters(acting: Pick<Acting, 'db' | 'actor' | 'now'>): Promise<CounterFaults> {
  const wrong = (await countCounterFaults(acting.db)).filter(({ faults }) => faults > 0)
  if (wrong.length === 0) return wrong
  const details = { faults: wrong.reduce((sum, { faults }) => sum + faults, 0) }
  for (const statements of recountEach(acting.db)) await acting.db.batch(statements)
  await commit(acting, [], { action: 'rebuild_counters', details })
  return wrong
}
