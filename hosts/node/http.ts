import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { addressOf } from '#hosts/request-target.ts'
import { noAnswer, unreadableRequest } from '#hosts/unreadable-request.ts'
import { explained } from '#scripts/local/socket.ts'
import type { Respond } from './pages.ts'

/** Bytes of all headers together, as Cloudflare takes them; what is too long for us is said by the workers. */
const longestHead = 128 * 1024

/** Milliseconds that a connection waits for the next request: longer than nginx, Caddy and HAProxy keep theirs, so that none of them asks as we hang up. */
const idle = 75_000

export type HttpServer = {
  port: number
  /** Lets requests finish for `grace` milliseconds. */
  stop: (grace: number) => Promise<void>
}

type Place = {
  host: string
  /** 0 takes any free port. */
  port: number
  /** Hears what went wrong beyond the workers. */
  onFault: (error: unknown) => void
}

/** HTTP for an answer. @throws Stop when the address cannot be had. */
export async function listen(answer: Respond, { host, port, onFault }: Place): Promise<HttpServer> {
  const listener = getRequestListener((request, { incoming }) => answer(request, incoming.socket.remoteAddress), {
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      // What Node's parser lets through and no browser asks: a backslash in a path
      if (error instanceof RequestError) return unreadableRequest()
      onFault(error)
      return noAnswer()
    },
  })
  const server = createServer({ maxHeaderSize: longestHead, keepAliveTimeout: idle }, (incoming, outgoing) => {
    trust(incoming)
    if (addressOf(incoming.url ?? '', hostOf(incoming)) === null) void refuse(outgoing)
    else void listener(incoming, outgoing)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen({ host, port }, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return { port: taken, stop: (grace) => stop(server, grace) }
}

/** The host that was asked; null for none, or for several (RFC 9112 §3.2). */
function hostOf({ rawHeaders, headers }: IncomingMessage): string | null {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  return hosts.length === 1 ? (headers.host ?? null) : null
}

/** Takes out what only Cloudflare's network may say of where a request comes from. Here anybody could. */
function trust(incoming: IncomingMessage): void {
  const own = incoming.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 && name.toLowerCase() !== 'cf-connecting-ip' ? [name, all[index + 1] ?? ''] : [],
  )
  incoming.rawHeaders.splice(0, Number.POSITIVE_INFINITY, ...own)
}

async function refuse(outgoing: ServerResponse): Promise<void> {
  const response = unreadableRequest()
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(await response.text())
}

async function stop(server: Server, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(late)
}
