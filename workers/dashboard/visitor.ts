import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { withinRegions } from '#shared/db/within-regions.ts'
import { languageOf, type Movement } from '#shared/movement.ts'
import { withoutEnding } from '#shared/record/ending.ts'
import { isLanguage } from '#shared/text/language.ts'
import { currentTime } from '#workers/clock.ts'
import { refuseOversize } from '#workers/request-limits.ts'
import { accessOf, readAccessSession } from './access.ts'
import type { DashboardApp } from './env.ts'
import { showProblem } from './problem.tsx'
import { keepReturn } from './return.ts'
import { isSecure, readSession } from './session.ts'

/** Settles whose dashboard it is, when it is and which language to write in. */
export const settle =
  (movement: Movement): MiddlewareHandler<DashboardApp> =>
  async (context, next) => {
    context.set('movement', movement)
    const asked = context.req.query('lang')
    const kept = asked ?? getCookie(context, 'lang')
    context.set('now', currentTime(context.env))
    context.set('chosen', isLanguage(kept) ? kept : null)
    context.set('language', languageOf(movement, context.var.chosen))
    if (isLanguage(asked))
      setCookie(context, 'lang', asked, {
        path: '/',
        maxAge: 31_536_000,
        sameSite: 'Lax',
        httpOnly: true,
        secure: isSecure(context),
      })
    return next()
  }

/** Settled first: the page that refuses needs a language. */
export const refuseLong: MiddlewareHandler<DashboardApp> = async (context, next) => {
  refuseOversize(context.req.raw)
  return next()
}

/** An address that ends in a slash, as people type it, is that of the page without. */
export const trimSlash: MiddlewareHandler<DashboardApp> = async (context, next) => {
  const { pathname, search } = new URL(context.req.url)
  const isLooking = context.req.method === 'GET' || context.req.method === 'HEAD'
  return isLooking && pathname.endsWith('/') ? context.redirect(withoutEnding(pathname, '/') + search, 301) : next()
}

/** Lets in whoever has signed in, and nobody else. */
export const requireSession: MiddlewareHandler<DashboardApp> = async (context, next) => {
  const access = accessOf(context)
  const session = access ? await readAccessSession(context, access) : await readSession(context)
  if (!session) {
    keepReturn(context)
    return showProblem(context, 'session_missing')
  }
  context.set('session', session)
  if (session.coordinator.regions) context.env.DB = withinRegions(context.env.DB, session.coordinator.regions)
  context.set('language', languageOf(context.var.movement, context.var.chosen ?? session.coordinator.language))
  return next()
}
