import * as z from 'zod'
import { listPurpose } from '#shared/actions/compare-lists.ts'
import { leaveList } from '#shared/actions/leave-list.ts'
import { ask } from '#shared/db/ask.ts'
import { isAddressOf } from '#shared/db/list-members.ts'
import { withinGroups } from '#shared/db/within-regions.ts'
import { answersOfKey } from '#shared/domain/key-answers.ts'
import { readBody } from '#workers/read-body.ts'
import type { FeedsContext } from '../env.ts'
import { type FeedAccess, isOpened, openFeed } from '../open-feed.ts'
import { respondText } from '../respond-text.ts'

/** Bytes of what a list's program says of one person. */
const largest = 20_000

/** What Brevo's marketing webhook, or a line in a list's own script, says: `{"email": "…", "event": "unsubscribe"}`. */
const departureSchema = z.object({
  email: z.email().max(254).toLowerCase(),
  event: z.string().min(1).max(60).default('unsubscribed'),
})

/** Events that say that somebody is on the list no more. Others (sent, opened) are taken and mean nothing. */
const leaving = /^(unsub|left|leave|bounce|hard_?bounce|spam|complaint|contact_deleted|removed|deleted)/i

/** Hears from a list's program that somebody has left: they are off the list here too, and no sync puts them back. */
export async function takeDeparture(context: FeedsContext): Promise<Response> {
  const { movement, now } = context.var
  const list = context.req.param('list') ?? ''
  if (!movement.lists.some(({ key }) => key === list)) return respondText(404, 'No such list.')
  const access = await openFeed(context, `${listPurpose}${list}`, 'key')
  if (!isOpened(access)) return access
  const body = await readBody(context.req.raw, largest)
  if (body === null) return respondText(413, 'Too long.')
  const told = departureSchema.safeParse(valuesIn(new TextDecoder().decode(body)))
  if (!told.success) return respondText(400, 'Expected {"email": "…", "event": "unsubscribed"}.')
  const { email, event } = told.data
  if (leaving.test(event) && (await mayTell(context, access, email)))
    await leaveList(
      { db: context.env.DB, movement, actor: { kind: 'system' }, now },
      { list, address: email, reason: event.replaceAll(/[^\w-]/g, '_') },
    )
  return Response.json({ taken: leaving.test(event) })
}

/** A key of some groups speaks of their people alone; what it is answered does not say who they are. */
async function mayTell(
  { env: { DB } }: FeedsContext,
  { regions, answers }: FeedAccess,
  email: string,
): Promise<boolean> {
  const within = withinGroups(DB, { regions, answers: answersOfKey(answers) })
  return within === DB || (await ask(within, { isOfThem: isAddressOf(within, email) })).isOfThem
}

/** JSON, or a form; null when it is neither. */
function valuesIn(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
