import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { words } from '#scripts/text/text.ts'
import { rebuildCounters } from '#shared/actions/rebuild-counters.ts'
import { countCounterFaults } from '#shared/db/counters.ts'

const options = { remote: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } as const

export async function main(args: string[]): Promise<void> {
  const { values } = readArguments(args, { options, usage: words.rebuildCounters.usage })
  await onDatabase(values.remote === true, async (db) => {
    if (values['dry-run']) {
      const wrong = (await countCounterFaults(db)).filter(({ faults }) => faults > 0)
      return console.log(words.rebuildCounters.found(wrong, false))
    }
    const wrong = await rebuildCounters({ db, actor: { kind: 'system' }, now: new Date() })
    console.log(words.rebuildCounters.found(wrong, true))
  })
}
