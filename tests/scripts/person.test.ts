import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { main } from '#scripts/person/main.ts'
import { makeGroups } from '#tests/support/movement.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', folder)
  await withDatabase(folder, (db) => makeGroups(db, { Pau: ['Lou'] }, new Date('2026-11-01T10:00:00Z')))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function said(...args: string[]): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  await main(args, fixed).finally(() => log.mockRestore())
  return lines.join('\n')
}

test('a person’s data are given by one command, whatever the case of their address', async () => {
  expect(JSON.parse(await said('export', 'LOU@example.org'))).toMatchObject({
    name: 'Lou',
    memberships: [{ group: 'Archipel Pau' }],
  })
})

test('a person is forgotten by one command, once it was said who that is', async () => {
  expect(await said('erase', 'lou@example.org')).toContain('Lou (Archipel Pau)')
  expect(await said('export', 'lou@example.org')).toContain('"Lou"')
  await expect(main(['erase', 'lou@example.org', '--yes', '--remot'], fixed)).rejects.toMatchObject({ name: 'Stop' })
  expect(await said('export', 'lou@example.org')).toContain('"Lou"')
  await said('erase', 'lou@example.org', '--yes')
  await expect(main(['export', 'lou@example.org'], fixed)).rejects.toMatchObject({ name: 'Stop' })
})
