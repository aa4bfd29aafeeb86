import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { checkHeadings } from '#scripts/import/check-headings.ts'
import { databaseFilesIn } from '#scripts/local/folder.ts'
import { dataFolder } from '#scripts/local/paths.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import { nextRound, opening } from '#shared/domain/round.ts'
import { type Movement, movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'

const options = { remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values } = readArguments(args, { options })
  const movement = await findMovement(values.remote === true, fixed)
  checkHeadings(sheetKinds(movement))
  const next = nextRound(new Date(), movement)
  console.log(words.configRight(movement.name))
  console.log(next ? words.nextRound(showInstant(opening(next).dueAt, movement)) : words.noRound)
}

/** With what is set in the database, once there is one. */
async function findMovement(isRemote: boolean, fixed: SomeSettings): Promise<Movement> {
  if (!isRemote && databaseFilesIn(dataFolder()).length === 0) return movementOf(fixed)
  return onDatabase(isRemote, (db) => readMovement(db, fixed))
}
