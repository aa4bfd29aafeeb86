import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { datedToken, hashToken, linkKey, linkPath, linkToken, sign } from '#shared/domain/link.ts'
import { open, type Sheet } from './browser.ts'
import type { World } from './world.ts'

export const coordinator = 'camille@archipel.example.org'
const browser = 'the-browser-that-asked'

type SignInOptions = { address?: string; expiresAt?: Date }

/** The link of a sign-in mail, as if it had been asked for and had left. */
export async function signInLink(
  world: World,
  { address = coordinator, expiresAt }: SignInOptions = {},
): Promise<string> {
  const secret = (await readFile(join(world.folder, 'secret'), 'utf8')).trim()
  const uid = crypto.randomUUID().replaceAll('-', '')
  const token = await linkToken(await linkKey(secret), uid)
  const now = world.now()
  const expiry = expiresAt ?? new Date(now.getTime() + 15 * 60_000)
  await world.db.batch([
    world.db
      .prepare(
        `INSERT INTO mail (uid, kind, address, browser_hash, state, due_at, attempts, settled_at, created_at)
         VALUES (?1, 'sign_in', ?2, ?3, 'sent', ?4, 1, ?4, ?4)`,
      )
      .bind(uid, address, await hashToken(browser), now.toISOString()),
    world.db
      .prepare('INSERT INTO link (hash, mail_id, expires_at) SELECT ?2, id, ?3 FROM mail WHERE uid = ?1')
      .bind(uid, await hashToken(token), expiry.toISOString()),
  ])
  return world.url + linkPath.signIn(token)
}

export const browserCookie = `relance_browser=${browser}`

/** Opens a link in the browser that asked for it, without following where it leads. */
export function follow(link: string, cookie = browserCookie): Promise<Response> {
  return fetch(link, { redirect: 'manual', headers: { cookie } })
}

/** Opens a link and presses the button of its page, where it has one. */
export async function enter(link: string, cookie = browserCookie): Promise<Response> {
  const page = await open(link, { redirect: 'manual', headers: { cookie } })
  if (page.status !== 200) return follow(link, cookie)
  const body = new URLSearchParams(page.fields as [string, string][])
  return fetch(link, { method: 'POST', body, redirect: 'manual', headers: { cookie } })
}

/** The cookie of a session that began at an instant, as the database and the browser keep it. */
export async function sessionCookie(
  db: D1Database,
  { secret, email = coordinator }: { secret: string; email?: string },
  now: Date,
): Promise<string> {
  const key = await linkKey(secret)
  const who = await sign(key, `coordinator:${email}`)
  const chance = crypto.randomUUID()
  const value = `${who}.${chance}.${await datedToken(key, `session:${who}:${chance}`, now)}`
  const end = new Date(now.getTime() + 12 * 3_600_000)
  await db
    .prepare('INSERT INTO session (hash, coordinator, began_at, ends_at) VALUES (?1, ?2, ?3, ?4)')
    .bind(await hashToken(value), email, now.toISOString(), end.toISOString())
    .run()
  return `relance_session=${value}`
}

/** Signs a coordinator in; gives the cookie of their session. */
export async function signIn(world: World, address = coordinator): Promise<string> {
  const response = await enter(await signInLink(world, { address }))
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('relance_session='))
  if (!cookie) throw new Error(`not signed in: ${response.status}`)
  return cookie.split(';')[0] ?? ''
}

/** Looks at a page of the dashboard as a coordinator who has signed in. */
export function look(world: World, session: string, path: string, init: RequestInit = {}): Promise<Sheet> {
  return open(world.url + path, { ...init, headers: { cookie: session, ...init.headers } })
}
