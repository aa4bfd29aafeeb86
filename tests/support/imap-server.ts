import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export type ImapMessage = { source: string; isSeen: boolean }

/** A mailbox that answers by IMAP what a reader of reports asks (RFC 3501): one user, one folder, messages numbered from 1. */
export type ImapServer = {
  url: string
  messages: ImapMessage[]
  /** Uids of the messages that were given out. */
  fetched: number[]
  stop: () => Promise<void>
}

const imapUser = { name: 'reseau@archipel.example.org', password: 'un / secret' }

export async function startImapServer(): Promise<ImapServer> {
  const messages: ImapMessage[] = []
  const fetched: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    let heard = ''
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(heard.slice(0, end)) ?? []
        heard = heard.slice(end + 2)
        socket.write(answer(command).concat('').join('\r\n').replaceAll('TAG', tag))
        if (/^LOGOUT/i.test(command)) socket.end()
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** The lines that answer a command; `TAG` stands for its tag. */
  function answer(command: string): string[] {
    const [, verb = '', rest = ''] = /^((?:UID )?\S+) ?(.*)$/i.exec(command) ?? []
    switch (verb.toUpperCase()) {
      case 'CAPABILITY':
        return ['* CAPABILITY IMAP4rev1', 'TAG OK done']
      case 'LOGIN':
        return rest === `"${imapUser.name}" "${imapUser.password}"`
          ? ['TAG OK logged in']
          : ['TAG NO [AUTHENTICATIONFAILED] wrong name or password']
      case 'LIST':
        return ['* LIST (\\HasNoChildren) "/" INBOX', 'TAG OK done']
      case 'SELECT':
        if (!/^"?INBOX"?$/i.test(rest)) return ['TAG NO [NONEXISTENT] no such mailbox']
        return [
          '* FLAGS (\\Seen)',
          '* OK [PERMANENTFLAGS (\\Seen)] limited',
          `* ${messages.length} EXISTS`,
          '* OK [UIDVALIDITY 7] valid',
          `* OK [UIDNEXT ${messages.length + 1}] next`,
          'TAG OK [READ-WRITE] selected',
        ]
      case 'UID SEARCH':
        return [`* SEARCH ${found(rest).join(' ')}`.trimEnd(), 'TAG OK done']
      case 'UID FETCH': {
        const uids = uidsIn(rest)
        fetched.push(...uids)
        return [...uids.map((uid) => fetchLine(uid, rest)), 'TAG OK done']
      }
      case 'UID STORE': {
        const uids = uidsIn(rest)
        if (!/\+FLAGS(\.SILENT)? \(\\Seen\)/i.test(rest)) return ['TAG BAD only \\Seen is understood']
        for (const uid of uids) Object.assign(messages[uid - 1] ?? {}, { isSeen: true })
        return ['TAG OK done']
      }
      case 'LOGOUT':
        return ['* BYE', 'TAG OK done']
      case 'NOOP':
        return ['TAG OK done']
      default:
        return ['TAG BAD unknown command']
    }
  }

  /** UNSEEN, and any of some HEADER and FROM, are all that it can look for (§6.4.4). */
  function found(asked: string): number[] {
    const terms = [...asked.matchAll(/HEADER "?([\w-]+)"? "?([^" )]+)"?|(FROM) "?([^" )]+)"?/gi)].map(
      ([, name, value, from, sender]) => ({ name: name ?? from ?? '', value: (value ?? sender ?? '').toLowerCase() }),
    )
    return messages.flatMap(({ source, isSeen }, index) => {
      const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
      const isFound = terms.some(({ name, value }) =>
        (new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1] ?? '').toLowerCase().includes(value),
      )
      return isFound && !(isSeen && /UNSEEN/i.test(asked)) ? [index + 1] : []
    })
  }

  function uidsIn(sequence: string): number[] {
    return (sequence.split(' ')[0] ?? '').split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split(':').map(Number)
      return Array.from({ length: to - from + 1 }, (_, n) => from + n)
    })
  }

  /** The whole message, or a part of it: `BODY.PEEK[]<0.1000>` (§6.4.5). */
  function fetchLine(uid: number, asked: string): string {
    const [, from, length] = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/i.exec(asked) ?? []
    const whole = Buffer.from(messages[uid - 1]?.source ?? '')
    const source = from === undefined ? whole : whole.subarray(Number(from), Number(from) + Number(length))
    return `* ${uid} FETCH (UID ${uid} BODY[]${from === undefined ? '' : `<${from}>`} {${source.length}}\r\n${source})`
  }

  return {
    url: `imap://${encodeURIComponent(imapUser.name)}:${encodeURIComponent(imapUser.password)}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    fetched,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
