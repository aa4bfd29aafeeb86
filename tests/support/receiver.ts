import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call that another program got. */
export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

type Answered = number | { status: number; headers?: Record<string, string> } | 'never' | 'hang up'

export type Receiver = {
  url: string
  calls: Received[]
  /** What it answers from now on; 204 until it is told. */
  answer: (answer: (call: Received) => Answered) => void
  stop: () => Promise<void>
}

/** Another program that is told what happens, on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const calls: Received[] = []
  let answer: (call: Received) => Answered = () => 204
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const call = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() }
      calls.push(call)
      const answered = answer(call)
      if (answered === 'never') return
      if (answered === 'hang up') {
        request.socket.destroy()
        return
      }
      const { status, headers = {} } = typeof answered === 'number' ? { status: answered } : answered
      response.writeHead(status, headers).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answer: (given) => {
      answer = given
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
