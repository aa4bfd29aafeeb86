import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#scripts/local/database.ts'

let path: string
let database: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'relance-test-'))
  database = await openDatabase(path)
})
afterAll(async () => {
  database.close()
  await rm(path, { recursive: true, force: true })
})

/** When each file of the database was last written to, but the index of the log, which is memory that is shared. */
async function writes(): Promise<Record<string, bigint>> {
  const names = (await readdir(path, { recursive: true })).filter((name) => /\.sqlite(-wal)?$/.test(name))
  const times = names.map(async (name) => [name, (await stat(join(path, name), { bigint: true })).mtimeNs] as const)
  return Object.fromEntries(await Promise.all(times))
}

test('looking writes nothing to the disk, and a write is there before its answer', async () => {
  const { db } = database
  const before = await writes()
  await db.prepare('SELECT count(*) FROM local_group').first()
  await db.batch([db.prepare('SELECT name FROM person'), db.prepare('SELECT key FROM round')])
  expect(await writes()).toEqual(before)
  await db
    .prepare(
      "INSERT INTO suppression (address, reason, since_at) VALUES ('a@example.org', 'hard_bounce', '2026-12-01T00:00:00.000Z')",
    )
    .run()
  expect(await writes()).not.toEqual(before)
})
