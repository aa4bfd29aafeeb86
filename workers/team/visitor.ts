import type { Context, MiddlewareHandler } from 'hono'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { type WatchedSession, watchSession } from '#shared/db/watch-session.ts'
import { withinRegions } from '#shared/db/within-regions.ts'
import { linkKey } from '#shared/domain/link.ts'
import { needsSecondFactor, serverKeyOf } from '#shared/domain/second-factor.ts'
import { type Movement, teamLanguageOf } from '#shared/movement.ts'
import { withoutEnding } from '#shared/record/ending.ts'
import { isLanguage } from '#shared/text/language.ts'
import { browserLanguage } from '#workers/browser-language.ts'
import { currentTime } from '#workers/clock.ts'
import { keepLanguage, readLanguageCookie } from '#workers/own-cookie.ts'
import { refuseOversize } from '#workers/request-limits.ts'
import { accessOf, readAccessSession } from './access.ts'
import { readSession, type Session } from './session.ts'
import type { TeamApp } from './team-app.ts'

/** Settles whose pages they are, when it is and which language to write in. */
export const settle =
  (movement: Movement): MiddlewareHandler<TeamApp> =>
  async (context, next) => {
    context.set('movement', movement)
    const asked = context.req.query('lang')
    const kept = asked ?? readLanguageCookie(context)
    context.set('now', currentTime(context.env))
    context.set('chosen', isLanguage(kept) ? kept : null)
    context.set('language', teamLanguageOf(movement, context.var.chosen ?? browserLanguage(context.req, movement)))
    if (isLanguage(asked)) keepLanguage(context, asked)
    return next()
  }

/** Settled first: the page that refuses needs a language. */
export const refuseLong: MiddlewareHandler<TeamApp> = async (context, next) => {
  refuseOversize(context.req.raw)
  return next()
}

/** An address that ends in a slash, as people type it, is that of the page without. */
export const trimSlash: MiddlewareHandler<TeamApp> = async (context, next) => {
  const { pathname, search } = new URL(context.req.url)
  const isLooking = context.req.method === 'GET' || context.req.method === 'HEAD'
  return isLooking && pathname.endsWith('/') ? context.redirect(withoutEnding(pathname, '/') + search, 301) : next()
}

/** Somebody of the team who has signed in, and all of the database that they may look at. */
export type Entered = WatchedSession & { session: Session }

/**
 * Lets in whoever has signed in, and nobody else: null. What is returned looks no further than their regions, and its first trip says besides
 * whether the session was ended, or waits for a second factor: then it throws, unless this is the page that asks for one (`isBetween`).
 */
export async function enter<App extends TeamApp>(
  context: Context<App>,
  source: ReadDatabase,
  isBetween = false,
): Promise<Entered | null> {
  const access = accessOf(context.env)
  const session = access ? await readAccessSession(context, access) : await readSession(context)
  if (!session) return null
  const { movement, chosen, now } = context.var
  context.set('session', session)
  context.set('language', teamLanguageOf(movement, chosen ?? session.coordinator.language))
  const watched = session.hash
    ? watchSession(source, { ...(await watchedKey(context, session)), hash: session.hash, isBetween }, now)
    : { db: source, check: async () => undefined }
  const { regions } = session.coordinator
  return { session, check: watched.check, db: regions ? withinRegions(watched.db, regions) : watched.db }
}

async function watchedKey<App extends TeamApp>({ env, var: { movement } }: Context<App>, { coordinator }: Session) {
  return {
    serverKey: await serverKeyOf(await linkKey(env.LINK_SECRET)),
    needsFactor: needsSecondFactor(movement, coordinator),
  }
}
