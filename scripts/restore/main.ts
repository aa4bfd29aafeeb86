import { rm } from 'node:fs/promises'
import { readArguments } from '#scripts/arguments.ts'
import { soundly, withDatabase } from '#scripts/local/database.ts'
import { findRunning, makeFolder, takeFolder } from '#scripts/local/folder.ts'
import { dataFolder, typedPath } from '#scripts/local/paths.ts'
import { refuseElsewhere } from '#scripts/local/served-folder.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { pauseMails } from '#shared/actions/control-mails.ts'
import { rebuildCounters } from '#shared/actions/rebuild-counters.ts'
import { revokeLinks } from '#shared/actions/revoke-links.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { draftCopy, endedSince, secretOf } from './draft-copy.ts'
import { lookAtCopy } from './look-at-copy.ts'
import { putInPlace } from './put-in-place.ts'

const options = { yes: { type: 'boolean' } } as const

/** Checks a copy, or the SQL of a whole database, says what it holds and what would leave again, and with `--yes` puts it in the place of the data. */
export async function main(args: string[], fixed: SomeSettings, now = new Date()): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 1, usage: words.restore.usage })
  const [given] = positionals
  if (given === undefined) throw new Stop(words.restore.usage)
  const folder = dataFolder()
  const source = typedPath(given)
  await refuseElsewhere(folder)
  await makeFolder(folder)
  const taken = await takeFolder(folder)
  if (!taken) throw new Stop(words.folderTaken(folder, (await findRunning(folder))?.pid ?? null))
  const draft = `${folder}/restoring`
  try {
    await draftCopy(source, draft)
    const endedAt = await endedSince(draft, folder)
    const secret = await secretOf(source, folder, endedAt !== null)
    const found = await soundly(draft, () =>
      withDatabase(draft, (db) => lookAtCopy(db, { source, fixed, secret, endedAt, now })),
    )
    console.log(words.restore.found(found))
    if (!values.yes) return console.log(words.restore.sure)
    if (found.wrongCounts > 0) await withDatabase(draft, (db) => rebuildCounters({ ...found.acting, db }))
    if (endedAt) await withDatabase(draft, (db) => revokeLinks({ db, actor: found.acting.actor, now }))
    const isPaused = found.waiting > 0 || found.step !== null
    if (isPaused) await withDatabase(draft, (db) => pauseMails({ ...found.acting, db }, words.restore.why))
    const kept = await putInPlace(draft, folder, secret, now)
    console.log(words.restore.done(kept, isPaused))
  } finally {
    await rm(draft, { recursive: true, force: true })
    await taken.release()
  }
}
