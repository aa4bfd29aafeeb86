import { style } from './compiled.ts'
import type { Html } from './jsx-runtime.ts'
import type { Sheet } from './page.tsx'

export type PageOptions = {
  status?: number
  sheet?: Sheet /** The page has a script, from this very origin. */
  hasScript?: boolean
  headers?: Record<string, string>
}

/**
 * A page as an answer. Nothing is kept by browsers or proxies, nothing is indexed, nothing third-party is loaded:
 * only the page's own styles, named by their hashes (Content Security Policy level 3).
 */
export function respondPage(
  page: Html,
  { status = 200, sheet, hasScript = false, headers = {} }: PageOptions = {},
): Response {
  return new Response(`<!doctype html>${page}`, { status, headers: { ...pageHeaders(sheet, hasScript), ...headers } })
}

function pageHeaders(sheet: Sheet | undefined, hasScript: boolean): Record<string, string> {
  const styles = [style, ...(sheet ? [sheet] : [])].map(({ hash }) => `'${hash}'`).join(' ')
  return {
    'content-type': 'text/html; charset=utf-8',
    ...privately,
    'content-security-policy': `default-src 'none'; style-src ${styles};${hasScript ? " script-src 'self';" : ''} img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    // no-referrer would make browsers send `Origin: null` with a form
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
}

/** Nobody keeps the answer, and no search engine lists it. */
export const privately = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' }

/** After a write: the page to look at, by GET. */
export function redirectTo(path: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { location: path, ...privately, ...headers } })
}
