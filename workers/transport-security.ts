import type { MiddlewareHandler } from 'hono'
import { isSecure } from './own-cookie.ts'

const year = 31_536_000

/** Whoever came by HTTPS once comes no other way for a year (HSTS, RFC 6797). Other hosts of the movement's name are its own affair. */
export const secureTransport: MiddlewareHandler<{ Bindings: { PUBLIC_URL: string } }> = async (context, next) => {
  await next()
  if (isSecure(context.env)) context.header('strict-transport-security', `max-age=${year}`)
}
