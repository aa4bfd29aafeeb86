import { ipv6Groups } from '../network-address.ts'

/** IPv4 networks that are no place of the internet (IANA Special-Purpose Address Registry): the first address, and how many bits it is told by. */
const specialNetworks: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Names that lead to the house itself (RFC 6761, RFC 6762, RFC 8375, and `.internal`). */
const houseNames = ['localhost', 'local', 'internal', 'lan', 'home.arpa', 'intranet']

/** Whether an address of numbers, IPv4 or IPv6, is anything but a place of the internet. What is no address is private too. */
export function isPrivateAddress(address: string): boolean {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return isPrivateV4(numberOf(address))
  const groups = ipv6Groups(address)
  return groups === null || isPrivateV6(groups)
}

/**
 * Whether a host, as `URL.hostname` has it, is private as it is written: an address of the house, one of its names, or a name without a dot.
 * Where a public name leads is only known once it is looked up.
 */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPrivateAddress(hostname.slice(1, -1))
  if (/^[\d.]+$/.test(hostname)) return isPrivateAddress(hostname)
  const name = hostname.toLowerCase().replace(/\.$/, '')
  return !name.includes('.') || houseNames.some((house) => name.endsWith(`.${house}`))
}

const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

function isPrivateV4(number: number): boolean {
  return specialNetworks.some(([first, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(number / size) === Math.floor(numberOf(first) / size)
  })
}

/** Only 2000::/3 is given out, less documentation, tunnels that lead to an IPv4 address, and what is for protocols (RFC 6890). */
function isPrivateV6(groups: readonly number[]): boolean {
  const [first = 0, second = 0, , , , sixth = 0, seventh = 0, eighth = 0] = groups
  if (groups.slice(0, 5).every((group) => group === 0) && sixth === 0xffff)
    return isPrivateV4(seventh * 65_536 + eighth)
  if (first < 0x2000 || first > 0x3fff) return true
  return (
    first === 0x2002 ||
    (first === 0x2001 && (second < 0x200 || second === 0xdb8)) ||
    (first === 0x3fff && second < 0x1000)
  )
}
