/** A browser without scripts, as far as forms go: reads a page, fills what it shows, presses a button. */
export type Sheet = { url: string; status: number; html: string; fields: [name: string, value: string][] }

export async function open(url: string, init?: RequestInit): Promise<Sheet> {
  const response = await fetch(url, init)
  return readSheet(response)
}

/** A page that is there already. */
export async function readSheet(response: Response): Promise<Sheet> {
  const html = await response.text()
  return { url: response.url, status: response.status, html, fields: fieldsOf(html) }
}

/** The controls of a page's forms, as a browser would send them: names and values, unticked boxes left out. */
function fieldsOf(html: string): [string, string][] {
  const shown = html.replace(/<template>.*?<\/template>/gs, '')
  const inputs = [...shown.matchAll(/<(input|textarea)\b([^>]*)>([^<]*)/g)]
  return [
    ...inputs.flatMap(([, tag = '', attributes = '', inner = '']): [string, string][] => {
      const name = attribute(attributes, 'name')
      if (name === null) return []
      const isTickable = /type="(checkbox|radio)"/.test(attributes)
      if (isTickable && !/\bchecked\b/.test(attributes)) return []
      return [[name, tag === 'textarea' ? decodeText(inner) : (attribute(attributes, 'value') ?? '')]]
    }),
    ...chosenIn(shown),
  ]
}

/** What is chosen in each list: where nothing is, browsers send the first. */
function chosenIn(html: string): [string, string][] {
  return [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
    ([, attributes = '', inner = '']): [string, string][] => {
      const name = attribute(attributes, 'name')
      const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
      const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? ''
      return name === null ? [] : [[name, attribute(chosen, 'value') ?? '']]
    },
  )
}

function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)
  return match ? decodeText(match[1] ?? '') : null
}

function decodeText(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** What browsers send with a form that somebody pressed (W3C Fetch Metadata). */
export const byHand = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1' }

/** Sends a page's form with other values; null takes a field out. Several forms of a page count as one: a hidden value twice is sent once. */
export async function submit(
  sheet: Sheet,
  changes: Record<string, string | null> = {},
  to = sheet.url.split('?')[0] ?? sheet.url,
): Promise<Sheet> {
  const body = new URLSearchParams()
  const sent = new Set<string>()
  for (const [name, value] of sheet.fields) {
    if (name in changes || (name === 'page' && sent.has(name))) continue
    sent.add(name)
    body.append(name, value)
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) body.append(name, value)
  return open(to, { method: 'POST', body, headers: byHand })
}

/** Presses another language of a page with a form in which somebody has typed: where its button sends them, and what it sends beside. */
export function inLanguage(sheet: Sheet, language: string, typed: Record<string, string>): Promise<Sheet> {
  const buttons = [...sheet.html.matchAll(/<button\b([^>]*)>/g)].map(([, button = '']) => button)
  const pressed = buttons.find((button) => attribute(button, 'lang') === language) ?? ''
  const [name, address] = [attribute(pressed, 'name'), attribute(pressed, 'formaction')]
  return submit(sheet, { ...typed, ...(name && { [name]: language }) }, new URL(address ?? '', sheet.url).href)
}

/** The controls that a page of errors leads to: each is there, and says beside it what is wrong. */
export function mended({ html }: Sheet): string[] {
  const [, summary = ''] = /<div[^>]*role="alert"[^>]*>(.*?)<\/div>/s.exec(html) ?? []
  const ids = [...summary.matchAll(/<a href="#([^"]+)"/g)].map(([, id = '']) => id)
  return ids.filter(
    (id) =>
      html.includes(` id="${id}-fault"`) &&
      new RegExp(`<(?:input|textarea)[^>]* id="${id}"[^>]* aria-invalid="true" aria-describedby="${id}-fault"`).test(
        html,
      ),
  )
}

/** The text of a page, as it is seen. */
export function textOf({ html }: Sheet): string {
  const body = html
    .replaceAll('<wbr><bdi class="part">', '')
    .replace(/<style>.*?<\/style>|<wbr>/gs, '')
    .replace(readable, '$1')
    .replace(/<span class="whole">([^<]*)<\/span>/g, '$1')
    .replaceAll('<span class="heard">,</span>', '')
    .replaceAll('<u>,</u>', ' ·')
    .replace(/<[^>]+>/g, ' ')
  return decodeText(body).replace(/\s+/g, ' ').trim()
}

/** A word that is seen shortened and heard in full (shared/html/readable.ts). */
const readable = /<span aria-hidden="true">([^<]*)<\/span><span class="heard">[^<]*<\/span>/g
