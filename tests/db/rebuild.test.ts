import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { splitStatements } from '#scripts/local/migrate.ts'
import { root } from '#scripts/local/paths.ts'

test('a table that is rebuilt keeps its rows and their links, foreign keys and all, as D1 applies a migration', () => {
  const db = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true })
  const apply = (from: string, to: string) => {
    const names = readdirSync(join(root, 'migrations')).filter((name) => name >= from && name < to)
    for (const name of names.sort()) {
      db.exec('BEGIN')
      for (const sql of splitStatements(readFileSync(join(root, 'migrations', name), 'utf8'))) db.exec(sql)
      db.exec('COMMIT')
    }
  }
  apply('0001', '0027')
  db.exec(`
    INSERT INTO mail (uid, kind, address, browser_hash, state, due_at, settled_at, created_at)
    VALUES ('a', 'sign_in', 'a@example.org', 'b', 'sent', '2026-12-01', '2026-12-01', '2026-12-01');
    INSERT INTO link (hash, mail_id, expires_at) SELECT '${'c'.repeat(64)}', id, '2026-12-02' FROM mail;`)
  apply('0027', '9999')
  const found = db
    .prepare('SELECT mail.uid, mail.queue, length(link.hash) AS hash FROM link JOIN mail ON mail.id = link.mail_id')
    .all()
  expect(found.map((row) => ({ ...row }))).toEqual([{ uid: 'a', queue: 'asked', hash: 64 }])
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  db.exec('DELETE FROM mail')
  expect(db.prepare('SELECT * FROM link').all()).toEqual([])
})
