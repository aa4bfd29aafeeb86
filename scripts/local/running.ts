import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import * as z from 'zod'

/**
 * One process per database file: two that write it break each other. Whoever has the folder open says so in
 * `running.json` and answers other programs' statements on 127.0.0.1, so that an import works while the server runs.
 */
const runningSchema = z.object({ pid: z.int(), port: z.int(), token: z.string() })
export type Running = z.infer<typeof runningSchema>

const requestSchema = z.array(
  z.object({ sql: z.string(), params: z.array(z.union([z.string(), z.number(), z.null()])) }),
)
export type StatementRequest = z.infer<typeof requestSchema>

const fileOf = (folder: string) => join(folder, 'running.json')

/** Who has this folder open; null when nobody does. */
export async function findRunning(folder: string): Promise<Running | null> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => null)
  const parsed = text === null ? null : runningSchema.safeParse(parseJson(text))
  if (!parsed?.success) return null
  const answer = await askRunning(parsed.data, []).catch(() => null)
  return answer?.ok ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Sends statements to the process that has the folder open; they run as one transaction. */
export function askRunning(running: Running, statements: StatementRequest): Promise<Response> {
  return fetch(`http://127.0.0.1:${running.port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${running.token}` },
    body: JSON.stringify(statements),
  })
}

/** Says that this process has the folder open, until the returned function is called. */
export async function announce(folder: string, db: D1Database): Promise<() => Promise<void>> {
  const token = randomBytes(32).toString('base64url')
  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(403).end()
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const { status, body } = await answer(db, Buffer.concat(chunks).toString())
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  const port = await listen(server)
  await writeFile(fileOf(folder), JSON.stringify({ pid: process.pid, port, token }), { mode: 0o600 })
  return async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await rm(fileOf(folder), { force: true })
  }
}

async function answer(db: D1Database, body: string): Promise<{ status: number; body: string }> {
  try {
    const statements = requestSchema.parse(JSON.parse(body))
    const results =
      statements.length === 0
        ? []
        : await db.batch(statements.map(({ sql, params }) => db.prepare(sql).bind(...params)))
    return { status: 200, body: JSON.stringify(results) }
  } catch (error) {
    return { status: 400, body: JSON.stringify({ error: error instanceof Error ? error.message : String(error) }) }
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
