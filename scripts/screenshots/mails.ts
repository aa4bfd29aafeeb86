import movement from '#sample/movement.ts'
import { escapeHtml, renderMail } from '#shared/mail/render.ts'
import { sampleNow } from '#shared/mail/sample.ts'
import { sampleLinks, sampleNamed, samples } from '#shared/mail/samples.ts'
import type { Language } from '#shared/text/language.ts'
import type { Still } from './pictures.ts'

/** Mails side by side, each as wide as the narrowest phone. */
const sheets: Readonly<Record<string, { mails: readonly string[]; height: number }>> = {
  'mails-asking': { mails: ['invitation', 'invitation-several', 'reminder', 'last-call'], height: 1370 },
  'mails-telling': { mails: ['receipt', 'news', 'welcome', 'farewell'], height: 1290 },
  'mails-answering': { mails: ['new-link', 'sign-in', 'silent-groups', 'wrong-address'], height: 1270 },
}

/** CSS pixels: the narrowest phone. */
const narrowest = 320

const sheetStills = Object.entries(sheets).flatMap(([name, { mails, height }]): Still[] => {
  const still: Still = { name, width: 1280, height, html: mails.map((mail) => frame(mail, height)).join('') }
  return [
    { ...still, isInReadme: true },
    { ...still, name: `${name}-whole`, scheme: 'dark' },
  ]
})

function frame(name: string, height: number): string {
  const style = `width:${narrowest}px;height:${height}px;border:0;vertical-align:top`
  return `<style>body{margin:0;font-size:0}</style><iframe style="${style}" srcdoc="${escapeHtml(written(name, 'fr').html)}"></iframe>`
}

function written(name: string, language: Language) {
  const { mail, reader } = sampleNamed(name)
  return renderMail(mail, { movement, language, reader, links: sampleLinks, now: sampleNow })
}

/** Each mail alone, in a phone and in a mail program. */
const singleStills = samples.flatMap(({ name }): Still[] => {
  const { html } = written(name, 'fr')
  const english = written(name, 'en').html
  return [
    { name: `mails-${name}`, width: 390, html },
    { name: `mails-${name}`, width: 390, html, scheme: 'dark' },
    { name: `mails-${name}`, width: 600, html },
    { name: `mails-${name}`, width: 600, html, scheme: 'dark' },
    { name: `mails-${name}`, width: 390, html: english, language: 'en' },
  ]
})

/** All of them in the list of an inbox: who from, the subject, the first words. */
function inbox(language: Language): string {
  const rows = samples.map(({ name }) => {
    const { subject, html } = written(name, language)
    const [, preview = ''] = /<div style="display:none[^<>]*>([^<]*)</.exec(html) ?? []
    const line = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis'
    return `<div style="padding:10px 14px;border-bottom:1px solid #ddd"><b>${escapeHtml(movement.sender.name)}</b><div style="${line}">${escapeHtml(subject)}</div><div style="${line};color:#666">${preview}</div></div>`
  })
  return `<meta name="viewport" content="width=device-width"><body style="margin:0;font:16px/1.4 sans-serif">${rows.join('')}</body>`
}

/** Every mail that people get, in the docs in light and once more in dark; each alone; and all as an inbox lists them. */
export const mailStills: readonly Still[] = [
  ...sheetStills,
  ...singleStills,
  { name: 'mails-inbox', width: 390, html: inbox('fr') },
  { name: 'mails-inbox', width: 390, html: inbox('en'), language: 'en' },
]
