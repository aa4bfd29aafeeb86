import { redirectTo } from '#shared/html/respond.ts'
import type { DeskContext } from './env.ts'

/** After a write: the page to look at, with the cookies that the context was given. */
export function leadTo(context: DeskContext, path: string): Response {
  return context.newResponse(null, redirectTo(path))
}
