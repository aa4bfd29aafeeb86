import { script } from './compiled.ts'

/** The form's script. Its address changes with it, so browsers may keep it for ever. */
export function serveScript(): Response {
  return new Response(script.code, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  })
}
