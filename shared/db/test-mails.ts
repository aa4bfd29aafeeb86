import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { MailKind, MailReason, MailState } from '#shared/domain/mail.ts'
import type { WrittenMail } from '#shared/domain/outgoing-mail.ts'
import type { Question } from './ask.ts'
import { hoursAgo } from './outbox.ts'
import type { ReadDatabase } from './read-only.ts'

/** Mails that a coordinator may send themselves in an hour: every kind once. */
const testsPerHour = 30

/** SQL, of a row of `mail` with its `test_mail`: what `testFrom` reads. */
export const testColumn = `iif(
      test_mail.mail_id IS NULL,
      NULL,
      json_object('subject', test_mail.subject, 'html', test_mail.html, 'text', test_mail.text, 'language', test_mail.language)
    )`

export function testFrom(json: string | null): WrittenMail | null {
  return json === null ? null : (JSON.parse(json) as WrittenMail)
}

/** Puts a mail to a coordinator in the outbox as it was written, and forgets their tests of yesterday. Fails as `many_tests` where they have sent too many in this hour. */
export function insertTestMail(
  db: D1Database,
  { address, kind, written }: { address: string; kind: MailKind; written: WrittenMail },
  now: Date,
): D1PreparedStatement[] {
  const { subject, html, text, language } = written
  return [
    db
      .prepare('DELETE FROM mail WHERE address = ?1 AND is_test = 1 AND created_at < ?2')
      .bind(address, hoursAgo(24, now)),
    db
      .prepare(
        `INSERT INTO mail (kind, stream, address, is_test, due_at, created_at)
         VALUES (?1, 'transactional', ?2, 1, ?3, ?3)`,
      )
      .bind(kind, address, now.toISOString()),
    db
      .prepare(
        `INSERT INTO test_mail (mail_id, subject, html, text, language)
         SELECT
           last_insert_rowid(),
           -- A table that refuses this is how a batch ends with nothing written
           iif(count(*) > ${testsPerHour}, NULL, ?3),
           ?4, ?5, ?6
         FROM mail
         WHERE address = ?1 AND is_test = 1 AND created_at > ?2`,
      )
      .bind(address, hoursAgo(1, now), subject, html, text, language),
  ]
}

/** What became of a test. */
export type SentTest = { kind: MailKind; state: MailState; reason: MailReason | null; at: Date }

/** The latest tests of a coordinator (their address), the last first. */
export function listTestMails(db: ReadDatabase, address: string, limit: number): Question<SentTest[]> {
  return {
    // What became of what somebody sent themselves?
    statement: db
      .prepare(
        `SELECT kind, state, reason, coalesce(settled_at, due_at) AS at
         FROM mail
         WHERE address = ?1 AND is_test = 1
         ORDER BY id DESC
         LIMIT ?2 + 0`,
      )
      .bind(address, limit),
    read: (rows: (Omit<SentTest, 'at'> & { at: string })[]) =>
      rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) })),
  }
}
