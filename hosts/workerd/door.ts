import { request } from 'node:http'
import type { D1Database, D1Result } from '@cloudflare/workers-types'
import { databaseOver } from '#shared/db/database-over.ts'

/** Where a running database answers the programs of this machine. */
export type Door = { port: number; token: string }
export type DoorPath = '/' | '/batch' | `/tick?at=${string}` | '/trips' | '/finish'

/** Asks a running database. A tick answers when its work is done, however long that is. */
export function askDoor(
  { port, token }: Door,
  path: DoorPath,
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

/** The database behind a door. `door` is asked each time, as it may move. */
export function databaseBehind(door: () => Door): D1Database {
  return databaseOver(async (statements) => {
    const { status, text } = await askDoor(door(), '/batch', statements)
    const answer = JSON.parse(text)
    if (status !== 200) throw new Error((answer as { error: string }).error)
    return answer as D1Result<unknown>[]
  })
}
