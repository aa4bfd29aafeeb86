import { scrub } from '#shared/domain/mail.ts'
import { causeOf } from '#shared/domain/refusal/cause-of.ts'
import { bare, fits, listed } from '#shared/domain/refusal/phrases.ts'
import type { RefusalCause } from '#shared/domain/refusal/refusal.ts'
import type { MailReport } from '#shared/domain/report.ts'
import { mailboxesIn } from './fields.ts'
import type { ReadMessage } from './parts.ts'
import { recipientIn } from './which-mail.ts'

/** What servers call themselves. */
const servers = listed`mailer-daemon, mailer daemon, maildaemon, mdaemon, postmaster, mail delivery, maildelivery, delivery system, delivery subsystem, system administrator,
  mail system, postoffice, post office, mail gateway, mail router, microsoft exchange, exchange server`
/** What they call a mail that came back. */
const failures = listed`undeliver, not delivered, not be delivered, could not deliver, non-deliver, nondeliver, delivery status, delivery failure, delivery failed, delivery has failed,
  delivery notif, delivery report, delivery error, delivery problem, delivery unsuccessful, failure notice, failed mail, failed delivery, failure delivery, failed:, returned mail,
  returned to sender, returned email, returned e-mail, return to sender, mail delivery, mail system error, mail status, mail failure, mail error, mail could not, message status,
  message delivery, message could not, unknown user, user unknown, unknown address, unknown recipient, no such user, mail returned, bounce, permanent, mail refused, message rejected,
  processing error, address error, unknown mailbox, non remis, impossible de remettre, non distribu, unzustellbar, nicht zustellbar, no se pudo entregar, no entregado,
  mancata consegna, non recapitat, nao entregue, onbestelbaar, echec de, non delivr,
  impossible de distribuer, zustell, no se puede entregar, no se pudo, error de entrega, entrega fallida, non recapitabil, nao e possivel entregar,
  nao pode ser entregue, falha na entrega, erro de entrega, niet bezorgd, niet afgeleverd, bezorging mislukt, *недостав, *не доставлен, *ндо, *配信, *配達, *送信でき, *退信, *系统退信`
/** A person who is away, by the subject of what their program writes. */
const absences = listed`out of office, out of the office, automatic reply, auto reply, autoreply, auto-reply, auto:, absence, absent, reponse automatique, vacation, abwesen, automatische antwort,
  respuesta automatica, risposta automatica, resposta automatica, automatisch antwoord, *自動応答, *自動返信, *不在, fuera de la oficina, afwezig`
/** That it is only late. */
const late = listed`delayed, delay., delay:, not yet, still being retried, still trying, verzoger, retarde, demora, ritard, atrasad, vertraagd, *遅延`
const lateText = listed`you do not need to resend, do not need to resend, do not resend, no action is required on your part, will continue to try, will continue to attempt,
  will keep trying, will be retried, will continue trying, this is a warning, this is just a warning, not yet been delivered, delivery attempts will, has been postponed,
  still in the queue, waiting to be delivered, pas encore ete remis, pas encore pu etre remis, nouvelles tentatives, noch nicht zugestellt,
  weitere zustellversuche, weiterhin versucht, aun no se ha entregado, todavia no se ha, seguira intentando, non e stato ancora, non e ancora stato,
  nog niet bezorgd, nog niet afgeleverd, ainda nao foi entregue, novas tentativas`
/** A program that asks who writes before it delivers. */
const challenges = listed`guest list, waitlisted, whitelist, allowed list, challenge, confirm that you, confirm your message, confirm your address, confirm your e-mail, confirm your email,
  verify that you, prove that you, spamarrest, spam arrest, tmda`
/** How a line begins after which our own mail comes. */
const oursBegins = listed`original message, this is a copy, here is a copy, attachment is a copy, below this line, below the next line, message header, unsent message, returned message,
  returned mail, message text follows, your message reads, headers follow, header follow, start of returned, start of forwarded, begin returned, begin forwarded, enclosed is,
  message contents, a copy of the message, a copy of your message, a copy of the original, included below, included is, message follows, the header, returned text, body of message,
  body of mail, original mail, mensaje original, message d origine, ursprungliche nachricht, header of the source, received: , return-path: , message-id:`

/** A mail of ours has one recipient; some servers write of several mails in one report. Each is read by itself, so no more of them are. */
export const maxReports = 20

/** Characters of an explanation that are looked at. */
const looked = 4000

/**
 * What servers write that know no RFC 3464: who failed, and why, is in their words. Nothing for mails that are none of a server's, or only say that ours is
 * late.
 */
export function reportInWords(message: ReadMessage, uid: string | null): MailReport[] {
  const failed = mailboxesIn(message.header('x-failed-recipients'))
  const isOfServer =
    failed.length > 0 || /^[<>]{0,2}$/.test(message.header('from')) || says(message.header('from'), servers)
  const isFailure = says(message.header('subject'), failures)
  if (!isOfServer && (!isFailure || isAnswer(message) || isReply(message))) return []
  const explanation = explanationIn(message.text)
  if (says(message.header('subject'), late) || says(explanation, lateText)) return []
  const named = failed.length > 0 ? failed : theirAddresses(explanation)
  const addresses = [...new Set(named.length > 0 ? named : [recipientIn(message)].filter((one) => one !== null))]
  const cause = causeOf({ text: explanation, address: addresses[0] ?? null })
  if (isChallenge(explanation, cause)) return []
  if (
    cause === 'unclear' &&
    !(isOfServer && (isFailure || failed.length > 0 || says(message.header('from'), [' mailer-daemon'])))
  )
    return []
  const words = scrub(aboutThem(explanation)) || null
  return addresses.slice(0, maxReports).map((address) => {
    const own = addresses.length > 1 ? ofOne(address, explanation, cause) : cause
    return { kind: own === 'missing' ? 'hard_bounce' : 'soft_bounce', cause: own, uid, address, words }
  })
}

/** Of several addresses each has its reason, unless it stands behind them all. */
function ofOne(address: string, explanation: string, ofAll: RefusalCause): RefusalCause {
  const own = causeOf({ text: linesAbout(address, explanation), address })
  return own === 'unclear' || (own === 'route' && ofAll !== 'missing') ? ofAll : own
}

/** The lines that are about one address among others. */
export function linesAbout(address: string | null, text: string): string {
  if (address === null) return ''
  const lines = text.slice(0, looked).split('\n')
  const names = lines.map(mailboxesIn)
  const from = names.findIndex((named) => named.includes(address))
  const length = names.slice(from + 1).findIndex((named) => named.length > 0 && !named.includes(address))
  return from < 0 ? '' : lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n')
}

/** A person's program that answers for them (RFC 3834), or anybody's list. */
function isAnswer({ header }: ReadMessage): boolean {
  return (
    /^auto-(?:replied|notified)/i.test(header('auto-submitted')) ||
    header('x-autoreply') !== '' ||
    /^auto.?reply/i.test(header('precedence')) ||
    says(header('subject'), absences)
  )
}

/** Somebody's answer to what a server wrote, or what they pass on of it. */
function isReply({ header }: ReadMessage): boolean {
  const [, about] =
    /^\s{0,9}(?:re|aw|sv|vs|fw|fwd|tr|wg|rv|rif|res|enc|antw)\s{0,3}:(.*)$/i.exec(header('subject')) ?? []
  return about !== undefined && failures.some((phrase) => spaced(about.slice(0, looked)).startsWith(phrase))
}

/** A program that asks who writes before it delivers: nothing has come back yet. */
export function isChallenge(text: string, cause: RefusalCause): boolean {
  return cause !== 'missing' && says(text, challenges)
}

/** What the server wrote, without our own mail, whose words are no reason. */
function explanationIn(text: string): string {
  const lines = text.split('\n')
  const ours = lines.findIndex((line) => isOursBegun(line))
  return lines
    .slice(0, ours < 0 ? lines.length : ours)
    .filter((line) => !/^[ \t]{0,20}(?:subject|subj|sujet|betreff|asunto|oggetto)\b/i.test(line))
    .join('\n')
}

function isOursBegun(line: string): boolean {
  const words = spaced(line.slice(0, 200).replace(/^[-=_*|> \t#+]{1,100}/, ''))
  return (
    oursBegins.some((phrase) => words.startsWith(phrase)) ||
    / (?:original|undelivered|returned) (?:message|mail) (?:you sent )?follows?[ :>]/.test(words)
  )
}

/** What a person reads of why a mail came back, for a report that does not say so elsewhere. */
export function saidInWords({ text }: ReadMessage): string {
  return aboutThem(explanationIn(text))
}

/** What is said of an address stands behind it; before it stands what the server writes every time. */
function aboutThem(explanation: string): string {
  const [address = ''] = theirAddresses(explanation)
  const from = explanation.toLowerCase().indexOf(address)
  return explanation.slice(explanation.lastIndexOf('\n', Math.max(from, 0)) + 1)
}

function theirAddresses(text: string): string[] {
  return mailboxesIn(text).filter((one) => !/^(?:mailer-daemon|postmaster|abuse|helpdesk|support|no-?reply)@/.test(one))
}

function says(text: string, phrases: readonly string[]): boolean {
  return fits(spaced(text.slice(0, looked)), { phrases })
}

function spaced(text: string): string {
  return ` ${bare(text)
    .split(/[\s"'’<(]/)
    .filter((word) => word !== '')
    .join(' ')} `
}
