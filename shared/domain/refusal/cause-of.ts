import {
  domainMissing,
  guessed,
  mailboxClosed,
  mailboxMissing,
  mailboxRefused,
  mailboxUnavailable,
  passing,
  recipientMissing,
} from './about-address.ts'
import { denied, otherReasons, policy, refused } from './about-others.ts'
import { astray, serverTrouble } from './about-servers.ts'
import { fits, type Phrases } from './phrases.ts'
import type { RefusalCause, Said } from './refusal.ts'
import { clausesOf } from './said-words.ts'

/**
 * Why a server refused a mail, by all that it said. Its words count before codes, which relays fill in with what they have at hand (sendmail makes 5.1.1
 * of every 550), and the code that it said itself before the one that stands beside.
 */
export function causeOf({ text, status = null, address = null }: Said): RefusalCause {
  const clauses = clausesOf(text, address)
  const guesses = clauses.filter((clause) => fits(clause, guessed))
  const sure = clauses.filter((clause) => !guesses.includes(clause))
  const says = (phrases: Phrases) => sure.some((clause) => fits(clause, phrases))
  const own = statusIn(text) ?? ''
  const [byOwn, byReport] = [byStatus(own), byStatus(status ?? '')]
  const missing = isForNow(text, own || status || '') ? 'maybe_missing' : 'missing'
  const other = otherReasonIn(sure)
  if (other) return other
  // How Exchange Online, and how IronPort, say that their directory does not have an address
  if ((own || status) === '5.4.1' && says({ phrases: [' access denied'] })) return says(policy) ? 'policy' : 'missing'
  if (own === '5.1.0' && says({ phrases: [' address rejected'] })) return 'missing'
  if (says(mailboxMissing)) return missing
  if (says(domainMissing) || says(recipientMissing)) return says(passing) ? 'route' : missing
  if (guesses.some((clause) => fits(clause, mailboxMissing) || fits(clause, domainMissing)))
    return byOwn === 'missing' ? 'missing' : 'maybe_missing'
  const perhaps = otherReasonIn(guesses)
  if (perhaps) return perhaps
  if (says(astray)) return 'route'
  if (byOwn && byOwn !== 'policy' && !isAddress(byOwn)) return byOwn
  if (says(policy) || says(denied)) return 'policy'
  // RFC 5321's own words of 550: servers say them of a mailbox that is not there
  if (/\b550\b/.test(text) && says(mailboxUnavailable)) return missing
  if (says(mailboxClosed)) return 'maybe_missing'
  if (says(mailboxRefused)) return byOwn === 'missing' || byReport === 'missing' ? 'missing' : 'maybe_missing'
  if (byOwn) return isAddress(byOwn) && says(passing) ? 'route' : byOwn
  if (says(refused)) return 'policy'
  return byReport ?? (says(serverTrouble) ? 'route' : 'unclear')
}

function otherReasonIn(clauses: readonly string[]): RefusalCause | null {
  const found = otherReasons.find(({ unless = {}, ...reason }) =>
    clauses.some((clause) => fits(clause, reason) && !fits(clause, unless)),
  )
  return found?.cause ?? null
}

/** Of a report whose status is a mere `4.0.0`, the server's words count. */
function isForNow(text: string, status: string): boolean {
  const isOwn = /(?:^|said: |[;:] ?)4\d\d[ -]/.test(text.slice(0, 4000))
  return isOwn || (status.startsWith('4') && status !== '4.0.0')
}

function isAddress(cause: RefusalCause): boolean {
  return cause === 'missing' || cause === 'maybe_missing'
}

/** The status among a server's words. A relay's own comes before the words of another server, whose status says more. */
function statusIn(text: string): string | null {
  const found = [...text.slice(0, 4000).matchAll(/(?:^|[\s#(;:-])([45]\.\d\.\d{1,3})(?![\d.])/g)].map(
    ([, code = '']) => code,
  )
  return found.find((code) => !code.endsWith('.0.0')) ?? null
}

function byStatus(status: string): RefusalCause | null {
  const [, kind = '', subject = '', detail = ''] = /^([45])\.(\d)\.(\d{1,3})$/.exec(status) ?? []
  const of = `${subject}.${detail}`
  if (kind === '') return null
  if (kind === '5' && /^1\.(?:1|2|3|6|10|351)$/.test(of)) return 'missing'
  if (of === '2.2' || of === '3.1') return 'full'
  if (of === '2.3' || of === '3.4') return 'too_large'
  if (/^1\.[78]$/.test(of)) return 'policy'
  if (kind === '5' && (of === '1.0' || of === '2.1' || of === '4.4')) return 'maybe_missing'
  if (/^7\.(?:2\d|3\d|509|515)$/.test(of)) return 'authentication'
  // Their certificate (RFC 3463, §3.8)
  if (of === '7.5') return 'route'
  if (subject === '7') return kind === '4' ? 'greylist' : 'policy'
  if (of === '4.5') return 'rate'
  if (subject === '4' || subject === '3') return 'route'
  if (subject === '6') return 'content'
  return null
}
