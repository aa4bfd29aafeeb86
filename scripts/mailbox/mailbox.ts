import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addressOf } from '#hosts/request-target.ts'
import { Stop } from '#scripts/run.ts'
import { Faults } from './faults.ts'
import { ReceivedMessages } from './received-messages.ts'
import { smtpServer } from './smtp.ts'
import { mailboxApp } from './web.ts'

/** A mailbox for everybody, on this machine only: mails come in by SMTP, and are looked at on a page. */
export type Mailbox = {
  /** For `MAIL_URL`. */
  smtpUrl: string
  /** Of the page, and of the REST API (`/email`). */
  webUrl: string
  messages: ReceivedMessages
  faults: Faults
  stop: () => Promise<void>
}

/** @throws Stop when a port is taken. Port 0 takes any free one. */
export async function startMailbox({ smtpPort, webPort }: { smtpPort: number; webPort: number }): Promise<Mailbox> {
  const messages = new ReceivedMessages()
  const faults = new Faults()
  const smtp = smtpServer(messages, faults)
  const app = mailboxApp(messages)
  const web = createServer(async (message, response) => {
    const request = asRequest(message)
    await reply(response, request ? await app.fetch(request) : new Response(null, { status: 400 }))
  })
  const closeSmtp = () => new Promise<void>((done) => smtp.close(() => done()))
  await listen(smtp.server as Server, smtpPort)
  try {
    await listen(web, webPort)
  } catch (error) {
    await closeSmtp()
    throw error
  }
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server as Server)}`,
    webUrl: `http://127.0.0.1:${portOf(web)}`,
    messages,
    faults,
    stop: async () => {
      web.closeAllConnections()
      await Promise.all([closeSmtp(), new Promise((done) => web.close(done))])
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Stop(`Port ${port} is taken: stop what uses it, or choose another for the mailbox.`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

/** Null for what no browser asks: `Request` takes no such address, and none of these methods. */
function asRequest({ url = '/', method = 'GET', headers }: IncomingMessage): Request | null {
  const address = addressOf(url, headers.host ?? 'localhost')
  if (address === null || /^(CONNECT|TRACE|TRACK)$/.test(method)) return null
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  return new Request(address, { method, headers: given })
}

async function reply(response: ServerResponse, answer: Response): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}
