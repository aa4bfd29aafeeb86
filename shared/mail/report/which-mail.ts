import { mailboxesIn } from './fields.ts'
import type { ReadMessage } from './parts.ts'

/** Headers that say whom a report was brought to: with a return path of its own, which mail came back. */
const broughtTo = [
  'to',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'apparently-to',
]
/** Headers that name the mail that a report answers. */
const answered = ['in-reply-to', 'references']

/**
 * Which mail of ours a report is about, by its id: in the return path that it came back by, in our header or the Message-ID of what hangs on it, in what it answers.
 * Null when nothing says so.
 */
export function uidIn(message: ReadMessage): string | null {
  const { header, source, text } = message
  const places = [
    ...broughtTo.map((name) => byReturnPath(header(name))),
    byHeaders(returnedIn(message)),
    ...answered.map((name) => byMessageId(header(name))),
    byHeaders(text),
    // What came back as it is, or within a part that is none of a report's
    byHeaders(source),
  ]
  return places.find((uid) => uid !== null) ?? null
}

function byReturnPath(addresses: string): string | null {
  return /\+([0-9a-f]{32})@/i.exec(addresses)?.[1]?.toLowerCase() ?? null
}

function byHeaders(headers: string): string | null {
  const [, ours, id] =
    /^[> \t]{0,9}(?:x-relance-mail:[ \t]{0,9}([0-9a-f]{32})\b|message-id:[ \t]{0,9}<?([0-9a-f]{32})@)/im.exec(
      headers,
    ) ?? []
  return ours ?? id ?? null
}

function byMessageId(ids: string): string | null {
  return /<([0-9a-f]{32})@/i.exec(ids)?.[1]?.toLowerCase() ?? null
}

/** Whom the mail that came back was written to, for a report that does not name them. */
export function recipientIn(message: ReadMessage): string | null {
  const [, to = ''] = /^[> \t]{0,9}to:([^\n]{1,500})/im.exec(`${returnedIn(message)}\n${message.text}`) ?? []
  return mailboxesIn(to)[0] ?? null
}

/** What came back of our mail, or its headers alone. */
export function returnedIn({ part }: ReadMessage): string {
  return (
    part('message/rfc822', 'message/global', 'text/rfc822-headers', 'text/rfc822-header', 'message/global-headers') ??
    ''
  )
}
