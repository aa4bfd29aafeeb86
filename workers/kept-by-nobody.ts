import type { MiddlewareHandler } from 'hono'
import { privately } from '#shared/html/respond.ts'

/** What says nothing of who may keep it is kept by nobody: a redirection holds a link's token in its address, and a refusal passes. */
export const keptByNobody: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.headers.has('cache-control')) return
  for (const [name, value] of Object.entries(privately)) context.header(name, value)
}
