import { ask } from '#shared/db/ask.ts'
import { type FeedKey, findFeedKey } from '#shared/db/feed-keys.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import type { FeedsContext } from './env.ts'
import { respondText } from './respond-text.ts'

/** What whoever asks may see. */
export type FeedAccess = {
  regions: readonly string[] | null
  /** As a key has them (`room.oui`); none: all. */
  answers: readonly string[]
  /** The row of the key; null without one. */
  key: number | null
}

/** How long an answer may be kept: what a key opens, by whoever asked alone; a proxy would give it to whoever asks without one (RFC 9111 §3.5). */
export function keptFor(seconds: number, { key }: FeedAccess): string {
  return `${key === null ? 'public' : 'private'}, max-age=${seconds}`
}

export const isOpened = (access: FeedAccess | Response): access is FeedAccess => !(access instanceof Response)

/**
 * Lets in whoever has a key for `purpose`, and where the feed is public whoever has none. A key comes in the address (`?key=`), as the
 * password of HTTP Basic (RFC 7617) or as a bearer token (RFC 6750). One that is wrong opens nothing, also where none is needed.
 */
export async function openFeed(
  context: FeedsContext,
  purpose: string,
  access: 'off' | 'public' | 'key',
): Promise<FeedAccess | Response> {
  if (access === 'off') return respondText(404, 'Nothing here.')
  const token = keyOf(context)
  if (token === null) return access === 'public' ? { regions: null, answers: [], key: null } : unauthorised()
  const key = await readKey(context, token)
  if (!key) return unauthorised()
  return key.purpose === purpose
    ? { regions: key.regions, answers: key.answers, key: key.id }
    : respondText(403, 'This key is for something else.')
}

async function readKey({ env: { DB } }: FeedsContext, token: string): Promise<FeedKey | null> {
  if (!isTokenShaped(token)) return null
  return (await ask(DB, { key: findFeedKey(DB, await hashToken(token)) })).key
}

function unauthorised(): Response {
  return respondText(401, 'A key is needed.', { 'www-authenticate': 'Basic realm="Relance", charset="UTF-8"' })
}

function keyOf({ req }: FeedsContext): string | null {
  const inAddress = req.query('key')
  if (inAddress !== undefined) return inAddress
  const [scheme = '', credentials = ''] = (req.header('authorization') ?? '').split(' ')
  if (/^bearer$/i.test(scheme)) return credentials
  return /^basic$/i.test(scheme) ? passwordOf(credentials) : null
}

function passwordOf(credentials: string): string {
  if (!/^[A-Za-z0-9+/]{0,400}={0,2}$/.test(credentials)) return ''
  try {
    const text = atob(credentials)
    return text.slice(text.indexOf(':') + 1)
  } catch {
    // Not base64: no key
    return ''
  }
}
