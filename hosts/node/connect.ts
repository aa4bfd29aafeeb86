import { connect as connectPlain, type Socket as NodeSocket } from 'node:net'
import { connect as connectSecure, createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import type { Socket } from '@cloudflare/workers-types'
import type { Connect } from '#shared/mail/transports/smtp/open-connection.ts'

/**
 * What our words to a mail server need of a connection, over Node's own: programs send a mail as workers do. Certificates are trusted that Node
 * trusts, those of the system, and `authorities`, in PEM.
 */
export function connectTrusting(authorities: readonly string[]): Connect {
  // Made once, when it is needed: that takes as long as a page
  let made: SecureContext | null = null
  const context = () => {
    made ??= createSecureContext({
      ca: [...getCACertificates('default'), ...getCACertificates('system'), ...authorities],
    })
    return made
  }
  return (address, { secureTransport }) => {
    const { hostname: host, port } = address as { hostname: string; port: number }
    const stream =
      secureTransport === 'on'
        ? connectSecure({ host, port, servername: serverName(host), secureContext: context() })
        : connectPlain({ host, port })
    return socketOver(stream, host, context)
  }
}

function socketOver(stream: NodeSocket, host: string, context: () => SecureContext): Socket {
  // The end of a message would wait until the server's system has acknowledged the rest, which it puts off: 40 ms a mail (RFC 896, RFC 1122 §4.2.3.2)
  stream.setNoDelay(true)
  const readable = new ReadableStream<Uint8Array>({
    start: (controller) => {
      stream.on('data', (chunk: Buffer) => controller.enqueue(chunk))
      stream.once('error', (error) => controller.error(error))
      stream.once('close', () => {
        if (!stream.errored) controller.close()
      })
    },
  })
  const writable = new WritableStream<Uint8Array>({
    write: (chunk) =>
      new Promise((resolve, reject) => {
        // Where TLS ends what was to be written, that has a fault of its own (`write EBADF`), and TLS knows why
        stream.write(chunk, (error) => (error ? reject(stream.errored ?? error) : resolve()))
      }),
  })
  return {
    readable,
    writable,
    opened: Promise.resolve(),
    closed: Promise.resolve(),
    close: async () => {
      stream.end()
      stream.destroySoon()
    },
    startTls: () => {
      stream.removeAllListeners('data')
      stream.removeAllListeners('close')
      const secured = connectSecure({ socket: stream, servername: serverName(host), secureContext: context() })
      return socketOver(secured, host, context)
    },
  } as unknown as Socket
}

/** A server name is a name: an address of numbers may not stand there (RFC 6066, §3). */
function serverName(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host
}
