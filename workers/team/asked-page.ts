import type { Context } from 'hono'
import { returnPath } from '#shared/domain/return-path.ts'
import { deleteOwnCookie, readOwnCookie, setOwnCookie } from '#workers/own-cookie.ts'
import type { TeamApp } from './team-app.ts'

const cookieName = 'relance_return'
/** Where coordinators are at home. The first is where they go who asked for nothing else. */
const homes = ['/dashboard', '/desk'] as const

/** Remembers the page that somebody asked for before signing in; `isForm`: or sent a form to, which stands there. */
export function keepAskedPage<App extends TeamApp>(context: Context<App>, isForm = false): void {
  const { pathname, search } = new URL(context.req.url)
  const page = pathname + search
  if ((context.req.method === 'GET' || isForm) && isOurs(page)) setOwnCookie(context, cookieName, page, 1800)
}

/** Where to go after signing in: the page that was asked for, when it is one of ours. @throws Problem for a cookie that no browser made, which is forgotten. */
export function askedPage<App extends TeamApp>(context: Context<App>): string {
  const kept = readOwnCookie(context, cookieName) ?? homes[0]
  try {
    return homes.map((home) => returnPath(kept, home)).find((page) => page === kept) ?? returnPath(kept, homes[0])
  } catch (error) {
    forgetAskedPage(context)
    throw error
  }
}

const isOurs = (page: string) => homes.some((home) => returnPath(page, home) === page)

export function forgetAskedPage<App extends TeamApp>(context: Context<App>): void {
  if (readOwnCookie(context, cookieName)) deleteOwnCookie(context, cookieName)
}
