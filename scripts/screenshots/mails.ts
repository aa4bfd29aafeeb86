import movement from '#movement'
import { escapeHtml, renderMail } from '#shared/mail/render.ts'
import { links, now, samples } from '#tests/mail/samples.ts'
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
  const content = samples[name]
  if (!content) throw new Error(`there is no sample ${name}`)
  const { html } = renderMail(content, { movement, language: 'fr', links, now })
  const style = `width:${width}px;height:${height}px;border:0;vertical-align:top`
  return `<style>body{margin:0;font-size:0}</style><iframe style="${style}" srcdoc="${escapeHtml(html)}"></iframe>`
}
