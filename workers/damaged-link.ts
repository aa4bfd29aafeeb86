import type { MiddlewareHandler } from 'hono'
import { getPath } from 'hono/utils/url'
import { mendedPath } from '#shared/domain/damaged-link.ts'
import { redirectTo } from '#shared/html/respond.ts'

/** Where a request leads: a link that a mail program damaged is read as it was written, so that what is sent there is taken. */
export const readPath = (request: Request): string => mendedPath(getPath(request))

/** Whoever looks at a damaged link is led to the address as it was written. */
export const leadToWhole: MiddlewareHandler = async ({ req }, next) => {
  const { pathname, search } = new URL(req.url)
  const path = mendedPath(pathname)
  if (path === pathname || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
  const [, part = ''] = /(?:%23|#)(\w+)$/.exec(pathname) ?? []
  return redirectTo(path + search + (part && `#${part}`))
}
