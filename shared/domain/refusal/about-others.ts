import { isNotThere, mailbox } from './about-address.ts'
import { listed, type Phrases } from './phrases.ts'
import type { RefusalCause } from './refusal.ts'

/** `unless`: what makes a clause mean something else. */
type Reason = Phrases & { cause: RefusalCause; unless?: Phrases }

const turnedAway = listed`
  blocked, banned, listed, rejected, refused, denied, not accepted, not allowed, prohibited, bad reputation, poor reputation,
  bloque, rejete, refuse., refusee, interdit, gesperrt, blockiert, abgelehnt, abgewiesen, geblokkeerd, geweigerd, rechazad, bloccat,
  rifiutat, respint, rejeitad, recusad, *拒否, *ブロック, *заблокир
`

/** What is said of anything but the address, the surest first: none of it is a reason to shut one. */
export const otherReasons: readonly Reason[] = [
  {
    cause: 'rate',
    about: listed`
      too many., excessive, exceeded the m, exceeds the max, exceeded your, limit, quota, trop de., zu viele, te veel, demasiad, troppi,
      troppe, muitas, muitos, unexpected, permitted limits
    `,
    says: listed`
      messages, mails, emails, recipients, connections, sessions, invalid, unknowns, users, failed, per hour, per day, per minute,
      this hour, this day, today, hourly, daily, rate, sending, submission, outgoing, errors, concurrent, a day, an hour, rcpt, within,
      requests, volume, in one hour, envoi, par heure, par jour, nachrichten, verbindungen, pro stunde, pro tag, berichten, per uur, per dag,
      mensajes, por hora, por dia, messaggi, all ora, al giorno, mensagens, conexoes, conexiones, connexions, connessioni, range
    `,
    phrases: listed`
      rate limit, ratelimit, rate-limit, rate control, at a rate, throttl, slow down, too fast, too quickly, too frequent, too much mail,
      too much traffic, unusual rate, unusual volume, trop de., limit of messages, max messages, maximum messages, maximum number of messages, this hour, this minute, rate exceed, exceeded rate
    `,
    unless: {
      phrases: listed`
        mailbox quota, over its, disk quota, storage, mailbox size, over quota, message size, mail size, mailbox full, mailbox is full,
        quota exceeded for user, too many hops, size limit, mailbox limit, allowed size, bytes, kb, mb., on the server, disk, space,
        stored
      `,
    },
  },
  {
    cause: 'greylist',
    phrases: listed`
      *greylist, *graylist, *grey list, *gray list, liste grise, lista gris, lista grigia, lista cinza, graue liste, grijze lijst, postgrey, grey-list, gray-list, first time sender
    `,
  },
  {
    cause: 'authentication',
    about: listed`
      helo, ehlo
    `,
    says: listed`
      invalid, reject, must., fully, resolv, mismatch, bad., denied, required, refused, not found, needed
    `,
    phrases: listed`
      spf, dkim, dmarc, domainkey, unauthenticated, not authenticated, authentication required, authentication is required,
      requires authentication, authentication failed, authentication check, authentication result, authrequired, smtp auth,
      auth required, reverse dns, reverse lookup, reverse hostname, rdns, ptr., find your hostname, find your reverse, fcrdns,
      not authorized to send, not authorised to send, sender id, starttls, tls required, requires tls, tls is required,
      must authenticate, authenticate first, please authenticate, sender policy framework
    `,
    unless: { phrases: listed`not offered` },
  },
  {
    cause: 'blocklist',
    about: listed`
      ip., ips., ip-, *ip-адрес, *ipが, *ipアドレス, *送信元, ip address, client host, client., your host, your server, your mail server, your network, your domain, mail server,
      sending host, connecting host, connection, sending domain, sending ip, sending mta, isp., connections, your isp, host.
    `,
    says: turnedAway,
    phrases: listed`
      *blacklist, *black list, *black-list, *blocklist, *block list, *block-list, *denylist, *blackhole, *black hole, *dnsbl, rbl, sbl.,
      xbl., pbl., *spamhaus, *spamcop, *sorbs, *barracudacentral, *barracudanetworks.com/reputation, *uceprotect, *senderscore,
      *abuseat, mail-abuse, open relay, open mail relay, open proxy, reputation, blocked using, problem occurred,
      not allowed to connect, *ipcheck, listed on., dynamic ip, dynamic address, dial-up, dialup, listed at., listed by., is listed in,
      are listed in, liste noire, lista negra, lista nera, sperrliste, schwarze liste, zwarte lijst, reputacion, reputazione, reputacao,
      reputatie, *ブラックリスト, spam source, spam list, reject list, your ip, from your host, abuse list, njabl, ordb
    `,
    unless: {
      phrases: listed`
        reverse hostname, cannot find your, rdns, not found in dns, host unknown, refused to talk, connection refused,
        connection was refused, connection is refused, connect to host,
        best-preference
      `,
    },
  },
  // What is said of the sender's address is not said of the recipient's
  {
    cause: 'policy',
    about: listed`
      sender, return path, return-path, envelope from, envelope-from, mail from, from address, from header, from domain, from field,
      originat, expediteur, absender, remitente, mittente, remetente, afzender, callback, your address, votre adresse, ihre adresse, su direccion, seu endereco, uw adres,
      *送信者, *差出人, suppression list for your account
    `,
    says: [
      ...isNotThere,
      ...turnedAway,
      ...listed`unverified, verif, must., fail, does not, unresolv, bad., unable, not set, no mx, match, only accept, required, error, forged, local,
          restricted, allowed, suppression list`,
    ],
  },
  {
    cause: 'full',
    about: [
      ...mailbox,
      ...listed`quota, storage, disk, folder, maildir, mail directory, spool, store, speicher, espacio, spazio, espaco, opslag, capacite, *容量`,
    ],
    says: listed`
      full., too full, over quota, overquota, over-quota, over the., over its, over their, over limit, over size, over maximum,
      over allowed, voll., uberfullt, exceed, excede, out of storage, out of space, out of disk, reached its, reached their,
      reached the m, reached his, piena, pleine, saturee, lleno, llena, cheia, esaurit, superat, depasse, too large, large to accept,
      too much, vol., uberschritt, limit, insufficient, not enough, atteint, sature, excedi, agotad, supera, lotad, overschr, satura,
      plena, *超過, *いっぱい, *満杯, *不足, *已满, *超过, *переполн, *заполн
    `,
    phrases: listed`
      over quota, overquota, over-quota, overquotatemp, overquotaperm, quota exceeded, quotaexceeded, exceeded quota, exceeds quota,
      exceeded storage, storage allocation, insufficient disk, insufficient storage, insufficient space, insufficient system storage,
      insufficient system, insufficient quota, not enough disk, not enough storage, not enough space, not enough free, not enough room,
      disk full, disk quota, no space left, no disk space, no room, mailbox full, full mailbox, storage full, mailbox size,
      cannot append message, user over, over disk, maximum allowed, quota violation, have enough, hasn t enough, overdrawn,
      too many messages on the server, zuviele mails, mailbox exceeds, system full, cuota, overlimit, out of quota, exceeded the max,
      account is full
    `,
    unless: {
      phrases: listed`
        message size, message is too, message too, message exceeds, message length, full details, full headers, full list, full message,
        full text, fixed maximum, full name, full explanation, message larger, too many invalid, max message
      `,
    },
  },
  {
    cause: 'too_large',
    about: listed`
      message, mail., size, e-mail., email., header, length, taille, nachricht, mensaje, messaggio, mensagem, bericht,
      grosse, tamano, dimension, tamanho, grootte
    `,
    says: listed`
      too large, too big, too long, larger than, bigger than, exceeds, exceeded, exceeding, exceed., maximum, limit, maximale, depass, uberschr,
      zu gross, te groot, troppo grand, demasiado grand, muito grand, excede
    `,
    phrases: listed`
      oversize, size limit, maximum message
    `,
    unless: {
      phrases: listed`
        queue, time, hop, attempts
      `,
    },
  },
  {
    cause: 'content',
    about: listed`
      spam, junk, uce., ube., phish, unsolicited, bulk
    `,
    says: listed`
      message, content, mail, score, detect, filter, reject, found, blocked, threshold, policy, assassin, consider, classif, identif,
      contain, looks, like., likely, probab, suspect, refus, as spam, is spam, be spam, of spam, appears, denied, sending, not accept,
      anti
    `,
    phrases: listed`
      virus, malware, infected, spammer, antispam, anti-spam, no spam, content reject, content filter, content policy,
      content restriction, content reasons, message content, content refus, banned content, prohibited content, attachment rej, attachment type,
      attachment not, attachments are, attachment block, surbl, uribl, message rejected, message refused, message blocked,
      message was rejected, message was blocked, message filtered, spamtrap, bare lf, mail content, contenu, bad header, missing header,
      header error, spam., indesirable, pourriel, unerwunscht, no deseado, indesiderat, ongewenst, *迷惑メール, *ウイルス
    `,
    unless: {
      phrases: listed`
        user unknown, no such user, policy, organization, rule
      `,
    },
  },
]

/** That we may not write there. */
export const policy: Phrases = {
  phrases: listed`
    not accepting mail from, not accepting mail with, relay, policy, policies, prohibited, not authorized, not authorised, restrict,
    administrative, security, rcpthosts, only accepts, members only, firewall, whitelist, banned, mass mailer, spamming, bulk e,
    requires confirmation, politique, richtlinie, politica, beleid, not allowed to send, relais, non autoris, nicht berechtigt, nicht erlaubt, no autorizad,
    non autorizzat, nao autorizad, niet toegestaan, liste blanche, *ポリシー
  `,
}

/** The same, in words that also say other things. */
export const refused: Phrases = {
  phrases: listed`
    access denied, blocked, not allowed, rejected, denied, refused, refuse to, permission, not permitted, not accepted, filter, blocage,
    bloque, rejete, abgelehnt, abgewiesen, geblokkeerd, geweigerd, rechazad, bloccat, rifiutat, respint, rejeitad, recusad, *拒否
  `,
}

/** That we may not, which a code for a missing mailbox beside it does not change. */
export const denied: Phrases = {
  phrases: listed`
    access denied, access is denied, access refused, not permitted to, n accepte pas, n accepte que, akzeptiert kein, akzeptiert nur, nimmt kein,
    no acepta, non accetta, nao aceita, accepteert geen, accepteert alleen
  `,
}
