import { connect, type Socket } from 'node:net'
import { cpuOf } from './cpu.ts'

export type Load = {
  port: number
  /** The next request of a connection, as it goes over the wire. */
  request: (connection: number) => string
  connections: number
  milliseconds: number
  /** The server's process, whose CPU is counted. */
  pid: number
}

/** Requests a second, and the server's milliseconds of CPU for each: the second does not depend on what else the machine does. */
export type Pace = { perSecond: number; cpu: number }

/** Asks as fast as answers come, on connections that stay open. @throws when an answer is neither 2xx nor 3xx. */
export async function press({ port, request, connections, milliseconds, pid }: Load): Promise<Pace> {
  const cpuBefore = cpuOf(pid) ?? Number.NaN
  const begin = performance.now()
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, connection) =>
      keepAsking(port, () => request(connection), begin + milliseconds),
    ),
  )
  const seconds = (performance.now() - begin) / 1000
  const count = counts.reduce((sum, one) => sum + one, 0)
  return { perSecond: count / seconds, cpu: ((cpuOf(pid) ?? Number.NaN) - cpuBefore) / count }
}

async function keepAsking(port: number, request: () => string, end: number): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay()
  let count = 0
  try {
    for (; performance.now() < end; count++) {
      const status = await ask(socket, request())
      if (!/^[23]/.test(status)) throw new Error(`an answer was ${status}`)
    }
    return count
  } finally {
    socket.destroy()
  }
}

/** Sends a request and waits for the whole answer; gives its status. */
function ask(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const hear = (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      if (!isWhole(answer)) return
      socket.off('data', hear)
      socket.off('error', reject)
      resolve(answer.slice(9, 12))
    }
    socket.on('data', hear)
    socket.once('error', reject)
    socket.write(request)
  })
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1]
  return length === undefined ? answer.endsWith('0\r\n\r\n') : answer.length >= end + 4 + Number(length)
}
