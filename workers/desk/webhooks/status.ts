import type { KeptWebhook } from '#shared/db/webhooks.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'

/** An instant, in the movement's time. */
export function momentIn({ var: { movement, language } }: DeskContext, at: Date): string {
  const { day, time } = localTime(at, movement.timeZone)
  return textIn(language, movement).dashboard.overview.at(showDay(day, language), time)
}

/** How a webhook stands, in words. */
export function statusOf(context: DeskContext, webhook: KeptWebhook): { words: string; isTrouble: boolean } {
  const text = textIn(context.var.language, context.var.movement).desk.webhooks
  const { stopped, failingSince, workedAt, waiting } = webhook
  if (stopped)
    return { words: text.stopped[stopped.why](momentIn(context, stopped.at)), isTrouble: stopped.why === 'gone' }
  if (failingSince) return { words: text.failing(momentIn(context, failingSince), waiting), isTrouble: true }
  return { words: workedAt === null ? text.untried : text.works(momentIn(context, workedAt)), isTrouble: false }
}
