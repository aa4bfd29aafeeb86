import { byHand, type Sheet } from './browser.ts'
import { look } from './dashboard.ts'
import type { World } from './world.ts'

/** Sends the forms of a page of the desk, with other values; gives the page that this leads to, without following on from it. */
export async function act(
  world: World,
  session: string,
  path: string,
  changes: Record<string, string | null>,
  to = path.split('?')[0] ?? path,
): Promise<{ status: number; to: string | null; page: Sheet }> {
  const page = await look(world, session, `/desk${path}`)
  const body = new URLSearchParams()
  const sent = new Set<string>()
  for (const [name, value] of page.fields) {
    if (name in changes || ((name === 'page' || name === 'revision') && sent.has(name))) continue
    sent.add(name)
    body.append(name, value)
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) body.append(name, value)
  return send(world, session, to, body)
}

/** Sends a body to the desk as it is. */
export async function send(
  world: World,
  session: string,
  path: string,
  body: URLSearchParams,
  headers: Record<string, string> = byHand,
): Promise<{ status: number; to: string | null; page: Sheet }> {
  const init = { method: 'POST', body, redirect: 'manual', headers: { cookie: session, ...headers } } as const
  const response = await fetch(`${world.url}/desk${path}`, init)
  const html = await response.text()
  return {
    status: response.status,
    to: response.headers.get('location'),
    page: { url: response.url, status: response.status, html, fields: [] },
  }
}
