const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/
const longest = 64

/**
 * Whom a limit counts, of an address of the network as hosts and proxies write it, with a port or not: an IPv4 address, or the /64 of IPv6 that
 * one connection has to itself (RFC 6177). An IPv4 address in the form of an IPv6 one (RFC 4291 §2.5.5.2, 6052, 7915), and the whole network that
 * 6to4 gives to one (RFC 3056), is that address. Null for anything else.
 */
export function networkOf(written: string): string | null {
  if (written.length > longest) return null
  const address = withoutPort(written.trim())
  if (ipv4.test(address)) return address.split('.').every((part) => Number(part) < 256) ? plainly(address) : null
  const groups = ipv6Groups(address)
  if (!groups) return null
  const begins = (...first: number[]) => first.every((group, at) => groups[at] === group)
  const isOld = begins(0, 0, 0, 0, 0, 0xffff) || begins(0, 0, 0, 0, 0xffff, 0) || begins(0x64, 0xff9b, 0, 0, 0, 0)
  if (isOld || begins(0x2002)) {
    const [high = 0, low = 0] = groups.slice(isOld ? 6 : 1)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  const prefix = groups.slice(0, 4).map((group) => group.toString(16))
  return `${prefix.join(':')}::/64`
}

/** `192.0.2.7:4711`, `[2001:db8::1]:4711` (RFC 7239) and `fe80::1%eth0` are written so too. */
function withoutPort(written: string): string {
  const quoted = written.startsWith('"') && written.endsWith('"') ? written.slice(1, -1) : written
  const inside = quoted.startsWith('[') ? quoted.slice(1).split(']', 1) : quoted.split('%', 1)
  const [address = ''] = inside[0]?.split('%', 1) ?? []
  const [host = '', port, ...more] = address.split(':')
  return port !== undefined && more.length === 0 && ipv4.test(host) ? host : address
}

/** Without the zeros that some write in front. */
const plainly = (address: string) => address.split('.').map(Number).join('.')

/** Its eight groups of sixteen bits; null when it is none. */
export function ipv6Groups(address: string): number[] | null {
  if (!address.includes(':') || !URL.canParse(`http://[${address}]`)) return null
  // The parser writes them out in one way (WHATWG URL): numbers only, the longest zeros as `::`
  const shown = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = [], after = []] = shown.split('::').map((half) => (half === '' ? [] : half.split(':')))
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
}
