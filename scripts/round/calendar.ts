import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { readMovement } from '#shared/db/settings.ts'
import { comingSteps, type OpenRound } from '#shared/domain/sequence.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

const shown = 6

const options = { remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values } = readArguments(args, { options, usage: words.usage.calendar })
  const now = new Date()
  const told = await onDatabase(values.remote === true, async (db) => {
    const { last } = await readSenderState(db, now)
    return calendarText(last, await readMovement(db, fixed), now)
  })
  console.log(told)
}

/** The next dates on which mails leave, a line each. */
export function calendarText(last: OpenRound | null, movement: Movement, now: Date): string {
  const steps = comingSteps(last, now, movement, shown)
  if (steps.length === 0) return words.calendar.nothing
  const lines = steps.map(({ kind, dueAt }) => `  ${showInstant(dueAt, movement)}  ${words.calendar.step[kind]}`)
  return [words.calendar.title(movement.name, movement.timeZone), ...lines].join('\n')
}
