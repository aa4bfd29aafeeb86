import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A door to a server through which some headers of a browser never pass. */
export type Door = { url: string; close: () => Promise<void> }

/** As Safari, which never sends `Sec-Fetch-User`; or as browsers of before 2020, which say nothing of a request's origin. */
export const silentHeaders = { safari: /^(sec-fetch-user|sec-ch-ua)/, old: /^(sec-|origin$)/ }

/** A browser of today that stands behind this door is, to the server, another one. */
export async function openDoor(target: string, silent: RegExp): Promise<Door> {
  const { host, hostname, port, origin } = new URL(target)
  const server = createServer((asked, answer) => {
    const headers = {
      ...passing(asked.headers, silent),
      host,
      ...(asked.headers.origin && !silent.test('origin') ? { origin } : {}),
    }
    const sent = request({ hostname, port, path: asked.url, method: asked.method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers)
      got.pipe(answer)
    })
    asked.pipe(sent)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function passing(headers: IncomingHttpHeaders, silent: RegExp): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !silent.test(name)))
}
