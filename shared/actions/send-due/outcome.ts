import type { ReadMail } from '#shared/db/outgoing-mails.ts'
import type { Outcome } from '#shared/db/sending.ts'
import { nextTry, nextTryOfDoubted, nextTryOfGreylisted, scrub } from '#shared/domain/mail.ts'
import { refusedReason } from '#shared/domain/refusal/refusal.ts'
import { kinds } from '#shared/mail/kinds.ts'
import type { Delivery } from '#shared/mail/transports/mailer.ts'

/** What a delivery makes of its mail. `chance` (0 to 1) spreads the next tries. */
export function outcomeOf(mail: ReadMail, delivery: Delivery, now: Date, chance: number): Outcome {
  const settled = { mail: mail.id, reason: null, answer: null, dueAt: null, tried: true }
  if (delivery.result === 'untried') return { ...settled, state: 'pending', tried: false }
  const told = { ...settled, answer: scrub(delivery.answer) }
  switch (delivery.result) {
    case 'accepted':
      // It went to somebody else: the person is still to be written to
      return mail.redirect === null ? { ...told, state: 'sent' } : { ...told, state: 'cancelled', reason: 'redirect' }
    case 'unknown':
      return { ...told, state: 'unknown', reason: 'lost_after_sending' }
    case 'refused':
      return { ...told, state: 'failed', reason: refusedReason(delivery.cause) }
    case 'later': {
      const next = delivery.reason === 'greylisted' ? nextTryOfGreylisted : nextTry
      return waiting(told, delivery.reason, next(mail, kinds[mail.kind].patience, now, chance))
    }
    case 'doubted': {
      const dueAt = nextTryOfDoubted(mail, kinds[mail.kind].patience, now, chance)
      return waiting({ ...told, isDoubted: true }, 'missing_doubted', dueAt)
    }
  }
}

/** It is tried again, or given up when there is no time left for that. */
function waiting(told: Omit<Outcome, 'state' | 'reason'>, reason: Outcome['reason'], dueAt: Outcome['dueAt']): Outcome {
  return dueAt ? { ...told, state: 'pending', reason, dueAt } : { ...told, state: 'failed', reason: 'gave_up' }
}
