/** The workers that have pages of their own, beside the form. */
export type Apart = 'dashboard' | 'desk' | 'feeds'

/** The worker whose page it is, as the routes in `wrangler.toml` say on Cloudflare; null for the form, which has all the rest. */
export function workerOf(pathname: string): Apart | null {
  const [, first, second] = pathname.split('/', 3)
  if (first === 'dashboard' || first === 'desk' || first === 'feeds') return first
  if (first === 'hooks' && second === 'lists') return 'feeds'
  return first === 'find' || first === 'join' || first === 'lists' || first === 'api' ? 'feeds' : null
}
