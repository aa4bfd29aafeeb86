import type { D1Database } from '@cloudflare/workers-types'
import sample from '#sample/movement.config.ts'
import { budgetOf } from '#shared/actions/send-due/budget.ts'
import { sendQueue } from '#shared/actions/send-due/send-mail.ts'
import { newRun } from '#shared/actions/send-due/suspicion.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { linkKey } from '#shared/domain/link.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import type { Mailer } from '#shared/mail/transports/mailer.ts'
import { movementOf } from '#shared/movement.ts'
import { secret } from './desk-pages.ts'

/** Sends what somebody waits for, to a mail server that takes everything; gives what it took. */
export async function sendWaitedFor(db: D1Database, now: Date): Promise<MailMessage[]> {
  const taken: MailMessage[] = []
  const mailer: Mailer = {
    can: { ownMessageId: true, idempotent: false, batch: 1, bounces: [] },
    lines: 1,
    deliver: async (messages, mayLeave) => {
      const may = (await mayLeave?.(messages)) ?? messages.map(() => true)
      taken.push(...messages.filter((_, index) => may[index]))
      return may.map((isIt) => (isIt ? { result: 'accepted', answer: '250' } : { result: 'untried' }))
    },
    breakOff: () => undefined,
    close: () => undefined,
  }
  const sender = {
    db,
    movement: movementOf(sample),
    linkKey: await linkKey(secret),
    publicUrl: 'http://localhost',
    mailer,
    budget: budgetOf({}),
    run: newRun(),
    pause: async () => undefined,
    allowance: () => 50,
    isOver: () => false,
    chance: () => 0.5,
    newLeaseId: () => 'lease',
  }
  await sendQueue(sender, 'transactional', await readSenderState(db, now), now)
  return taken
}
