import * as z from 'zod'
import { scrub } from '#shared/domain/mail.ts'
import type { MailReport } from '#shared/domain/report.ts'

// https://developers.brevo.com/docs/transactional-webhooks
const eventSchema = z.object({
  event: z.string(),
  email: z.email().toLowerCase(),
  reason: z.string().optional(),
})
const bodySchema = z.union([eventSchema, z.array(eventSchema).max(1000)])

const kinds: Readonly<Record<string, MailReport['kind']>> = {
  hard_bounce: 'hard_bounce',
  invalid_email: 'hard_bounce',
  spam: 'complaint',
  complaint: 'complaint',
}

/**
 * What Brevo calls us about: addresses that do not exist, and complaints. Nothing for its other events; null when it is not Brevo's.
 * It gives our mails Message-IDs of its own: its reports name addresses only.
 */
export function brevoReports(body: unknown): MailReport[] | null {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) return null
  return [parsed.data].flat().flatMap(({ event, email, reason }) => {
    const kind = kinds[event]
    return kind ? [{ kind, uid: null, address: email, words: reason ? scrub(reason) : null }] : []
  })
}
