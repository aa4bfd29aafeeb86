import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillDatabase } from '#scripts/demo/fill.ts'
import { main } from '#scripts/demo/main.ts'
import { sampleMovements } from '#scripts/demo/sample-movements.ts'
import { movementOf } from '#shared/movement.ts'
import { openDatabase } from '#tests/support/database.ts'
import { importPaths } from '#tests/support/importing.ts'
import { startProgram } from '#tests/support/program.ts'

const now = new Date('2026-12-15T12:00:00Z')

test.each(Object.keys(sampleMovements).filter((name) => name !== 'archipel'))(
  'the sheets of the sample %s are read without a fault',
  async (name) => {
    const { fixed, sheets } = sampleMovements[name] ?? expect.fail(name)
    const movement = movementOf(fixed)
    const { db, close } = await openDatabase()
    try {
      const { summary } = await importPaths(db, sheets, { movement, now })
      expect(summary.sheets.map(({ sheet, faults }) => [sheet.kind, faults.length])).toEqual(
        summary.sheets.map(({ sheet }) => [sheet.kind, 0]),
      )
      expect(summary.sheets.every(({ counts }) => counts.new > 3)).toBe(true)
      const own = await db
        .prepare(
          `SELECT (SELECT count(*) FROM local_group WHERE own <> '{}') + (SELECT count(*) FROM section_row) AS n`,
        )
        .first<number>('n')
      expect(own).toBeGreaterThan(5)
    } finally {
      await close()
    }
  },
)

test('a sample has a past, and its round opens', async () => {
  const { fixed, sheets } = sampleMovements.small ?? expect.fail('no sample')
  const { db, close } = await openDatabase()
  try {
    await fillDatabase(db, movementOf(fixed), now, sheets)
    const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')
    expect(await count('mail')).toBeGreaterThan(6)
    expect(await count('round')).toBeGreaterThan(3)
    expect([await count('training'), await count('activity'), await count('campaign')]).toEqual([0, 0, 0])
  } finally {
    await close()
  }
})

test('npm run demo shows the sample that it is told, and says which there are', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const env = { TMPDIR: temporary, PORT: '0', MAILBOX_PORT: '0' }
  const running = startProgram('demo', ['small'], { env })
  try {
    await running.until(/Ctrl-C/)
    expect(running.said()).toContain(sampleMovements.small?.fixed.name)
    running.signal('SIGINT')
    expect(await running.ended).toBe(0)
    await expect(main(['nowhere'])).rejects.toThrow('archipel | belgium | chapters | small')
  } finally {
    running.signal('SIGKILL')
    await rm(temporary, { recursive: true, force: true })
  }
})
