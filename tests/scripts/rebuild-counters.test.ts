import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import { main } from '#scripts/rebuild-counters/main.ts'
import { rebuildCounters } from '#shared/actions/rebuild-counters.ts'
import { makeGroups } from '#tests/support/movement.ts'

const actor = { kind: 'system' } as const
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', folder)
  await withDatabase(folder, (db) => makeGroups(db, { Pau: ['Lou'], Dax: ['Noa'] }, new Date()))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function said(...args: string[]): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  await main(args).finally(() => log.mockRestore())
  return lines.join('\n')
}

test('where nobody is registered yet, all counts are right', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'relance-test-'))
  await withDatabase(empty, async (db) => expect(await rebuildCounters({ db, actor, now: new Date() })).toEqual([]))
  await rm(empty, { recursive: true, force: true })
})

test('npm run rebuild-counters says which counters are wrong, and mends them unless it is a dry run', async () => {
  expect(await said()).toMatch(/^(All counts are right|Tous les comptes sont justes)\.$/)
  await withDatabase(folder, (db) => db.prepare('UPDATE group_rollup SET groups = groups + 5').run())
  expect(await said('--dry-run')).toMatch(/^group_rollup\s?: 1 [^\n]+\n(Nothing is written|Rien n’est écrit)/)
  expect(await said()).toMatch(/^group_rollup\s?: 1 [^\n]+\n(All are counted anew|Tout est recompté)\.$/)
  expect(await said()).toMatch(/right|justes/)
})
