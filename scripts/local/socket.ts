import { createServer, type Server } from 'node:net'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'

/** An address that is ours, to hand over to workerd. */
export type Socket = {
  host: string
  port: number
  /** Its descriptor; null where the system has none to hand over (Windows). */
  fd: number | null
  close: () => void
}

/**
 * Takes an address before anything else is done, so that a port that is taken is said at once. 0 takes any free port.
 * @throws Stop when it cannot be had.
 */
export function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // Who comes before workerd listens is sent away, to come again, rather than left waiting for nobody
    const server = createServer((early) => early.resetAndDestroy())
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen({ host, port }, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
      resolve({ host, port: address.port, fd: descriptor(server), close: () => server.close() })
    })
  })
}

/** Node listens by a descriptor that it does not show. */
function descriptor(server: Server): number | null {
  const { _handle } = server as unknown as { _handle?: { fd?: number } }
  return _handle?.fd !== undefined && _handle.fd > 0 ? _handle.fd : null
}

/** The error in words, where the person can mend it. */
export function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortTaken(words.portTaken(port))
    case 'EACCES':
      return new Stop(words.portForbidden(port))
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Stop(words.hostUnknown(host))
    default:
      return error
  }
}

/** Somebody else listens there. */
export class PortTaken extends Stop {}
