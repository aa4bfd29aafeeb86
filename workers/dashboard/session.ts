import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isSame, knownCookie, linkKey, readStamp, sign, signInCookie, stamp } from '#shared/domain/link.ts'
import type { Movement } from '#shared/movement.ts'
import type { DashboardContext } from './env.ts'

export type Coordinator = Movement['coordinators'][number]
export type Session = { coordinator: Coordinator; since: Date }

/** A working day: signing in again is one mail. */
const lifetime = 12 * 3_600_000
const cookieName = 'relance_session'

/** Lets a coordinator in, in this browser. The cookie says who without naming them, and nobody else can make it. */
export async function startSession(context: DashboardContext, coordinator: Coordinator): Promise<void> {
  const key = await linkKey(context.env.LINK_SECRET)
  const who = await alias(key, coordinator)
  const value = `${who}.${await stamp(key, purpose(who), context.var.now)}`
  setCookie(context, cookieName, value, { ...cookieOptions(context), maxAge: lifetime / 1000 })
  const known = await stamp(key, knownCookie.purpose(coordinator.email), context.var.now)
  const { name, path, days } = knownCookie
  setCookie(context, name, known, { ...cookieOptions(context), path, maxAge: days * 86_400 })
}

export function endSession(context: DashboardContext): void {
  deleteCookie(context, cookieName, cookieOptions(context))
  endWaiting(context)
}

/** What tells the browser that asked for a sign-in link apart, until it has signed in. */
export function waitingBrowser(context: DashboardContext): string | undefined {
  return getCookie(context, signInCookie.name)
}

export function endWaiting(context: DashboardContext): void {
  deleteCookie(context, signInCookie.name, { ...cookieOptions(context), path: signInCookie.path })
}

/** Whose session this browser holds; null when none, when it has ended, or when they are no coordinator any more. */
export async function readSession(context: DashboardContext): Promise<Session | null> {
  const value = getCookie(context, cookieName) ?? ''
  const end = value.indexOf('.')
  const who = value.slice(0, Math.max(end, 0))
  const key = await linkKey(context.env.LINK_SECRET)
  const since = await readStamp(key, purpose(who), value.slice(end + 1))
  if (!since || context.var.now.getTime() - since.getTime() >= lifetime) return null
  for (const coordinator of context.var.movement.coordinators) {
    if (isSame(who, await alias(key, coordinator))) return { coordinator, since }
  }
  return null
}

function alias(key: CryptoKey, { email }: Coordinator): Promise<string> {
  return sign(key, `coordinator:${email}`)
}

function purpose(who: string): string {
  return `session:${who}`
}

export function cookieOptions(context: DashboardContext) {
  return { path: '/dashboard', httpOnly: true, sameSite: 'Lax', secure: isSecure(context) } as const
}

/** Where people come by HTTPS, cookies travel no other way. */
export function isSecure({ env }: DashboardContext): boolean {
  return env.PUBLIC_URL.startsWith('https:')
}
