import { onDatabase } from '#scripts/database.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { comingRungs, type OpenRound } from '#shared/domain/ladder.ts'
import { type Movement, movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings.ts'

const shown = 6

export const options = ['--remote']

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const movement = movementOf(fixed)
  const now = new Date()
  const { last } = await onDatabase(args.includes('--remote'), (db) => readSenderState(db, now))
  console.log(calendarText(last, movement, now))
}

/** The next dates on which mails leave, a line each. */
export function calendarText(last: OpenRound | null, movement: Movement, now: Date): string {
  const rungs = comingRungs(last, now, movement, shown)
  if (rungs.length === 0) return words.calendar.nothing
  const lines = rungs.map(({ name, dueAt }) => `  ${showInstant(dueAt, movement)}  ${words.calendar.rung[name]}`)
  return [words.calendar.title(movement.name, movement.timeZone), ...lines].join('\n')
}
