import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import movement from '#movement'
import { importFiles } from '#scripts/import/import-files.ts'
import { readFiles } from '#scripts/import/read-files.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { root } from '#scripts/local/paths.ts'
import { language } from '#scripts/text/text.ts'
import { openRoundNow } from '#workers/reminders/open-round.ts'

const sheets = ['groups', 'campaigns', 'participations', 'trainings', 'places']

/** Imports the sample movement's sheets, and opens the month's round. */
export async function fillDatabase(db: D1Database, now: Date): Promise<void> {
  await importSample(db, now)
  await openRoundNow(db, movement, now)
}

/** Imports the sample movement's sheets as `npm run import` does. */
export async function importSample(db: D1Database, now: Date): Promise<void> {
  const { files } = await readFiles(sheets.map((name) => join(root, 'sample', `${name}.csv`)))
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
