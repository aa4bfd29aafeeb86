import { conflictOf } from '#shared/db/conflict.ts'
import { insertTestMail } from '#shared/db/test-mails.ts'
import type { MailKind } from '#shared/domain/mail.ts'
import type { WrittenMail } from '#shared/domain/outgoing-mail.ts'
import { type Acting, commit } from './acting.ts'

type TestMail = { to: string; kind: MailKind; group: string; written: WrittenMail }

/** Sends a coordinator a mail as a group would get it. `many_tests`: they have sent themselves too many in this hour. One trip. */
export async function sendTestMail(
  acting: Acting,
  { to, kind, group, written }: TestMail,
): Promise<'done' | 'many_tests'> {
  const statements = insertTestMail(acting.db, { address: to, kind, written }, acting.now)
  try {
    await commit(acting, statements, { action: 'send_test_mail', group, details: { kind } })
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'many_tests') return 'many_tests'
    throw error
  }
}
