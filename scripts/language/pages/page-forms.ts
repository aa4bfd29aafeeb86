/** A form of a page, as one of its buttons sends it. */
export type PageForm = { from: string; action: string; shape: string; button: [string, string] | null; html: string }

/** How a form is filled before it is sent. */
export type Fill = 'emptied' | 'wrong' | 'filled' | 'asShown' | 'completed' | 'changed' | 'behind' | 'old'

/** Where links of a page lead, on the same site. */
export function linksOf(html: string, path: string): string[] {
  return [...html.matchAll(/<a\b[^>]*? href="([^"#]*)/g)].flatMap(([, address = '']) => {
    const target = pathOf(decoded(address), path)
    return target && !/^\/static|[?&]lang=/.test(target) ? [target] : []
  })
}

/** What a form of a page sends to this site, for each of its buttons. What a script would add is not there yet. */
export function pageForms(html: string, path: string): PageForm[] {
  const shown = html.replace(/<template>.*?<\/template>/gs, '')
  return [...shown.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, given = '', inside = '']): PageForm[] => {
    if (!/method="post"/i.test(given)) return []
    const base = attribute(given, 'action') ?? path
    const buttons = [...inside.matchAll(/<button\b([^>]*)>/g)].map(([, button = '']) => button)
    return buttons.flatMap((button) => {
      const action = pathOf(attribute(button, 'formaction') ?? base, path)
      const name = attribute(button, 'name')
      const value = attribute(button, 'value') ?? ''
      if (action === null || /\/language$/.test(action)) return []
      const names = [...inside.matchAll(/ name="([^"]*)"/g)].map(([, one = '']) => one.replace(/[\w-]{12,}|\d+/g, ':'))
      const shape = `${routeShape(action)} ${name}=${value.length < 12 ? value.replace(/\d+/, ':') : ':'} ${[...new Set(names)].sort().join()}`
      return [{ from: path, action, shape, button: name === null ? null : [name, value], html: inside }]
    })
  })
}

/** A path without what differs from person to person. */
export function routeShape(path: string): string {
  const [way = '', query = ''] = path.split('?', 2)
  const asked = [...new URLSearchParams(query).keys()].sort().map((key) => `${key}=`)
  return way.replace(/\/[\w-]{16,}(?=\/|$)|\/\d+(?=\/|$)/g, '/…') + (asked.length > 0 ? `?${asked.join('&')}` : '')
}

/** What a browser sends: what is hidden stays as it is. */
export function valuesFor({ html, button }: PageForm, fill: Fill): URLSearchParams {
  const values = new URLSearchParams()
  for (const [, given = ''] of html.matchAll(/<input\b([^>]*)>/g)) {
    const [name, type] = [attribute(given, 'name'), attribute(given, 'type') ?? 'text']
    const value = attribute(given, 'value') ?? ''
    if (name === null) continue
    if (type === 'hidden') values.append(name, value)
    else if (/^(checkbox|radio)$/.test(type)) tick(values, given, { name, type, value }, fill)
    else values.append(name, isTrap(given) ? '' : typed(value, type, name, fill))
  }
  for (const [, given = '', inside = ''] of html.matchAll(/<textarea\b([^>]*)>([^<]*)/g)) {
    const name = attribute(given, 'name')
    if (name !== null) values.append(name, typed(decoded(inside), 'textarea', name, fill))
  }
  for (const [, given = '', inside = ''] of html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(given, 'name')
    const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? ''
    if (name !== null) values.append(name, fill === 'emptied' ? '' : (attribute(chosen, 'value') ?? ''))
  }
  if (button) values.append(...button)
  // What a page says that was open for long
  if (fill === 'old' && values.has('page')) values.set('page', 'old')
  return values
}

/** Nobody reaches it: what fills it is no person. */
const isTrap = (given: string) => attribute(given, 'tabindex') === '-1'

type Tickable = { name: string; type: string; value: string }

/** Of several answers one is given: the last. */
function tick(values: URLSearchParams, given: string, { name, type, value }: Tickable, fill: Fill): void {
  // Without it no message is sent, and after some tries no other either
  const isTicked = /\bchecked\b/.test(given) || (fill === 'completed' && name === 'consent')
  if (fill === 'emptied' || fill === 'wrong' || (fill !== 'filled' && !isTicked)) return
  if (type === 'radio') values.set(name, value)
  else values.append(name, value)
}

const plausible: Readonly<Record<string, string>> = {
  email: 'somebody.new@example.org',
  url: 'https://example.org',
  number: '12',
  textarea: 'Hello to everybody.',
}

function typed(value: string, type: string, name: string, fill: Fill): string {
  if (fill === 'emptied') return ''
  if (fill === 'wrong') return '31/02/2019 lou at example'
  if (fill === 'asShown') return value
  if (/^(changed|behind|old)$/.test(fill) && value !== '') return otherThan(value, fill)
  if (value !== '') return value
  if (/_on\b|date/.test(name)) return '2026-11-28'
  if (/mail/.test(name)) return plausible.email ?? ''
  if (/town|place/.test(name)) return 'Pau'
  if (/postcode/.test(name)) return '64000'
  if (/website/.test(name)) return plausible.url ?? ''
  if (/attendees|people/.test(name)) return plausible.number ?? ''
  return plausible[type] ?? (/phone|tel/.test(name + type) ? '06 12 34 56 78' : 'Zoé')
}

/** Something else of the same kind, and not the same from two people. */
function otherThan(value: string, fill: Fill): string {
  const digit = fill === 'changed' ? '2' : '3'
  if (value.includes('@')) return `${fill}.${value}`
  return /\d$/.test(value) ? value.slice(0, -1) + digit : `${value} ${digit}`
}

/** Null where it is another site. */
function pathOf(address: string, path: string): string | null {
  const site = 'http://localhost'
  if (!URL.canParse(address, site + path)) return null
  const url = new URL(address, site + path)
  return url.origin === site ? url.pathname + url.search : null
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)
  return found ? decoded(found[1] ?? '') : null
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
