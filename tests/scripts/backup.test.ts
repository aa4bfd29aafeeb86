import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import { copyFolder } from '#scripts/backup/copy-folder.ts'
import { dropDrafts, dropOldest } from '#scripts/backup/drop-oldest.ts'
import { main } from '#scripts/backup/main.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { words } from '#scripts/text/text.ts'
import { type Program, startProgram } from '#tests/support/program.ts'
import { copyDatabase } from '#tests/support/template.ts'

let folder: string
let started: Program[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  started = []
})
afterEach(async () => {
  for (const program of started) program.signal('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const data = () => join(folder, 'data')
const copies = () => join(folder, 'copies')

function run(name: string, args: readonly string[]): Program {
  const program = startProgram(name, args, { env: { DATA: data() } })
  started.push(program)
  return program
}

const countAddresses = (path: string) =>
  withDatabase(path, (db) => db.prepare('SELECT count(*) AS n FROM suppression').first<number>('n'))

const suppressed = (n: number) =>
  withDatabase(data(), async (db) => {
    for (let index = 0; index < n; index++)
      await db
        .prepare("INSERT INTO suppression (address, reason, since_at) VALUES (?1, 'complaint', 'now')")
        .bind(`${crypto.randomUUID()}@example.org`)
        .run()
  })

describe('npm run backup', () => {
  test('copies what a running Relance keeps into a folder that runs in its place', async () => {
    await copyDatabase(data())
    const running = await startRelance({ fixed, folder: data(), port: 0, isQuiet: true })
    await suppressed(3)
    const writing = suppressed(60)
    const program = run('backup', [copies()])
    expect(await program.ended, program.said()).toBe(0)
    await writing
    const [name = '', ...others] = readdirSync(copies())
    expect(others).toEqual([])
    const copy = join(copies(), name)
    expect(program.said()).toContain(`Copied: ${copy}`)
    expect(await countAddresses(copy)).toBeGreaterThanOrEqual(3)
    await running.stop()
    const inPlace = await startRelance({ fixed, folder: copy, port: 0, isQuiet: true })
    expect((await fetch(inPlace.url)).status).toBe(200)
    await inPlace.stop()
  })

  test('says that there is nothing to copy, rather than leave an empty copy', async () => {
    vi.stubEnv('DATA', data())
    const missing = { name: 'Stop', message: words.backup.nothing(data()) }
    await expect(main([copies()])).rejects.toMatchObject(missing)
    expect(existsSync(copies())).toBe(false)
  })

  test('says where it cannot write', async () => {
    await withDatabase(data(), async () => undefined)
    await writeFile(copies(), 'a file')
    vi.stubEnv('DATA', data())
    const refused = { name: 'Stop', message: words.folderNotWritable(copies()) }
    await expect(main([copies()])).rejects.toMatchObject(refused)
  })

  test('keeps as many copies as it is told, and touches nothing else but what a killed copy left', async () => {
    const names = ['relance-2026-12-01T08-00-00Z', 'relance-2026-12-02T08-00-00Z', 'relance-2026-12-03T08-00-00Z']
    const others = ['photos', 'relance-2020-01-01T08-00-00Z', 'relance-notes']
    for (const name of [...names, ...others]) mkdirSync(join(copies(), name), { recursive: true })
    for (const name of names) await writeFile(join(copies(), name, 'relance.sqlite'), '')
    expect(await dropOldest(copies(), 2)).toBe(1)
    mkdirSync(join(copies(), 'relance-2026-12-01T08-00-00Z.12.part'))
    mkdirSync(join(copies(), 'photos.part'))
    await dropDrafts(copies(), new Date())
    expect(readdirSync(copies())).toContain('relance-2026-12-01T08-00-00Z.12.part')
    await dropDrafts(copies(), new Date(Date.now() + 2 * 86_400_000))
    expect(readdirSync(copies()).sort()).toEqual([...others, ...names.slice(1), 'photos.part'].sort())
  })

  test('looks over drafts of another backup that end meanwhile', async () => {
    mkdirSync(copies(), { recursive: true })
    // What leads nowhere is there for whoever lists, and gone for whoever looks
    await symlink(join(folder, 'gone'), join(copies(), 'relance-2026-12-01T08-00-00Z.12.part'))
    await expect(dropDrafts(copies(), new Date())).resolves.toBeUndefined()
  })

  test('makes two that begin in the same second, and neither is called damaged', async () => {
    await copyDatabase(data())
    const now = new Date('2026-12-01T08:00:00Z')
    const both = [1, 2].map(() => copyFolder(data(), copies(), now))
    expect((await Promise.all(both)).map(({ path }) => basename(path)).sort()).toEqual([
      'relance-2026-12-01T08-00-00Z',
      'relance-2026-12-01T08-00-01Z',
    ])
  })
})
