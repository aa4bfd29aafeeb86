import { existsSync } from 'node:fs'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { checkHeadings } from '#scripts/import/check-headings.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { dataFolder } from '#scripts/local/paths.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { language, words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import { comingSteps } from '#shared/domain/sequence.ts'
import { type Movement, movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { colonIn } from '#shared/text/colon.ts'
import { textIn } from '#shared/text/text.ts'
import { whatIsAsked } from './what-is-asked.ts'

/** As on the dashboard. */
const datesShown = 6

const options = { remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values } = readArguments(args, { options, usage: words.usage.checkConfig })
  const movement = await findMovement(values.remote === true, fixed)
  checkHeadings(sheetKinds(movement))
  const coming = comingSteps(null, new Date(), movement, datesShown)
  console.log(words.configRight(movement.name))
  console.log(['', ...whatIsAsked(movement.sections, movement.questions), ''].join('\n'))
  if (coming.length === 0) return console.log(words.noRound)
  const { step } = textIn(language, movement).dashboard.overview
  const dates = coming.map(({ kind, dueAt }) => `  ${showInstant(dueAt, movement)}${colonIn(language)}${step[kind]}`)
  console.log([words.nextDates, ...dates].join('\n'))
}

/** With what is set in the database, once there is one. */
async function findMovement(isRemote: boolean, fixed: SomeSettings): Promise<Movement> {
  if (!isRemote && !existsSync(databaseFile(dataFolder()))) return movementOf(fixed)
  return onDatabase(isRemote, (db) => readMovement(db, fixed))
}
