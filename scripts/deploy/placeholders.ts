/** What `wrangler.toml` says before a movement has made it its own. */
export type Placeholder = 'database_id' | 'public_url' | 'routes'

/** What is still to be filled in, in the text of `wrangler.toml`. */
export function findPlaceholders(toml: string): Placeholder[] {
  const lines = toml.split('\n').filter((line) => !/^\s*#/.test(line))
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  const routed = lines.filter((line) => /^\s*routes?\s*=/.test(line)).length
  return [
    ...(has(/^\s*database_id\s*=\s*"0{8}-/) ? ['database_id' as const] : []),
    ...(has(/^\s*PUBLIC_URL\s*=.*\bexample\./) ? ['public_url' as const] : []),
    // The form, the dashboard, the desk and the feeds have an address each
    ...(routed < 4 ? ['routes' as const] : []),
  ]
}
