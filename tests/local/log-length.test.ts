import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import { type Folder, takeFolder } from '#scripts/local/folder.ts'
import { copyDatabase } from '#tests/support/template.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  await copyDatabase(folder)
})
afterAll(() => rm(folder, { recursive: true }))

/** Pages that a command leaves in the log before it takes them into the file. */
const pages = () =>
  withDatabase(folder, (db) => db.prepare('PRAGMA wal_autocheckpoint').first<number>('wal_autocheckpoint'))

test('a command beside a server leaves no long log, which the next who saves would take into the file', async () => {
  expect(await pages()).toBe(16_000)
  const server = (await takeFolder(folder)) as Folder
  expect(await pages()).toBe(1000)
  await server.release()
})
