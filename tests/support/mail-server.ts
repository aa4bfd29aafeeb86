import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { PromptServer } from '#scripts/mailbox/prompt-server.ts'

/** A port of this machine, at which whoever is asked to answers: a server can change under a sender that stays. */
export type Counter = {
  port: number
  /** From now on, each connection is this one's to serve. */
  serve: (serve: (socket: Socket) => void) => void
  stop: () => Promise<void>
}

export async function openCounter(): Promise<Counter> {
  const sockets = new Set<Socket>()
  let serve: (socket: Socket) => void = (socket) => socket.destroy()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    serve(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next) => {
      serve = next
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** What a server was given: the mails' recipients and words, and who signed in. */
export type Post = { from: string; to: string[]; message: string; user: string | undefined; isSecure: boolean }

/** A real SMTP server behind a counter, that keeps what it is given. */
export function smtpAt(counter: Counter, options: SMTPServerOptions): Post[] {
  const posts: Post[] = []
  const smtp = new PromptServer({
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const user = typeof session.user === 'string' ? session.user : undefined
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        posts.push({ from, to, message: Buffer.concat(chunks).toString(), user, isSecure: session.secure })
        done()
      })
    },
    ...options,
  })
  smtp.on('error', () => undefined)
  const { server } = smtp as unknown as { server: Server }
  counter.serve((socket) => server.emit('connection', socket))
  return posts
}

type Answer = (line: string) => string | null

/**
 * A server by its answers: each connection's `answer` is given what the client says, line by line, a message as one line, and says what
 * goes back; null hangs up. Gives what was heard.
 */
export function scriptAt(counter: Counter, greeting: string, connected: () => Answer): string[] {
  const heard: string[] = []
  counter.serve((socket) => {
    const answer = connected()
    let text = ''
    let isMessage = false
    const next = () => {
      const end = isMessage ? '\r\n.\r\n' : '\r\n'
      const at = isMessage && text.startsWith('.\r\n') ? -2 : text.indexOf(end)
      if (at === -1) return null
      const line = text.slice(0, Math.max(at, 0))
      text = text.slice(at + end.length)
      return line
    }
    socket.write(greeting)
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      for (let line = next(); line !== null; line = next()) {
        heard.push(line)
        const reply = answer(line)
        if (reply === null) {
          socket.destroy()
          return
        }
        isMessage = reply.startsWith('354')
        socket.write(reply)
      }
    })
  })
  return heard
}
