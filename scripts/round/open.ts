import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { openRoundNow } from '#shared/actions/open-round.ts'
import { countRoundMails } from '#shared/db/rounds.ts'
import { readMovement } from '#shared/db/settings.ts'
import { isQuiet } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

/** The server beside us has the file between two slices. */
const pace = { isOver: () => false, pause: () => sleep(30) }

const options = { remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values } = readArguments(args, { options, usage: words.usage.openRound })
  console.log(
    await onDatabase(values.remote === true, async (db) => openRound(db, await readMovement(db, fixed), new Date())),
  )
}

/** Opens this month's round and says what that did. @throws Stop when it is open already, or has nobody to write to. */
export async function openRound(db: D1Database, movement: Movement, now: Date): Promise<string> {
  const { key, result } = await openRoundNow({ db, movement, actor: { kind: 'system' }, now }, pace)
  const month = monthName(key)
  if (result === 'open_already') throw new Stop(words.openRound.alreadyOpen(month))
  if (result === 'nobody') throw new Stop(words.openRound.nobody)
  const { pending = 0, suppressed = 0 } = await countRoundMails(db, key)
  const { from, until } = movement.calendar.quiet
  return [
    words.openRound.opened(month, pending),
    ...(suppressed > 0 ? [words.openRound.suppressed(suppressed)] : []),
    ...(isQuiet(now, movement) ? [words.openRound.atNight(from, until)] : []),
  ].join('\n')
}

function monthName(key: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${key}-15T12:00:00Z`),
  )
}
