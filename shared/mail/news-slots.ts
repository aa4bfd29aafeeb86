import { changeForGroup } from '#shared/domain/change-briefly.ts'
import { changeInWords } from '#shared/domain/change-words.ts'
import type { NewsKind } from '#shared/domain/mail.ts'
import type { MailContent, News } from '#shared/domain/mail-content.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Setting } from './slots.ts'

/** A mail about a write: to its author, to the others of the group, to who came and who went. */
export function newsSlots({ kind, news }: MailContent & { kind: NewsKind }, { movement, language, links }: Setting) {
  const { mail } = textIn(language)
  const words = mail[kind]
  const by = news.revisions.findLast(({ by }) => by !== null)?.by ?? textIn(language).page.somebody
  const told = { group: news.group, by, movement: movement.name }
  const changes = kind === 'receipt' ? changesOf(news, language) : []
  const brief = kind === 'news' ? briefOf(news, language) : []
  return {
    subject: words.subject(told),
    preview: words.lead(told),
    title: words.title(told),
    lead: words.lead(told),
    tellsChanges: changes.length + brief.length > 0,
    changes,
    tellsBriefly: brief.length > 0,
    brief,
    notes: words.notes.map((note) => ({ note })),
    rights: kind === 'welcome' ? mail.welcome.rights : '',
    privacy: new URL('/privacy', links.open).href,
    open: words.open,
    why: words.why(news.group),
  }
}

/** A mail about an address that does not exist. */
export function wrongSlots(told: MailContent & { kind: 'wrong_address' }, { language }: Setting) {
  const { wrong_address: words } = textIn(language).mail
  return {
    subject: words.subject(told),
    preview: words.lead(told),
    title: words.title(told),
    lead: words.lead(told),
    tellsChanges: false,
    changes: [],
    tellsBriefly: false,
    brief: [],
    notes: words.notes.map((note) => ({ note })),
    rights: '',
    open: words.open,
    why: words.why(told.group),
  }
}

/** Each change on a line: what, and before → after. */
function changesOf({ revisions, names }: News, language: Language) {
  return revisions
    .flatMap(({ changes }) => changes)
    .map((change) => {
      const { what, before, after } = changeInWords(change, names, language)
      return { what, values: [before, after].filter((value) => value !== null).join(' → ') }
    })
}

/** How many changes a mail tells in short: what is read at a glance. */
const briefLimit = 6

/** Each change in a line, for those who did not make it. */
function briefOf({ revisions, names }: News, language: Language) {
  const changes = revisions.flatMap((revision) => revision.changes)
  const lines = changes.slice(0, briefLimit).map((change) => changeForGroup(change, names, language))
  const rest = changes.length - lines.length
  const more = rest > 0 ? [textIn(language).form.andMore(rest)] : []
  return [...lines, ...more].map((told) => ({ told }))
}
