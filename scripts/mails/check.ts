import { lookup, Resolver } from 'node:dns/promises'
import { BlockList } from 'node:net'
import { listAuthorities } from '#hosts/authorities.ts'
import { connectTrusting } from '#hosts/node/connect.ts'
import { readSettings } from '#scripts/local/settings.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import type { LaterReason } from '#shared/domain/mail.ts'
import { readMailUrl, type SmtpRoute } from '#shared/mail/transports/mail-url.ts'
import { openSmtpConnection } from '#shared/mail/transports/smtp/open-connection.ts'
import { noWaits } from '#shared/mail/transports/smtp/stream.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import type { MailsContext } from './mails-context.ts'

/** What was looked at, and whether it is well; null where only somebody can tell. */
type Finding = { isWell: boolean | null; says: string }

/** What we ask DNS. */
export type Dns = Pick<Resolver, 'resolveTxt' | 'resolveMx' | 'resolveNs' | 'reverse'> & {
  lookup: (host: string) => Promise<{ address: string }>
}

/** The machine's own, which is waited for as long as somebody at a terminal would. */
const ourDns = (): Dns => {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  return {
    lookup,
    resolveTxt: (name) => resolver.resolveTxt(name),
    resolveMx: (name) => resolver.resolveMx(name),
    resolveNs: (name) => resolver.resolveNs(name),
    reverse: (address) => resolver.reverse(address),
  }
}

/** Tries the way to the mail server step by step, writes to nobody, and says what DNS tells others of the sender's domain. */
export async function checkServer({ movement }: Pick<MailsContext, 'movement'>, dns: Dns = ourDns()): Promise<string> {
  const { mailUrl } = readSettings(process.env)
  if (!mailUrl) throw new Stop(words.mails.noMailUrl)
  const route = readMailUrl(mailUrl)
  const domain = movement.sender.address.split('@').at(-1) ?? ''
  const findings = [
    ...(route.to === 'smtp' ? await ofServer(route, domain, dns) : []),
    ...(await ofDomain(domain, dns)),
  ]
  return findings.map(({ isWell, says }) => `${isWell === null ? '·' : isWell ? '✓' : '✗'} ${says}`).join('\n')
}

/** The server's name, the connection, TLS and the login, as a mail would use them. */
async function ofServer(route: SmtpRoute, us: string, dns: Dns): Promise<Finding[]> {
  const text = words.mails.check
  const address = await answered(dns.lookup(route.host))
  if (address === 'silent') return [{ isWell: false, says: text.hostNotAsked(route.host) }]
  if (address === null) return [{ isWell: false, says: text.noHost(route.host) }]
  const named = { isWell: true, says: text.host(route.host, address.address) }
  const line = await openSmtpConnection({
    route,
    us,
    connect: connectTrusting(await listAuthorities()),
    waits: noWaits(),
  })
  if ('result' in line) {
    const reason = line.result === 'later' ? reasonOf(line.reason) : ''
    return [named, { isWell: false, says: text.failed(reason, 'answer' in line ? line.answer : '') }]
  }
  line.close()
  return [
    named,
    { isWell: true, says: text.connected(route.port, route.tls, route.login !== null) },
    await ofName(address.address, dns),
  ]
}

/** Whoever reads this may mend it, where the dashboard sends its readers to somebody else. */
function reasonOf(reason: LaterReason): string {
  const toMend: Partial<Record<LaterReason, string>> = words.mails.check.toMend
  return toMend[reason] ?? textIn(language, ourWords).dashboard.reason[reason]
}

/** Addresses that nobody elsewhere sees: another one writes to people. */
const inner = new BlockList()
inner.addSubnet('127.0.0.0', 8)
inner.addSubnet('10.0.0.0', 8)
inner.addSubnet('172.16.0.0', 12)
inner.addSubnet('192.168.0.0', 16)
inner.addAddress('::1', 'ipv6')
inner.addSubnet('fc00::', 7, 'ipv6')

/** Receivers ask whether the address that writes has a name. With a provider's server, it is theirs to see to. */
async function ofName(address: string, dns: Dns): Promise<Finding> {
  const text = words.mails.check
  if (inner.check(address, address.includes(':') ? 'ipv6' : 'ipv4')) return { isWell: null, says: text.innerPtr }
  const names = await answered(dns.reverse(address))
  if (names === 'silent') return { isWell: null, says: text.ptrNotAsked(address) }
  return names?.[0] ? { isWell: true, says: text.ptr(address, names[0]) } : { isWell: null, says: text.noPtr(address) }
}

/** What DNS tells others of the domain: who may write for it (RFC 7208), what to do with what fails (RFC 7489), and where what comes back goes. */
async function ofDomain(domain: string, dns: Dns): Promise<Finding[]> {
  const text = words.mails.check
  if (!(await reachesInternet(domain, dns))) return [{ isWell: null, says: text.dnsSilent(domain) }]
  const [spf, dmarc, mx] = await Promise.all([
    recordsOf(domain, 'v=spf1', dns),
    policyOf(domain, dns),
    answered(dns.resolveMx(domain)),
  ])
  if (spf === 'silent' || dmarc === 'silent' || mx === 'silent') return [{ isWell: null, says: text.dnsSilent(domain) }]
  // "0 ." says that the domain takes no mail (RFC 7505)
  const receives = mx?.some(({ exchange }) => exchange !== '' && exchange !== '.') ?? false
  return [
    spf.length > 1
      ? { isWell: false, says: text.manySpf(domain, spf.length) }
      : { isWell: spf.length === 1, says: spf[0] ? text.spf(domain, spf[0]) : text.noSpf(domain) },
    { isWell: dmarc !== null, says: dmarc ? text.dmarc(domain, dmarc) : text.noDmarc(domain) },
    { isWell: receives, says: receives ? text.mx(domain) : text.noMx(domain) },
    { isWell: null, says: text.dkim },
  ]
}

/** A machine without DNS, or whose DNS knows its own network only, would say of each domain that it has nothing. */
async function reachesInternet(domain: string, dns: Dns): Promise<boolean> {
  const servers = await answered(dns.resolveNs(domain.split('.').at(-1) ?? ''))
  return servers !== null && servers !== 'silent' && servers.length > 0
}

/** The policy of the domain, or of one that it is in (RFC 7489, §6.6.3). */
async function policyOf(domain: string, dns: Dns): Promise<string | null | 'silent'> {
  const labels = domain.split('.')
  for (let from = 0; from <= Math.max(0, labels.length - 2); from++) {
    const records = await recordsOf(`_dmarc.${labels.slice(from).join('.')}`, 'v=DMARC1', dns)
    if (records === 'silent') return 'silent'
    if (records[0]) return records[0]
  }
  return null
}

async function recordsOf(name: string, begins: string, dns: Dns): Promise<string[] | 'silent'> {
  const records = await answered(dns.resolveTxt(name))
  if (records === 'silent') return 'silent'
  return (records ?? []).map((parts) => parts.join('')).filter((record) => record.startsWith(begins))
}

/** Null when DNS says that there is nothing, which is not the same as that it says nothing. */
async function answered<Answer>(question: Promise<Answer>): Promise<Answer | null | 'silent'> {
  try {
    return await question
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOTFOUND' || code === 'ENODATA' ? null : 'silent'
  }
}
