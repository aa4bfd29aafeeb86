import type { ImapFlow, ImapFlowOptions, SearchObject } from 'imapflow'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { reportLength } from '#shared/mail/report/parts.ts'
import { urlPart } from '#shared/text/url-part.ts'

type Message = Uint8Array<ArrayBuffer>

/** A mailbox of a mail server, by IMAP (RFC 3501): `imaps://user:password@imap.example.org/INBOX`. */
export type MailboxRoute = { options: ImapFlowOptions; folder: string }

/** What `BOUNCES_URL` says. @throws Stop when it names no mailbox. */
export function readBouncesUrl(bouncesUrl: string): MailboxRoute {
  const url = URL.parse(bouncesUrl)
  const isSecure = url?.protocol === 'imaps:'
  if (!url || (!isSecure && url.protocol !== 'imap:') || !url.hostname || !url.username || !url.password)
    throw new Stop(words.bounces.badUrl)
  const [user, pass, folder] = [url.username, url.password, url.pathname.slice(1)].map(urlPart)
  if (user == null || pass == null || folder == null) throw new Stop(words.bounces.badUrl)
  const isThisMachine = url.hostname === 'localhost' || url.hostname.startsWith('127.')
  return {
    options: {
      host: url.hostname,
      port: Number(url.port) || (isSecure ? 993 : 143),
      secure: isSecure,
      // A password is only said in TLS, unless the server is this machine
      ...(isSecure || isThisMachine ? {} : { doSTARTTLS: true }),
      auth: { user, pass },
      // What it would log holds addresses and passwords
      logger: false,
      disableAutoIdle: true,
    },
    folder: folder || 'INBOX',
  }
}

/**
 * Gives `take` the unread reports of a mailbox, and marks them read once it is done with them. All other mail, which somebody may be waiting to
 * read, is neither fetched nor touched. @throws Stop
 */
export async function readMailbox(
  { options, folder }: MailboxRoute,
  take: (messages: readonly Message[]) => Promise<void>,
): Promise<void> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow(options)
  // Whoever waits for an answer hears of it too
  client.on('error', () => undefined)
  try {
    await inWords(async () => {
      await client.connect()
      await client.mailboxOpen(folder)
    })
    const found = await client.search({ seen: false, or: [...ofServers] }, { uid: true })
    for (const uids of inParts(found || [])) {
      await take(await sourcesOf(client, uids))
      await client.messageFlagsAdd(uids, ['\\Seen'], { uid: true })
    }
    await client.logout()
  } finally {
    client.close()
  }
}

/**
 * What only servers write: delivery reports (RFC 3464) and complaints (RFC 5965), which are of this type (RFC 6522); what Exim marks; what comes from the
 * names that servers go by.
 */
const ofServers: readonly SearchObject[] = [
  { header: { 'content-type': 'multipart/report' } },
  { header: { 'x-failed-recipients': '@' } },
  { from: 'mailer-daemon' },
  { from: 'mail delivery' },
  { from: 'mdaemon' },
  { from: 'postmaster@' },
  // Complaints of Outlook.com, which are of no type of their own
  { from: 'staff@hotmail.com' },
]

/** Messages that are held in memory together. */
const part = 100

function inParts(uids: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(uids.length / part) }, (_, n) => uids.slice(n * part, (n + 1) * part))
}

async function sourcesOf(client: ImapFlow, uids: number[]): Promise<Message[]> {
  const messages = await client.fetchAll(uids, { source: { start: 0, maxLength: reportLength } }, { uid: true })
  return messages.flatMap(({ source }) => (source ? [new Uint8Array(source)] : []))
}

/** A server that is not there, a wrong password, a folder that is none: whoever set `BOUNCES_URL` can mend it. */
async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const said = error instanceof Error && 'responseText' in error ? String(error.responseText) : ''
    throw new Stop(words.bounces.noMailbox(said || (error instanceof Error ? error.message : String(error))))
  }
}
