import { inLanguages } from '#shared/text/words.ts'
import { choice, line } from './codecs.ts'
import type { Field } from './field.ts'

const name: Field<string> = {
  label: inLanguages({ fr: 'Quel programme ?', en: 'Which program?' }),
  hint: inLanguages({
    fr: 'Par exemple « n8n », ou « Canal réseau ».',
    en: 'For example “n8n”, or “Network channel”.',
  }),
  control: { kind: 'text' },
  codec: line(80),
  headings: inLanguages({ fr: ['Programme'], en: ['Program'] }),
  audience: 'coordinators',
}

const url: Field<string> = {
  label: inLanguages({ fr: 'L’adresse que ce programme vous a donnée', en: 'The address that this program gave you' }),
  hint: inLanguages({
    fr: 'Dans n8n : le nœud Webhook. Dans Mattermost : Intégrations, puis Webhooks entrants.',
    en: 'In n8n: the Webhook node. In Mattermost: Integrations, then Incoming Webhooks.',
  }),
  control: { kind: 'url', width: 'full' },
  // Which addresses may be called is said by `addressTrouble`
  codec: line(2000),
  headings: inLanguages({ fr: ['Adresse'], en: ['Address'] }),
  audience: 'coordinators',
}

const ways = {
  standard: inLanguages({ fr: 'un programme (n8n, un site, un script)', en: 'a program (n8n, a site, a script)' }),
  chat: inLanguages({
    fr: 'une messagerie (Mattermost, Matrix) : chaque chose dans la minute, en français',
    en: 'a chat (Mattermost, Matrix): each thing within a minute, in English',
  }),
  chat_morning: inLanguages({
    fr: 'une messagerie : un résumé par jour, à 08:00, en français',
    en: 'a chat: a summary a day, at 08:00, in English',
  }),
  chat_evening: inLanguages({
    fr: 'une messagerie : un résumé par jour, à 18:00, en français',
    en: 'a chat: a summary a day, at 18:00, in English',
  }),
}
export type WebhookWay = keyof typeof ways

const way: Field<WebhookWay> = {
  label: inLanguages({ fr: 'Qu’est-ce que c’est ?', en: 'What is it?' }),
  control: { kind: 'radios', options: ways },
  codec: choice(ways),
  headings: inLanguages({ fr: ['Sorte'], en: ['Kind'] }),
  audience: 'coordinators',
}

/** Another program that is told what happens, as the team says it. */
export const webhookFields = { name, url, way } as const
