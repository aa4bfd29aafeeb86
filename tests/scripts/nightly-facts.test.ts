import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import { root } from '#scripts/local/paths.ts'
import { areFactsDue, NightlyFacts } from '#scripts/start/nightly-facts.ts'
import { makeGroups } from '#tests/support/movement.ts'

const timeZone = 'Europe/Paris'

describe('the facts of a night are due', () => {
  test.each<[what: string, writtenAt: string | null, now: string, isDue: boolean]>([
    ['where there are none yet', null, '2026-12-01T12:00:00Z', true],
    ['once the night is over', '2026-11-30T02:31:00Z', '2026-12-01T02:31:00Z', true],
    ['not before', '2026-11-30T02:31:00Z', '2026-12-01T02:29:00Z', false],
    ['not twice', '2026-12-01T02:31:00Z', '2026-12-01T23:00:00Z', false],
    ['after a night that was missed', '2026-11-29T02:31:00Z', '2026-12-01T01:00:00Z', true],
    ['once on the day on which clocks go back', '2026-10-24T01:31:00Z', '2026-10-25T02:31:00Z', true],
    ['not twice on that day', '2026-10-25T02:31:00Z', '2026-10-25T03:31:00Z', false],
    ['on the day on which clocks go forward', '2026-03-28T02:31:00Z', '2026-03-29T01:31:00Z', true],
  ])('%s', (_what, writtenAt, now, isDue) => {
    expect(areFactsDue(writtenAt === null ? null : new Date(writtenAt), new Date(now), timeZone)).toBe(isDue)
  })
})

describe('a night', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
    vi.stubEnv('DATA', join(folder, 'data'))
    await withDatabase(join(folder, 'data'), (db) => makeGroups(db, { Pau: ['Lou'] }, new Date()))
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  const program = join(root, 'scripts/export.ts')
  const faults = () =>
    withDatabase(join(folder, 'data'), (db) => db.prepare('SELECT faults FROM publication').first<string>('faults'))

  test('writes them once, as a file of tables and as sheets', async () => {
    const facts = join(folder, 'facts')
    await withDatabase(join(folder, 'data'), async (db) => {
      const nightly = new NightlyFacts({ folder: facts, program, timeZone }, db)
      expect(await nightly.look(new Date())).toBe(true)
      expect(await nightly.look(new Date())).toBe(null)
    })
    const file = new DatabaseSync(join(facts, 'network.sqlite'), { readOnly: true })
    expect(file.prepare('SELECT name, town FROM groups').all()).toEqual([{ name: 'Archipel Pau', town: 'Pau' }])
    // What docs/facts.md has people ask in Metabase
    const asked = [...(await readFile(join(root, 'docs/facts.md'), 'utf8')).matchAll(/```sql\n(.*?)```/gs)]
    expect(asked).toHaveLength(4)
    for (const [, sql = ''] of asked) expect(() => file.prepare(sql).all(), sql).not.toThrow()
    file.close()
    const rows = parse(await readFile(join(facts, 'csv/groups.csv')), { columns: true }) as { name: string }[]
    expect(rows.map(({ name }) => name)).toEqual(['Archipel Pau'])
    expect(existsSync(join(facts, 'csv/group_rounds.csv'))).toBe(true)
  })

  test('that fails is said, is tried again an hour later, and said no more once it works', async () => {
    const facts = join(folder, 'others')
    await withDatabase(join(folder, 'data'), async (db) => {
      const nightly = new NightlyFacts({ folder: facts, program: join(folder, 'gone.ts'), timeZone }, db)
      const now = new Date()
      expect(await nightly.look(now)).toBe(false)
      expect(await nightly.look(new Date(now.getTime() + 60_000))).toBe(null)
      expect(await faults()).toContain('facts')
      expect(await nightly.look(new Date(now.getTime() + 3_700_000))).toBe(false)
    })
    await withDatabase(join(folder, 'data'), async (db) => {
      expect(await new NightlyFacts({ folder: facts, program, timeZone }, db).look(new Date())).toBe(true)
    })
    expect(await faults()).toBe('{}')
  })
})
