import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dropOldest } from '#scripts/backup/drop-oldest.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { type Program, startProgram } from '#tests/support/program.ts'

let folder: string
let started: Program[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  started = []
})
afterEach(async () => {
  for (const program of started) program.signal('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  await rm(folder, { recursive: true, force: true })
})

const data = () => join(folder, 'data')
const copies = () => join(folder, 'copies')

function run(name: string, args: readonly string[], env: Record<string, string> = {}): Program {
  const program = startProgram(name, args, { env: { DATA: data(), PORT: '0', ...env } })
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
    await run('start', []).until(/Ctrl-C/)
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
    const [, url = ''] = await run('start', [], { DATA: copy }).until(/form +(http:\S+)[\s\S]*Ctrl-C/)
    expect((await fetch(url)).status).toBe(200)
  })

  test('says that there is nothing to copy, rather than leave an empty copy', async () => {
    const program = run('backup', [copies()])
    expect(await program.ended).toBe(1)
    expect(program.said()).toContain('There is no database in the folder')
    expect(existsSync(copies())).toBe(false)
  })

  test('says where it cannot write', async () => {
    await withDatabase(data(), async () => undefined)
    await writeFile(copies(), 'a file')
    const program = run('backup', [copies()])
    expect(await program.ended).toBe(1)
    expect(program.said()).toContain(`Nothing can be written in the folder ${copies()}`)
  })

  test('keeps as many copies as it is told, and touches nothing else', async () => {
    const names = ['relance-2026-12-01T08-00-00Z', 'relance-2026-12-02T08-00-00Z', 'relance-2026-12-03T08-00-00Z']
    for (const name of [...names, 'photos', 'relance-notes']) mkdirSync(join(copies(), name), { recursive: true })
    expect(await dropOldest(copies(), 2)).toBe(1)
    expect(readdirSync(copies()).sort()).toEqual(['photos', ...names.slice(1), 'relance-notes'])
  })
})
