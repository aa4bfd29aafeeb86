import { Problem } from '#shared/domain/problem.ts'
import { readLogo } from '#shared/html/own-logo.ts'
import type { FormsContext } from './env.ts'

/** The movement's logo. Its address changes with it, so browsers may keep it for ever. */
export function serveLogo(context: FormsContext): Response {
  const { logo } = context.var.movement.face
  if (logo === undefined) throw new Problem('page_unknown')
  const { type, bytes } = readLogo(logo)
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
