import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** Opens a connection to a server, with TLS from the start for `smtps:`. Gives the error, and no socket, when that fails. */
export function openSocket(url: URL, timeout: number): Promise<Socket | Error> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const socket =
    url.protocol === 'smtps:'
      ? connectTls({ host, port: Number(url.port) || 465, servername: host })
      : connect({ host, port: Number(url.port) || 587 })
  withoutIdleTimeout(socket)
  // Whoever uses the socket hears its errors; one that comes when nobody does must not end the run
  socket.on('error', () => undefined)
  const { promise, resolve } = Promise.withResolvers<Socket | Error>()
  const timer = setTimeout(() => {
    socket.destroy()
    resolve(new Error('the server cannot be reached'))
  }, timeout)
  socket.once('error', resolve)
  socket.once(url.protocol === 'smtps:' ? 'secureConnect' : 'connect', () => resolve(socket))
  return promise.finally(() => {
    clearTimeout(timer)
    socket.off('error', resolve)
  })
}

/**
 * workerd (1.2026) begins another timer at each read and write of a socket that has an idle timeout, and clears none: a
 * connection in use would be cut. Every step has a time limit of its own instead.
 */
function withoutIdleTimeout(socket: Socket): void {
  socket.setTimeout = () => socket
}
