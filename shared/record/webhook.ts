import { words } from '#shared/text/words.ts'
import { choice, line } from './codecs.ts'
import type { Field } from './field.ts'

const name: Field<string> = {
  label: words({ fr: 'Quel programme ?', en: 'Which program?' }),
  hint: words({ fr: 'Par exemple « n8n », ou « Canal réseau ».', en: 'For example “n8n”, or “Network channel”.' }),
  control: { kind: 'text' },
  codec: line(80),
  headings: words({ fr: ['Programme'], en: ['Program'] }),
  audience: 'coordinators',
}

const url: Field<string> = {
  label: words({ fr: 'L’adresse que ce programme vous a donnée', en: 'The address that this program gave you' }),
  hint: words({
    fr: 'Dans n8n : le nœud Webhook. Dans Mattermost : Intégrations, puis Webhooks entrants.',
    en: 'In n8n: the Webhook node. In Mattermost: Integrations, then Incoming Webhooks.',
  }),
  control: { kind: 'url', width: 'full' },
  // Which addresses may be called is said by `addressTrouble`
  codec: line(2000),
  headings: words({ fr: ['Adresse'], en: ['Address'] }),
  audience: 'coordinators',
}

const ways = {
  standard: words({ fr: 'un programme (n8n, un site, un script)', en: 'a program (n8n, a site, a script)' }),
  chat: words({
    fr: 'une messagerie (Mattermost, Matrix) : chaque chose dans la minute, en français',
    en: 'a chat (Mattermost, Matrix): each thing within a minute, in English',
  }),
  chat_morning: words({
    fr: 'une messagerie : un résumé par jour, à 08:00, en français',
    en: 'a chat: a summary a day, at 08:00, in English',
  }),
  chat_evening: words({
    fr: 'une messagerie : un résumé par jour, à 18:00, en français',
    en: 'a chat: a summary a day, at 18:00, in English',
  }),
}
export type WebhookWay = keyof typeof ways

const way: Field<WebhookWay> = {
  label: words({ fr: 'Qu’est-ce que c’est ?', en: 'What is it?' }),
  control: { kind: 'radios', options: ways },
  codec: choice(ways),
  headings: words({ fr: ['Sorte'], en: ['Kind'] }),
  audience: 'coordinators',
}

/** Another program that is told what happens, as the team says it. */
export const webhookFields = { name, url, way } as const
