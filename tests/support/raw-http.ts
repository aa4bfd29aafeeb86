import { connect } from 'node:net'

/** An answer as it came: what `fetch` would not even ask for can be asked for. */
export type RawAnswer = { status: number; head: string; body: string }

/** Sends a request as it is given, in Latin-1, on a connection of its own, and hears the whole answer; the answer to a HEAD is one without a body. */
export function sendRaw(port: number, request: string, isHead = request.startsWith('HEAD ')): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = []
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(request, 'latin1'))
    const end = () => {
      socket.destroy()
      resolve(answerIn(Buffer.concat(heard).toString('latin1')))
    }
    socket.on('data', (bytes: Buffer) => {
      heard.push(bytes)
      if (isWhole(Buffer.concat(heard).toString('latin1'), isHead)) end()
    })
    socket.on('end', end)
    // Whoever refuses a request may hang up while it is still being sent
    socket.on('error', (error) => (heard.length > 0 ? end() : reject(error)))
  })
}

type Headers = Record<string, string> | readonly (readonly [name: string, value: string])[]

/** One request line and headers, the length of the body among them unless it is said otherwise. */
export function rawRequest(line: string, headers: Headers = {}, body = ''): string {
  const given = Array.isArray(headers) ? headers : Object.entries(headers)
  const says = (name: string) => given.some(([other]) => other.toLowerCase() === name)
  const length =
    body === '' || says('content-length') || says('transfer-encoding') ? [] : [['Content-Length', String(body.length)]]
  const all = [...(says('host') ? [] : [['Host', 'localhost']]), ...given, ...length]
  return `${line} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

function answerIn(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const head = end < 0 ? text : text.slice(0, end)
  return { status: Number(head.split(' ')[1] ?? 0), head, body: end < 0 ? '' : text.slice(end + 4) }
}

/** By its length or its last chunk; the answer to a HEAD ends with its head. */
function isWhole(text: string, isHead: boolean): boolean {
  const { status, head, body } = answerIn(text)
  if (!text.includes('\r\n\r\n')) return false
  if (isHead || status === 304 || status === 204) return true
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
  if (length !== undefined) return body.length >= Number(length)
  return /\r\ntransfer-encoding: chunked/i.test(head) && body.endsWith('0\r\n\r\n')
}
