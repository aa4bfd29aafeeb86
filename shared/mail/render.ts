import type { MailKind } from '#shared/domain/mail.ts'
import type { NewNames } from '#shared/domain/new-names.ts'
import type { OutgoingMailOf } from '#shared/domain/outgoing-mail.ts'
import { firstName } from '#shared/domain/person-name.ts'
import { senderName } from '#shared/movement.ts'
import { isMisleading, namesSite, unlinked } from '#shared/record/misleading.ts'
import { capital } from '#shared/text/capital.ts'
import { withHyphenated } from '#shared/text/fr/hyphenated.ts'
import { directionOf, type Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { templates as compiled } from './compiled.ts'
import type { Setting } from './kind.ts'
import { kinds, sayOf } from './kinds.ts'
import { tellsNewName, withKnownNames } from './known-names.ts'
import { mirrored } from './mirrored.ts'
import { inOwnColour } from './own-colours.ts'
import { everyMail, signatureOf } from './parts/every/every.ts'
import { renderTemplate } from './template.ts'
import { withQuotes } from './unvouched.ts'

export type Rendered = { subject: string; html: string; text: string }

/** A mail of one kind, as far as its words go. */
export type Told = { [Name in MailKind]: ToldOf<Name> }[MailKind]
type ToldOf<Name extends MailKind> = Pick<OutgoingMailOf<Name>, 'kind' | 'content'> & { newNames?: NewNames }

const templates: Readonly<Record<MailKind, { html: string; text: string }>> = compiled

/** A mail's three forms: its subject, its page and its text, each written, none derived from another. What people typed is never a link. */
export function renderMail<Name extends MailKind>(mail: ToldOf<Name>, setting: Setting): Rendered {
  const { html: page, text } = templates[mail.kind]
  const html = directionOf(setting.language) === 'rtl' ? mirrored(page) : page
  const { face } = setting.movement
  const say = sayOf(mail.kind, setting.language, setting.movement)
  const { data: dataOf, replyTo } = kinds[mail.kind]
  // An answer that goes to somebody else is none to the team
  const around = replyTo ? { ...aroundMail(setting), question: '' } : aroundMail(setting)
  const { content, quoted } = withQuotes<Name>(mail, setting)
  const data = { ...around, ...dataOf(content, say, setting) }
  const { newNames = new Map() } = mail
  const { somebody } = textIn(setting.language, setting.movement).page
  const known = newNames.size === 0 ? data : dataOf(withKnownNames(content, newNames, somebody), say, setting)
  const isSafe = (words: string) =>
    canLead(words, setting) && !quoted.some((name) => words.includes(name)) && !tellsNewName(words, newNames)
  const begun = (words: string) => (words.startsWith(somebody) ? capital(words) : words)
  const nameless = { movement: setting.movement.name, words: isSafe(known.title) ? begun(known.title) : say('name') }
  const subject = begun(isSafe(known.subject) ? known.subject : everyMail(setting.language)('ofMovement', nameless))
  const preview = begun(isSafe(known.preview) ? known.preview : subject)
  const shown = { ...data, subject, preview, title: begun(data.title), lead: begun(data.lead) }
  return {
    subject,
    html: renderTemplate(inOwnColour(html, face), shown, (words, name) =>
      name === 'colour' ? inOwnColour(words, face) : unbroken(escapeHtml(typed(words, name)), name, setting.language),
    ),
    // Parts that are left out leave their empty lines
    text: renderTemplate(text, shown, (words, name) => indented(typed(words, name))).replace(/\n{3,}/g, '\n\n'),
  }
}

/** What the templates call our own addresses; all else may hold what somebody typed. */
const ownAddresses: ReadonlySet<string> = new Set(['link', 'address', 'unsubscribe', 'privacy'])

function typed(words: string, name: string): string {
  return ownAddresses.has(name) ? words : unlinked(words)
}

/** What has several lines begins none of the mail's own: nobody's words look like ours. */
function indented(words: string): string {
  return words.replaceAll('\n', '\n  ')
}

/** Whether words may stand where one looks before opening a mail. A name of before may hold what none may hold now. */
function canLead(words: string, { movement }: Setting): boolean {
  return !isMisleading(words) && !namesSite(words.replaceAll(movement.name, ''), movement.country)
}

/** What stands in every mail, unless its kind says otherwise. */
function aroundMail({ language, movement, reader, links }: Setting) {
  const say = everyMail(language, movement)
  const signature = signatureOf(movement)
  return {
    language,
    movement: movement.name,
    hello: reader === '' ? say('helloNobody') : say('hello', { reader: firstName(reader) }),
    link: links.open,
    plainAddress: say('plainAddress'),
    question: say('question'),
    signature: signature ?? senderName(movement, language),
    sender: signature === null ? '' : senderName(movement, language),
    yours: '',
    stop: '',
    unsubscribe: links.unsubscribe,
    rights: '',
    privacy: new URL('/privacy', links.open).href,
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Characters of an address that stands on one line of the narrowest phone. */
const shortAddress = 34

/** A number stays with what it counts, an address that fits a line together, and a verb with its pronoun. No title holds an element, and no address of ours. */
function unbroken(words: string, name: string, language: Language): string {
  const text = directionOf(language) === 'rtl' ? fromLeft(words, name) : words
  const counted = text.replace(/(?<=\d) /g, '\u00a0')
  if (name === 'subject' || name === 'preview' || ownAddresses.has(name)) return counted
  const addressed = counted.includes('@') ? counted.split(' ').map(whole).join(' ') : counted
  // With letters twice as large a title may be wider than a small phone
  const style = name === 'title' ? 'display:inline-block' : 'white-space:nowrap'
  return withHyphenated(addressed, (piece) => `<span style="${style}">${piece}</span>`)
}

/** Its plus stays before a number, and its groups in their order, in words that are written from right to left. */
function fromLeft(words: string, name: string): string {
  if (name === 'subject' || ownAddresses.has(name)) return words
  return words.replace(/\+?\d[\d ]{6,20}\d/g, (number) => `<bdi dir="ltr">${number}</bdi>`)
}

function whole(word: string): string {
  const isAddress = /\S@\S/.test(word) && word.length <= shortAddress
  return isAddress ? `<span style="display:inline-block">${word}</span>` : word
}
