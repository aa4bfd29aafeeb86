import movement from '#sample/movement.ts'
import { escapeHtml, renderMail } from '#shared/mail/render.ts'
import { sampleNow } from '#shared/mail/sample.ts'
import { sampleLinks, sampleNamed } from '#shared/mail/samples.ts'
import type { Picture } from './pictures.ts'

/** Mails side by side, each as wide as the narrowest phone. */
const sheets: Readonly<Record<string, { mails: readonly string[]; height: number }>> = {
  'mails-asking': { mails: ['invitation', 'invitation-several', 'reminder', 'last-call'], height: 1370 },
  'mails-telling': { mails: ['receipt', 'news', 'welcome', 'farewell'], height: 1290 },
  'mails-answering': { mails: ['new-link', 'sign-in', 'silent-groups', 'wrong-address'], height: 1270 },
}

/** CSS pixels: the narrowest phone. */
const width = 320

/** Every mail that people get, in the docs in light and once more in dark. */
export const mailSheets: readonly Picture[] = Object.entries(sheets).flatMap(([name, { mails, height }]): Picture[] => {
  const picture: Picture = {
    name,
    act: 'opening',
    width: 1280,
    height,
    steps: (page) => page.setContent(mails.map((mail) => frame(mail, height)).join('')),
  }
  return [
    { ...picture, isInReadme: true },
    { ...picture, name: `${name}-whole`, scheme: 'dark' },
  ]
})

function frame(name: string, height: number): string {
  const { mail, reader } = sampleNamed(name)
  const { html } = renderMail(mail, { movement, language: 'fr', reader, links: sampleLinks, now: sampleNow })
  const style = `width:${width}px;height:${height}px;border:0;vertical-align:top`
  return `<style>body{margin:0;font-size:0}</style><iframe style="${style}" srcdoc="${escapeHtml(html)}"></iframe>`
}
