import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: string
}
export type Answered = { status: number; json?: object; headers?: Record<string, string> }

/** A server of a list program on 127.0.0.1; `answer` says what it does, and may be told to fail. */
export async function startProgram(answer: (asked: Asked) => Answered) {
  const state = { fault: null as ((asked: Asked) => Answered | null) | null, calls: 0 }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      body: await text(request),
    }
    state.calls++
    const { status, json, headers } = state.fault?.(asked) ?? answer(asked)
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(json ? JSON.stringify(json) : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, state, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
