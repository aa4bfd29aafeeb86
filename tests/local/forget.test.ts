import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { main } from '#scripts/person/main.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-01T10:00:00+01:00')
const name = 'Zénobie Quillfeather'
let folder: string

/** Every byte of a folder, as text: the file, its journal, and whatever else is there. */
const bytes = () =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('utf8'))
    .join('\n')
const traces = /Zénobie|zenobie|quillfeather|33612345678/i

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', folder)
  await withDatabase(folder, async (db) => {
    await makeGroups(db, { Pau: [name, 'Lou'] }, now)
    await db.prepare(`UPDATE person SET phone = '+33612345678' WHERE name = ?1`).bind(name).run()
  })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('a person who is erased by the command is in no byte of the file or its journal', async () => {
  expect(bytes()).toMatch(traces)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await main(['erase', 'zenobie.quillfeather@example.org', '--yes'], fixed)
  log.mockRestore()
  expect(traces.exec(bytes())?.[0]).toBeUndefined()
  expect(bytes()).toContain('lou@example.org')
})

test('nor one who is erased while the server runs, from the next minute on', async () => {
  const relance = await startRelance({ folder, port: 0, fixed, isQuiet: true, clock: now.toISOString() })
  await erasePerson({ db: relance.db, movement, actor: { kind: 'system' }, now }, personUid(name))
  await relance.tick()
  expect(traces.exec(bytes())?.[0]).toBeUndefined()
  await relance.stop()
  expect(traces.exec(bytes())?.[0]).toBeUndefined()
})

test('nor one who is erased by the command beside the server, whose file is written anew only when it ends', async () => {
  const relance = await startRelance({ folder, port: 0, fixed, isQuiet: true, clock: now.toISOString() })
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await main(['erase', 'zenobie.quillfeather@example.org', '--yes'], fixed)
  log.mockRestore()
  await relance.tick()
  expect(traces.exec(bytes())?.[0]).toBeUndefined()
  // Written anew, it would let nobody save meanwhile
  expect(existsSync(join(folder, 'forgotten'))).toBe(false)
  await relance.stop()
  expect(existsSync(join(folder, 'forgotten'))).toBe(true)
  expect(traces.exec(bytes())?.[0]).toBeUndefined()
})
