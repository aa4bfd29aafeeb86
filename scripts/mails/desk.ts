import type { D1Database } from '@cloudflare/workers-types'
import { language } from '#scripts/text/text.ts'
import type { Movement } from '#shared/movement.ts'

/** What each deed of `npm run mails` works with. */
export type Desk = { db: D1Database; movement: Movement; now: Date }

/** An instant in the movement's own time: "Tuesday 1 December 2026 at 09:00". */
export function moment(at: Date, { movement }: Pick<Desk, 'movement'>): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: movement.timeZone,
  }).format(at)
}
