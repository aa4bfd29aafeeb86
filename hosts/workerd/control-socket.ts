import { request } from 'node:http'
import type { D1Database, D1Result } from '@cloudflare/workers-types'
import { databaseOver } from '#shared/db/database-over.ts'

/** Where a running database answers the programs of this machine. */
export type ControlSocket = { port: number; token: string }
export type ControlPath = '/' | '/batch' | `/tick?at=${string}` | '/trips' | '/finish'

/** Asks a running database. A tick answers when its work is done, however long that is. */
export function askControlSocket(
  { port, token }: ControlSocket,
  path: ControlPath,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        // workerd closes connections that were idle for some seconds, perhaps as we reuse one: a write must not fail for that
        agent: false,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}` },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** The database behind a control socket. `controlSocket` is asked each time, as it may move. */
export function databaseBehind(controlSocket: () => ControlSocket): D1Database {
  return databaseOver(async (statements) => {
    const { status, text } = await askControlSocket(controlSocket(), '/batch', statements)
    const answer = JSON.parse(text)
    if (status !== 200) throw new Error((answer as { error: string }).error)
    return answer as D1Result<unknown>[]
  })
}
