import type { MailKind } from '#shared/domain/mail.ts'
import type { Unvouched } from '#shared/domain/mail-content.ts'
import type { OutgoingMailOf } from '#shared/domain/outgoing-mail.ts'
import type { Setting } from './kind.ts'
import { kinds } from './kinds.ts'
import { everyMail } from './parts/every/every.ts'

/** What closes quotes, within what is quoted. */
const quotes = /[«»‹›“”„‟"]/g

/**
 * What a mail tells with each name in quotes that only a link gave, where a stranger reads it, and those names as they then stand: nothing that
 * holds one may stand before the mail is opened. What such a name says makes no difference, in whatever language and letters.
 */
export function withQuotes<Name extends MailKind>(
  { kind, content }: Pick<OutgoingMailOf<Name>, 'kind' | 'content'>,
  { language }: Setting,
): { content: typeof content; quoted: readonly string[] } {
  const { unvouched = [] }: Unvouched = 'unvouched' in content ? content : {}
  if (kinds[kind].isToStranger !== true || unvouched.length === 0) return { content, quoted: [] }
  const say = everyMail(language)
  const inQuotes = new Map(unvouched.map((name) => [name, say('quoted', { name: name.replace(quotes, '’') })]))
  const told = Object.entries(content).map(([key, value]) => [
    key,
    key === 'group' || key === 'by' ? (inQuotes.get(value) ?? value) : value,
  ])
  return { content: Object.fromEntries(told), quoted: [...inQuotes.values()] }
}
