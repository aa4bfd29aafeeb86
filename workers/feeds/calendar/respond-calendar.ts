import type { PublishedEvent } from '#shared/db/published-events.ts'
import { timeLines } from '#workers/event-lines.ts'
import { type ContentLine, instantValue, textValue, writeLines } from '#workers/icalendar.ts'
import type { FeedsContext } from '../env.ts'
import { isFresh } from '../validators.ts'

/** Events as a calendar that programs subscribe to (RFC 5545); 304 where nothing has changed. `cacheControl`: who may keep it, and how long. */
export async function respondCalendar(
  context: FeedsContext,
  events: readonly PublishedEvent[],
  { name, cacheControl }: { name: string; cacheControl: string },
): Promise<Response> {
  const { movement } = context.var
  const domain = movement.sender.address.split('@').at(-1) ?? 'relance'
  const view = {
    domain,
    publicUrl: context.env.PUBLIC_URL,
    hasCards: movement.feeds.find === 'public',
    timeZone: movement.timeZone,
  }
  const body = writeLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Relance//feeds//FR'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(name)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'],
    ['X-PUBLISHED-TTL', 'PT6H'],
    ...events.flatMap((event) => linesOf(event, view)),
    ['END', 'VCALENDAR'],
  ])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  const headers = {
    etag: `"${new Uint8Array(digest).toHex().slice(0, 32)}"`,
    'cache-control': cacheControl,
    'access-control-allow-origin': '*',
  }
  if (isFresh(context.req.raw, headers)) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}

type EventView = { domain: string; publicUrl: string; hasCards: boolean; timeZone: string }

function linesOf(
  { uid, title, kind, heldOn, sequence, changedAt, isCancelled, group }: PublishedEvent,
  { domain, publicUrl, hasCards, timeZone }: EventView,
): ContentLine[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(`${uid}@${domain}`)],
    ['DTSTAMP', instantValue(changedAt)],
    ['LAST-MODIFIED', instantValue(changedAt)],
    ['SEQUENCE', String(sequence)],
    ...timeLines({ title, on: heldOn }, timeZone),
    ['SUMMARY', textValue(`${title} (${group.name})`)],
    ...(kind ? [['CATEGORIES', textValue(kind)] as const] : []),
    ...(group.town ? [['LOCATION', textValue(group.town)] as const] : []),
    ...(hasCards && group.isShown ? [['URL', `${publicUrl}/find/${encodeURIComponent(group.uid)}`] as const] : []),
    ['STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]
}
