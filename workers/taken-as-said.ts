import type { MiddlewareHandler } from 'hono'

/** No answer is taken for another type than it says (WHATWG Fetch, `nosniff`), whatever it is. */
export const takenAsSaid: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('x-content-type-options', 'nosniff')
}
