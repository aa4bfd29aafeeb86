import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite, type SqliteDatabase } from '#hosts/node/d1-over-sqlite.ts'
import { applyMigrations, migrate, migrationNames } from '#scripts/local/migrate.ts'
import { isOtherThanMigrated } from '#scripts/local/schema-parts.ts'
import { listMigrations, migrationStatement } from '#shared/db/migrations.ts'

let opened: SqliteDatabase
beforeEach(async () => {
  opened = openSqlite(join(await mkdtemp(join(tmpdir(), 'migrate-')), 'relance.sqlite'))
})
afterEach(() => opened.close())

const take = (table: string) => migrationStatement(opened.db, `CREATE TABLE ${table} (id INTEGER)`).run()

describe('a database that is brought up to the code', () => {
  test('is made whole or not at all, when it is new', async () => {
    await take('own_answer')
    await expect(migrate(opened.db)).rejects.toThrow('own_answer')
    expect(await listMigrations(opened.db)).toEqual([])
  })

  test('keeps each step that succeeded, when it is older', async () => {
    const names = await migrationNames()
    await listMigrations(opened.db)
    await applyMigrations(opened.db, names.slice(0, -3))
    await take('own_answer')
    await expect(migrate(opened.db)).rejects.toThrow('own_answer')
    expect(await listMigrations(opened.db)).toEqual(names.slice(0, -1))
  })

  test('has what its migrations made, once it is up to date', async () => {
    await migrate(opened.db)
    expect(await isOtherThanMigrated(opened.db)).toBe(false)
    expect(await migrate(opened.db)).toEqual([])
  })

  test('is left alone by a second program that makes it at the same moment', async () => {
    const names = await migrationNames()
    expect(await Promise.all([migrate(opened.db), migrate(opened.db)])).toContainEqual(names)
    expect(await listMigrations(opened.db)).toEqual(names)
    expect(await migrate(opened.db)).toEqual([])
  })
})
