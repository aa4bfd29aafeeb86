import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { returnPath } from '#shared/domain/return-path.ts'
import type { DashboardContext } from './env.ts'
import { cookieOptions } from './session.ts'

const cookieName = 'relance_return'
const home = '/dashboard'

/** Remembers the page that somebody asked for before signing in. */
export function keepReturn(context: DashboardContext): void {
  const { pathname, search } = new URL(context.req.url)
  const page = pathname + search
  if (context.req.method !== 'GET' || returnPath(page, home) !== page) return
  setCookie(context, cookieName, page, { ...cookieOptions(context), maxAge: 1800 })
}

/** Where to go after signing in: the page that was asked for, when it is one of ours. @throws Problem for a cookie that no browser made, which is forgotten. */
export function keptReturn(context: DashboardContext): string {
  try {
    return returnPath(getCookie(context, cookieName) ?? home, home)
  } catch (error) {
    forgetReturn(context)
    throw error
  }
}

export function forgetReturn(context: DashboardContext): void {
  if (getCookie(context, cookieName)) deleteCookie(context, cookieName, cookieOptions(context))
}
