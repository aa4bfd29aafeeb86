import { networkOf } from '#shared/domain/network-address.ts'

type Asked = {
  req: { raw: Request; header: (name: string) => string | undefined }
  /** How many proxies of one's own stand before Relance, each of which adds whom it hears from to X-Forwarded-For; none without it. */
  env: { TRUSTED_PROXIES?: string }
}

/** All whose place nothing tells count as one: there is no host without one that we know of. */
const nowhere = 'nowhere'

/**
 * Where a request comes from. Cloudflare says so; elsewhere, the last proxies of one's own, as many as `TRUSTED_PROXIES` says, since what stands
 * before their words in X-Forwarded-For was written by whoever asks; without any, the connection itself, as the host gives it.
 */
export function placeOf({ req, env }: Asked): string {
  const forwarded = req.header('x-forwarded-for')?.split(',') ?? []
  const proxies = Number(env.TRUSTED_PROXIES ?? 0)
  const said = [req.header('cf-connecting-ip'), proxies > 0 ? forwarded.at(-proxies) : undefined, peerOf(req.raw)]
  if (proxies === 0 && forwarded.length > 0 && !req.header('cf-connecting-ip')) warnOnce()
  for (const address of said) {
    const network = address === undefined ? null : networkOf(address)
    if (network !== null) return network
  }
  return nowhere
}

/** The other end of the connection, which workerd gives beside the request; on Cloudflare, that is a machine of theirs, and is not given. */
function peerOf(request: Request): string | undefined {
  const { clientIp } = (request as { cf?: { clientIp?: unknown } }).cf ?? {}
  return typeof clientIp === 'string' ? clientIp : undefined
}

let isWarned = false

/** Behind a proxy that nobody told us of, all count as one. */
function warnOnce(): void {
  if (isWarned) return
  isWarned = true
  // biome-ignore lint/suspicious/noConsole: for who runs it, once
  console.warn(
    'X-Forwarded-For is not read: TRUSTED_PROXIES says how many proxies stand before Relance (docs/operations.md)',
  )
}
