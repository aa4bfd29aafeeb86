import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Where a statement can be stopped: before the database has it, or after it has done it and before anybody knows. */
export type Pause = { side: 'before' | 'after'; statement: RegExp }

/** Stands before a database’s control socket, and can keep what passes: for as long as it is asked to, or until whoever waits is gone. */
export type WatchedControlSocket = {
  port: number
  /** From now on, the first such statement is kept. */
  pauseAt: (pause: Pause | null) => void
  isPaused: () => boolean
  stop: () => Promise<void>
}

export async function watchControlSocket(controlSocket: number): Promise<WatchedControlSocket> {
  let pause: Pause | null = null
  let isPaused = false
  const isTime = (side: Pause['side'], statements: string) => {
    isPaused ||= pause?.side === side && pause.statement.test(statements)
    return isPaused
  }
  const server = createServer(async (asked, answer) => {
    const { method, url: path, headers } = asked
    const body = await text(asked)
    if (isTime('before', body)) return
    const passed = request(
      { host: '127.0.0.1', port: controlSocket, agent: false, method, path, headers },
      async (answered) => {
        const said = await text(answered)
        if (isTime('after', body)) return
        answer.writeHead(answered.statusCode ?? 500, answered.headers)
        answer.end(said)
      },
    )
    passed.on('error', () => answer.destroy())
    passed.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    pauseAt: (next) => {
      pause = next
      isPaused = false
    },
    isPaused: () => isPaused,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
