import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DashboardContext } from './env.ts'
import { cookieOptions } from './session.ts'

const cookieName = 'relance_return'
const home = '/dashboard'

/** Remembers the page that somebody asked for before signing in. */
export function keepReturn(context: DashboardContext): void {
  const { pathname, search } = new URL(context.req.url)
  if (context.req.method !== 'GET') return
  setCookie(context, cookieName, pathname + search, { ...cookieOptions(context), maxAge: 1800 })
}

/** Where to go after signing in: the page that was asked for, when it is one of ours. */
export function takeReturn(context: DashboardContext): string {
  const kept = getCookie(context, cookieName)
  if (kept) deleteCookie(context, cookieName, cookieOptions(context))
  return kept && /^\/dashboard([/?]|$)/.test(kept) ? kept : home
}
