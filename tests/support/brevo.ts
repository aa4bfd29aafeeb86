import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Version = { to: { email: string; name?: string }[]; subject: string; htmlContent: string; textContent: string }
type Call = Partial<Version> & { headers: Record<string, string>; messageVersions?: Version[] }

/** How a call goes wrong: an answer instead of Brevo's; or the connection breaks, before or after the mails were taken; or the answer has no end. */
export type BrevoFault =
  | { status: number; body: object; headers?: Record<string, string> }
  | 'drop'
  | 'drop_after'
  | 'endless'

/** A server that answers as Brevo's API does: one key, each idempotency key once, a call refused whole. */
export type Brevo = {
  /** For `MAIL_URL`. */
  url: (parameters?: string) => string
  calls: Call[]
  /** What was taken: by address, how often. */
  sent: Map<string, Version[]>
  faults: BrevoFault[]
  clear: () => void
  stop: () => Promise<void>
}

export async function startBrevo(key: string): Promise<Brevo> {
  const calls: Call[] = []
  const sent = new Map<string, Version[]>()
  const faults: BrevoFault[] = []
  const keys = new Set<string>()
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await read(request)) as Call
    const answer = (status: number, value: object, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    if (request.headers['api-key'] !== key) return answer(401, { code: 'unauthorized', message: 'Key not found' })
    const fault = faults.shift()
    if (fault === 'drop') return request.socket.destroy()
    if (fault && typeof fault === 'object') return answer(fault.status, fault.body, fault.headers)
    const { idempotencyKey = '' } = body.headers
    if (keys.has(idempotencyKey)) return answer(409, { code: 'duplicate_request', message: 'idempotencyKey was used' })
    const versions = body.messageVersions ?? [body as Version]
    const wrong = versions.flatMap(({ to }) => to).find(({ email }) => email.includes('refused'))
    if (wrong) return answer(400, { code: 'invalid_parameter', message: 'email is not valid in to' })
    keys.add(idempotencyKey)
    calls.push(body)
    for (const version of versions) {
      for (const { email } of version.to) sent.set(email, [...(sent.get(email) ?? []), version])
    }
    if (fault === 'drop_after') return request.socket.destroy()
    if (fault === 'endless') return pourOut(response)
    return answer(201, body.messageVersions ? { messageIds: ['<1@brevo>'] } : { messageId: '<1@brevo>' })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: (parameters = '') => `brevo+http://${key}@127.0.0.1:${port}${parameters}`,
    calls,
    sent,
    faults,
    clear: () => {
      calls.length = 0
      faults.length = 0
      sent.clear()
      keys.clear()
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** An answer that goes on until nobody listens. */
function pourOut(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  }
  response.writeHead(201).on('drain', more)
  more()
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
