import type { D1Database } from '@cloudflare/workers-types'
import { playPast } from '#sample/past/past.ts'
import { importFiles } from '#scripts/import/import-files.ts'
import { readFiles } from '#scripts/import/read-files.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { language } from '#scripts/text/text.ts'
import { openRoundNow } from '#shared/actions/open-round.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { sampleMovements, usualSample } from './sample-movements.ts'

/** As many as the dashboard compares this month with. */
const rounds = 7

/** The sample movement as after half a year of Relance, with the month's round open. */
export async function fillDatabase(
  db: D1Database,
  movement: Movement,
  now: Date,
  sheets?: readonly string[],
): Promise<void> {
  await importSample(db, movement, now, sheets)
  await playMonthsBefore(db, movement, now)
  await openRoundNow({ db, movement, actor: { kind: 'system' }, now })
}

/** Imports a sample movement's sheets as `npm run import` does. */
export async function importSample(
  db: D1Database,
  movement: Movement,
  now: Date,
  sheets: readonly string[] = sampleMovements[usualSample]?.sheets ?? [],
): Promise<void> {
  const { files } = await readFiles(sheets, sheetKinds(movement))
  await importFiles(db, files, {
    movement,
    townsOf,
    newUid: () => crypto.randomUUID(),
    apply: true,
    command: '',
    limit: 0,
    language,
    refusedFolder: null,
    now: () => now,
    print: () => undefined,
  })
}

/** Gives an imported network rounds, answers and corrections up to the first day of this month. */
export async function playMonthsBefore(db: D1Database, movement: Movement, now: Date): Promise<void> {
  const month = localTime(now, movement.timeZone).day.slice(0, 7)
  await playPast(db, { movement, now: new Date(`${month}-01`), rounds })
}
