import { lookup, resolveMx, resolveTxt, reverse } from 'node:dns/promises'
import { listAuthorities } from '#hosts/authorities.ts'
import { connectTrusting } from '#hosts/node/connect.ts'
import { readSettings } from '#scripts/local/settings.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { readMailUrl, type SmtpRoute } from '#shared/mail/transports/mail-url.ts'
import { openLine } from '#shared/mail/transports/smtp/open-line.ts'
import { noWaits } from '#shared/mail/transports/smtp/wire.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import type { Desk } from './desk.ts'

/** What was looked at, and whether it is well; null where only somebody can tell. */
type Finding = { isWell: boolean | null; says: string }

/** Tries the way to the mail server step by step, writes to nobody, and says what DNS tells others of the sender's domain. */
export async function checkServer({ movement }: Pick<Desk, 'movement'>): Promise<string> {
  const { mailUrl } = readSettings(process.env)
  if (!mailUrl) throw new Stop(words.mails.noMailUrl)
  const route = readMailUrl(mailUrl)
  const domain = movement.sender.address.split('@').at(-1) ?? ''
  const findings = [...(route.to === 'smtp' ? await ofServer(route, domain) : []), ...(await ofDomain(domain))]
  return findings.map(({ isWell, says }) => `${isWell === null ? '·' : isWell ? '✓' : '✗'} ${says}`).join('\n')
}

/** The server's name, the connection, TLS and the login, as a mail would use them. */
async function ofServer(route: SmtpRoute, us: string): Promise<Finding[]> {
  const text = words.mails.check
  const address = await lookup(route.host).catch(() => null)
  if (!address) return [{ isWell: false, says: text.noHost(route.host) }]
  const named = { isWell: true, says: text.host(route.host, address.address) }
  const line = await openLine({ route, us, connect: connectTrusting(await listAuthorities()), waits: noWaits() })
  if ('result' in line) {
    const reason = line.result === 'later' ? textIn(language, ourWords).dashboard.reason[line.reason] : ''
    return [named, { isWell: false, says: text.failed(reason, 'answer' in line ? line.answer : '') }]
  }
  line.close()
  return [
    named,
    { isWell: true, says: text.connected(route.port, route.tls, route.login !== null) },
    await ofName(address.address),
  ]
}

/** Receivers ask whether the address that writes has a name. With a provider's server, it is theirs to see to. */
async function ofName(address: string): Promise<Finding> {
  const names = await reverse(address).catch(() => [])
  return names[0]
    ? { isWell: true, says: words.mails.check.ptr(address, names[0]) }
    : { isWell: null, says: words.mails.check.noPtr(address) }
}

/** What DNS tells others of the domain: who may write for it (RFC 7208), what to do with what fails (RFC 7489), and where what comes back goes. */
async function ofDomain(domain: string): Promise<Finding[]> {
  const text = words.mails.check
  const [spf, dmarc, mx] = await Promise.all([
    recordOf(domain, 'v=spf1'),
    recordOf(`_dmarc.${domain}`, 'v=DMARC1'),
    resolveMx(domain).catch(() => []),
  ])
  return [
    { isWell: spf !== null, says: spf ? text.spf(domain, spf) : text.noSpf(domain) },
    { isWell: dmarc !== null, says: dmarc ? text.dmarc(domain, dmarc) : text.noDmarc(domain) },
    { isWell: mx.length > 0, says: mx.length > 0 ? text.mx(domain) : text.noMx(domain) },
    { isWell: null, says: text.dkim },
  ]
}

async function recordOf(name: string, begins: string): Promise<string | null> {
  const records = await resolveTxt(name).catch(() => [])
  return records.map((parts) => parts.join('')).find((record) => record.startsWith(begins)) ?? null
}
