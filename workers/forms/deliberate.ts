import { linkKey, readDatedToken } from '#shared/domain/link.ts'
import { texts } from '#workers/posted-form.ts'
import { isOfClient } from './controls.ts'
import type { FormsContext } from './env.ts'

/** Nobody gets a page, reads it and presses its button sooner than this, in milliseconds. */
const readingTime = 1000

/**
 * Who seems to have pressed. Of a `hasty` press that says nothing another one is asked; when nothing shows that somebody
 * pressed (`unsure`), they are asked whether it is them.
 */
export type HumanCheck = 'unsure' | 'hasty' | 'deliberate'

/** How long an answer to the question whether it is them is taken, in milliseconds: of another visit it says nothing. */
const answeredWithin = 10 * 60_000

/**
 * What a stamp is made for that says when somebody was asked whether it is them: this link and page, and exactly what they were about to send.
 * Line breaks count as one, since browsers write them in ways of their own.
 */
export function humanCheckPurpose(
  { req }: FormsContext,
  posted: Iterable<readonly [name: string, value: unknown]>,
): string {
  const sent = Array.from(posted).filter(([name, value]) => typeof value === 'string' && !isOfClient(name))
  return `hand:${req.path}:${JSON.stringify(sent).replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n')}`
}

/** Mail scanners open links in real browsers, run scripts and press buttons. See docs/decisions/0005-a-submission-of-a-person.md. */
export async function checkHuman(context: FormsContext, renderedAt: Date, form: FormData): Promise<HumanCheck> {
  const { get } = texts(form)
  if (get('me') !== null && (await wasAsked(context, get('seen') ?? '', form))) return 'deliberate'
  if (!isByHand(context, get('by'))) return 'unsure'
  return isRead(context, renderedAt) ? 'deliberate' : 'hasty'
}

/**
 * Browsers send `Sec-Fetch-User` with what somebody pressed and leave it out when a script did (W3C Fetch Metadata). Safari never
 * sends it, and old browsers do not: there the form's script says whether a hand was there.
 */
function isByHand({ req }: FormsContext, by: string | null): boolean {
  return by !== 'robot' && (by === 'hand' || req.header('sec-fetch-user') === '?1')
}

async function wasAsked(context: FormsContext, seen: string, form: FormData): Promise<boolean> {
  const askedAt = await readDatedToken(await linkKey(context.env.LINK_SECRET), humanCheckPurpose(context, form), seen)
  if (askedAt === null || context.var.now.getTime() - askedAt.getTime() >= answeredWithin) return false
  return isRead(context, askedAt)
}

function isRead(context: FormsContext, renderedAt: Date): boolean {
  return context.var.now.getTime() - renderedAt.getTime() >= Number(context.env.READING_MS ?? readingTime)
}
