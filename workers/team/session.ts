import type { Context } from 'hono'
import {
  datedToken,
  hashToken,
  isSame,
  knownCookie,
  type LinkKey,
  linkKey,
  readDatedToken,
  sign,
  signInCookie,
} from '#shared/domain/link.ts'
import type { Coordinator } from '#shared/movement.ts'
import { deleteOwnCookie, readOwnCookie, setOwnCookie } from '#workers/own-cookie.ts'
import type { TeamApp } from './team-app.ts'

/** `hash`: SHA-256 of what the browser shows, under which the database keeps the session; null where Cloudflare Access keeps it. */
export type Session = { coordinator: Coordinator; since: Date; hash: string | null }

/** A working day, in milliseconds: signing in again is one mail. */
export const sessionLifetime = 12 * 3_600_000
const cookieName = 'relance_session'

/**
 * A session that begins: what the browser is to show, and what the database keeps of it. It says who without naming them, and nobody else can make
 * it, so that whose it is is known before the database is asked whether it has ended.
 */
export async function newSession<App extends TeamApp>(
  { env, var: { now } }: Context<App>,
  { email }: Coordinator,
): Promise<{ value: string; hash: string; endsAt: Date }> {
  const key = await linkKey(env.LINK_SECRET)
  const who = await alias(key, email)
  const chance = crypto.randomUUID()
  const value = `${who}.${chance}.${await datedToken(key, purpose(who, chance), now)}`
  return { value, hash: await hashToken(value), endsAt: new Date(now.getTime() + sessionLifetime) }
}

/** Gives the session to this browser, which from now on is one where this coordinator has signed in, and asks no more. */
export async function keepSession<App extends TeamApp>(
  context: Context<App>,
  { email }: Coordinator,
  value: string,
): Promise<void> {
  setOwnCookie(context, cookieName, value, sessionLifetime / 1000)
  const known = await datedToken(await linkKey(context.env.LINK_SECRET), knownCookie.purpose(email), context.var.now)
  setOwnCookie(context, knownCookie.name, known, knownCookie.days * 86_400)
  deleteOwnCookie(context, signInCookie.name)
}

export function forgetSession<App extends TeamApp>(context: Context<App>): void {
  deleteOwnCookie(context, cookieName)
  deleteOwnCookie(context, signInCookie.name)
}

/** What tells the browser that asked for a sign-in link apart, until it has signed in. */
export function waitingBrowser<App extends TeamApp>(context: Context<App>): string | undefined {
  return readOwnCookie(context, signInCookie.name)
}

/**
 * Whose session this browser shows; null when none, when its time is over, or when they are no coordinator any more. Whether it was ended
 * before its time the database knows (`watchSession`).
 */
export async function readSession<App extends TeamApp>(context: Context<App>): Promise<Session | null> {
  const { now, movement } = context.var
  const value = readOwnCookie(context, cookieName) ?? ''
  const [, who = '', chance = '', made = ''] = /^([\w-]{43})\.([\w-]{36})\.([\w.-]{20,80})$/.exec(value) ?? []
  const key = await linkKey(context.env.LINK_SECRET)
  const since = await readDatedToken(key, purpose(who, chance), made)
  if (!since || now.getTime() - since.getTime() >= sessionLifetime) return null
  for (const coordinator of movement.coordinators) {
    if (isSame(who, await alias(key, coordinator.email))) return { coordinator, since, hash: await hashToken(value) }
  }
  return null
}

function alias(key: LinkKey, email: string): Promise<string> {
  return sign(key, `coordinator:${email}`)
}

function purpose(who: string, chance: string): string {
  return `session:${who}:${chance}`
}
