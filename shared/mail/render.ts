import type { MailKind } from '#shared/domain/mail.ts'
import type { MailContent } from '#shared/domain/mail-content.ts'
import type { Language } from '#shared/text/language.ts'
import { templates } from './compiled.ts'
import { fill } from './fill.ts'
import { type Setting, slotsOf } from './slots.ts'

export type Rendered = { subject: string; html: string; text: string }

const templateOf: Readonly<Record<MailKind, keyof typeof templates>> = {
  invitation: 'ask',
  reminder: 'ask',
  last_call: 'ask',
  new_link: 'link',
  sign_in: 'link',
  silent_groups: 'silent_groups',
  receipt: 'news',
  news: 'news',
  welcome: 'news',
  farewell: 'news',
  wrong_address: 'news',
}

/** A mail's three forms: its subject, its page and its text, each written, none derived from another. */
export function renderMail(content: MailContent, setting: Setting): Rendered {
  const { html, text } = templates[templateOf[content.kind]]
  const slots = slotsOf(content, setting)
  return {
    subject: slots.subject,
    html: fill(html, slots, (words) => unbroken(escapeHtml(words), setting.language)),
    // Parts that are left out leave their empty lines
    text: fill(text, slots, String).replace(/\n{3,}/g, '\n\n'),
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

/** A number stays with what it counts; French sets a space before some marks, and no line may begin with one. */
function unbroken(text: string, language: Language): string {
  const counted = text.replace(/(?<=\d) /g, '\u00a0')
  return language === 'fr' ? counted.replace(/ (?=[:;?!»])/g, '\u00a0') : counted
}
