import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { main } from '#scripts/second-factor/main.ts'

const email = 'camille@archipel.example.org'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', folder)
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
const setUp = () =>
  withDatabase(folder, async (db) => {
    await db.batch([
      db
        .prepare(
          `INSERT INTO second_factor (coordinator, salt, server_key, made_at, last_step, recovery_hashes) VALUES (?1, ?2, 'key', '2026-12-01', 1, '[]')`,
        )
        .bind(email, crypto.randomUUID()),
      db
        .prepare(
          `INSERT INTO session (hash, coordinator, began_at, ends_at) VALUES (?1, ?2, '2026-12-01', '2099-01-01')`,
        )
        .bind('a'.repeat(64), email),
    ])
  })
const left = () =>
  withDatabase(folder, async (db) =>
    db
      .prepare(
        `SELECT
           (SELECT count(*) FROM second_factor) AS factors, (SELECT count(*) FROM session) AS sessions,
           (SELECT group_concat(kind) FROM mail WHERE address = ?1) AS mails, (SELECT group_concat(action) FROM event) AS events`,
      )
      .bind(email)
      .first(),
  )

test('the second factor of a sole administrator who lost phone and codes is taken away on the machine, and they are told', async () => {
  await setUp()
  expect(await said('remove', email.toUpperCase())).toMatch(/Camille/)
  expect(await left()).toMatchObject({ factors: 1, sessions: 1, events: null })
  expect(await said('remove', email, '--yes')).toMatch(/Camille/)
  expect(await left()).toEqual({ factors: 0, sessions: 0, mails: 'team_change', events: 'reset_factor' })
})

test('nothing is done for who has none, is not of the team, or where the command is not understood', async () => {
  const before = await left()
  for (const args of [['remove', email, '--yes'], ['remove', 'x@example.org', '--yes'], ['delete', email], []])
    await expect(main(args, fixed)).rejects.toMatchObject({ name: 'Stop' })
  expect(await left()).toEqual(before)
})
