import type { Server, Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { SMTPServer } from 'smtp-server'

// A mail server that takes everything and counts it, in a thread of its own: whoever sends has their core to themselves.
let taken = 0
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, done) => {
    stream.resume()
    stream.on('end', () => {
      taken += 1
      done()
    })
  },
})
server.on('error', () => undefined)
// Without it a client that pipelines waits 40 ms a mail for our answers (Nagle, and its delayed ACKs)
server.server.on('connection', (socket: Socket) => socket.setNoDelay(true))
server.listen(0, '127.0.0.1', () => {
  const address = (server.server as Server).address()
  parentPort?.postMessage(typeof address === 'object' ? address?.port : null)
})
parentPort?.on('message', () => parentPort?.postMessage(taken))
