import type { MiddlewareHandler } from 'hono'
import { ownStyle, styleHash } from '#shared/html/own-style.ts'
import type { Movement } from '#shared/movement.ts'

/** Lets the movement's own style through on each page that says which styles it has. */
export const allowOwnStyle =
  (movement: Movement): MiddlewareHandler =>
  async (context, next) => {
    await next()
    const style = ownStyle(movement)
    const policy = context.res.headers.get('content-security-policy')
    if (style === '' || !policy?.includes("style-src 'sha256-")) return
    const hash = await styleHash(style)
    const allowed = policy.replace("style-src 'sha256-", () => `style-src '${hash}' 'sha256-`)
    context.res.headers.set('content-security-policy', allowed)
  }
