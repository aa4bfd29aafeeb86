import { cut } from '#shared/text/cut.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { DigestLine, ToldEvent } from './told-event.ts'

const longestName = 120
/** Groups that a line of a digest names. */
const groupsNamed = 5
/** What a chat takes as one message: Mattermost's older servers cut at 4,000 characters. */
const longestMessage = 3900

/** What stands between a sign and what follows, so that the two mean nothing together, and nobody sees it. */
const nothing = '\u200b'

/**
 * A name as text and nothing but text in a chat's Markdown: no emphasis, link, picture, mention of everybody, tag, emoji or line of its own.
 * What Mattermost and CommonMark both take a backslash before has one; the rest is parted from what follows it.
 */
export function escapeMarkdown(name: string): string {
  return cut(name, longestName)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\\`*_{}[\]()#+\-.!~|]/g, '\\$&')
    .replace(/[@:&.#](?=\S)/g, (sign) => sign + nothing)
}

type ChatOptions = {
  language: Language
  tellsPeople: boolean
  publicUrl: string
  movement: OwnWords & { readonly name: string }
}

/** What happened, as a line of a chat. Who it was is only said where the chat may be told. */
export function chatLine(
  { actor, action, group, by, person }: ToldEvent,
  { language, tellsPeople, publicUrl, movement }: ChatOptions,
): string {
  const { desk, history, chat } = textIn(language, movement)
  if (action === 'try_webhook') return chat.trial(escapeMarkdown(movement.name))
  const doer = (tellsPeople && (by.name ?? by.email)) || null
  const parts = [
    ...(group ? [`**[${escapeMarkdown(group.name)}](${publicUrl}/dashboard/groups/${group.uid})**`] : []),
    desk.log.actions[action] ?? action,
    ...(tellsPeople && person ? [escapeMarkdown(person.name)] : []),
    doer === null ? history.authors[actor] : escapeMarkdown(doer),
  ]
  return parts.join(' · ')
}

/** What happened since the last digest, a line an action. Nobody is named. */
export function chatDigest(
  lines: readonly DigestLine[],
  { language, publicUrl, movement }: Omit<ChatOptions, 'tellsPeople'>,
): string {
  const { desk, chat } = textIn(language, movement)
  const all = lines.reduce((sum, { times }) => sum + times, 0)
  const told = lines.map(({ action, times, groups }) => {
    const named = groups.slice(0, groupsNamed).map(escapeMarkdown)
    const others = groups.length - named.length
    const where = [...named, ...(others > 0 ? [chat.others(others)] : [])].join(', ')
    return `- ${desk.log.actions[action] ?? action} · ${chat.times(times)}${where === '' ? '' : ` · ${where}`}`
  })
  const title = `**${escapeMarkdown(movement.name)}** · ${chat.digest(all)}`
  const kept: string[] = []
  let length = title.length + 200
  for (const line of told) {
    length += line.length + 1
    if (length > longestMessage) break
    kept.push(line)
  }
  return [title, ...kept, `[${chat.more}](${publicUrl}/desk/log?who=all)`].join('\n')
}
