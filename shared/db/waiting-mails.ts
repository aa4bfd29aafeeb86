import type { MailKind } from '#shared/domain/mail.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** How many mails of a kind wait in the outbox, and when the first of them may leave. */
export type WaitingCount = { kind: MailKind; mails: number; dueAt: Date }

export function countWaitingMails(db: ReadDatabase): Question<WaitingCount[]> {
  return {
    // How many mails wait, of which kind, until when?
    statement: db.prepare(
      `SELECT kind, count(*) AS mails, min(due_at) AS due_at
       FROM mail
       WHERE state = 'pending' AND is_test = 0
       GROUP BY kind
       ORDER BY mails DESC`,
    ),
    read: (rows: { kind: MailKind; mails: number; due_at: string }[]) =>
      rows.map(({ kind, mails, due_at }) => ({ kind, mails, dueAt: new Date(due_at) })),
  }
}
