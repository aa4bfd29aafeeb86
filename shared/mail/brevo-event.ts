import * as z from 'zod'
import { scrub } from '#shared/domain/mail.ts'
import { causeOf } from '#shared/domain/refusal/cause-of.ts'
import type { RefusalCause } from '#shared/domain/refusal/refusal.ts'
import type { MailReport } from '#shared/domain/report.ts'

// https://developers.brevo.com/docs/transactional-webhooks
const eventSchema = z.object({
  event: z.string(),
  email: z.email().toLowerCase(),
  reason: z.string().nullish(),
  // What `transports/brevo/body.ts` gave it
  'X-Mailin-custom': z.string().nullish(),
})
const bodySchema = z.union([eventSchema, z.array(eventSchema).max(1000)])

/** What came back, by Brevo's names of it. */
const causes: ReadonlyMap<string, (reason: string) => RefusalCause> = new Map(
  Object.entries({
    // It calls so what will never arrive, policies too: its words say which
    hard_bounce: (reason: string): RefusalCause =>
      reason === '' ? 'missing' : orElse(causeOf({ text: reason }), 'maybe_missing'),
    invalid_email: (): RefusalCause => 'missing',
    soft_bounce: (reason: string) => inDoubt(causeOf({ text: reason })),
    error: (reason: string) => inDoubt(causeOf({ text: reason })),
    // It did not even try: its own list says that this address bounced, complained or unsubscribed there
    blocked: (): RefusalCause => 'policy',
  }),
)

const complaints: readonly string[] = ['spam', 'complaint']

/**
 * What Brevo calls us about: what came back, complaints, and who stopped our mails there. Nothing for its other events; null when it is not Brevo's.
 * It gives our mails Message-IDs of its own: of those that went several in one call, its reports name addresses only.
 */
export function brevoReports(body: unknown): MailReport[] | null {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) return null
  return [parsed.data].flat().flatMap(({ event, email, reason, 'X-Mailin-custom': custom }): MailReport[] => {
    const said = {
      uid: /^[0-9a-f]{32}$/.exec(custom ?? '')?.[0] ?? null,
      address: email,
      words: reason ? scrub(reason) : null,
    }
    // By a link or a button of Brevo's own, which writes to them no more
    if (event === 'unsubscribed') return [{ ...said, kind: 'unsubscribed', cause: null }]
    if (complaints.includes(event)) return [{ ...said, kind: 'complaint', cause: null }]
    const cause = causes.get(event)?.(reason ?? '')
    return cause ? [{ ...said, kind: cause === 'missing' ? 'hard_bounce' : 'soft_bounce', cause }] : []
  })
}

function orElse(cause: RefusalCause, otherwise: RefusalCause): RefusalCause {
  return cause === 'unclear' || cause === 'route' ? otherwise : cause
}

function inDoubt(cause: RefusalCause): RefusalCause {
  return cause === 'missing' ? 'maybe_missing' : cause
}
