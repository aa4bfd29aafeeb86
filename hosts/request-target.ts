/** A name or a number of a machine (RFC 3986 §3.2.2), and its port. */
const hostPattern = /^(?:\[[\da-f:.]{2,45}\]|[\w.-]{1,255})(?::\d{1,5})?$/i

/** The whole address of what was asked for, as path and host came; null when they make none (RFC 9112 §3.2): `*`, `http://…`, `Host: a:b:c`. */
export function addressOf(target: string, host: string | null): string | null {
  if (!target.startsWith('/') || !hostPattern.test(host ?? '')) return null
  const address = `http://${host}${target}`
  return URL.canParse(address) ? address : null
}
