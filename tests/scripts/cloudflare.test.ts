import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { databaseId, withCloudflareDatabase } from '#scripts/cloudflare/database.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeGroups } from '#tests/support/movement.ts'

// A server that answers as Cloudflare's REST API for D1 does, over a real database
let database: Awaited<ReturnType<typeof openDatabase>>
let url: string
/** What the server does before it answers as it should. */
let trouble: number[] = []
const asked: { path: string; token: string }[] = []

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    asked.push({ path: request.url ?? '', token: request.headers.authorization ?? '' })
    const status = trouble.shift()
    if (status === 0) return request.socket.destroy()
    if (status)
      return response
        .writeHead(status, { 'retry-after': '0' })
        .end('{"success":false,"errors":[{"message":"no"}],"result":null}')
    const { batch } = JSON.parse(Buffer.concat(chunks).toString()) as {
      batch: { sql: string; params: (string | number | null)[] }[]
    }
    const answer = await run(database.db, batch)
    return response.writeHead(answer.success ? 200 : 400).end(JSON.stringify(answer))
  })
})

async function run(db: D1Database, batch: { sql: string; params: (string | number | null)[] }[]) {
  try {
    const result = await db.batch(batch.map(({ sql, params }): D1PreparedStatement => db.prepare(sql).bind(...params)))
    return { success: true, errors: [], result }
  } catch (error) {
    return { success: false, errors: [{ code: 7500, message: (error as Error).message }], result: null }
  }
}

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const toml = 'database_id = "11111111-2222-3333-4444-555555555555"\n'
  return {
    ...fs,
    readFile: (path: string, ...rest: []) =>
      String(path).endsWith('wrangler.toml') ? toml : fs.readFile(path, ...rest),
  }
})

beforeAll(async () => {
  database = await openDatabase()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
  await database.close()
})
beforeEach(() => {
  trouble = []
  asked.length = 0
  vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', 'a'.repeat(32))
  vi.stubEnv('CLOUDFLARE_API_TOKEN', 'secret-token')
  vi.stubEnv('CLOUDFLARE_API_BASE_URL', url)
})

const countGroups = () =>
  withCloudflareDatabase((db) => db.prepare('SELECT count(*) AS n FROM local_group').first<number>('n'))

describe('Cloudflare’s database', () => {
  test('is worked on as the local one is: statements, parameters, transactions', async () => {
    await withCloudflareDatabase((db) => makeGroups(db, { Pau: ['Lou'], Dax: [] }, new Date('2026-11-01T10:00:00Z')))
    expect(await countGroups()).toBe(2)
    expect(asked[0]).toEqual({
      path: `/accounts/${'a'.repeat(32)}/d1/database/11111111-2222-3333-4444-555555555555/query`,
      token: 'Bearer secret-token',
    })
    const failing = withCloudflareDatabase((db) =>
      db.batch([db.prepare("UPDATE local_group SET name = 'x'"), db.prepare('SELECT * FROM nowhere')]),
    )
    await expect(failing).rejects.toThrow('no such table: nowhere')
    expect(await database.db.prepare("SELECT count(*) AS n FROM local_group WHERE name = 'x'").first('n')).toBe(0)
  })

  test('is asked again when it is busy, and only then', async () => {
    trouble = [429, 429]
    expect(await countGroups()).toBe(2)
    trouble = [500]
    await expect(countGroups()).rejects.toThrow('no')
    expect(trouble).toEqual([])
  })

  test.each([
    ['without an account', () => vi.stubEnv('CLOUDFLARE_API_TOKEN', ''), /CLOUDFLARE_ACCOUNT_ID/],
    ['with a token that is refused', () => (trouble = [403]), /D1/],
    ['when the connection breaks', () => (trouble = [0]), /broke|coupée/],
  ])('says in words what to do %s', async (_, arrange, words) => {
    arrange()
    await expect(countGroups()).rejects.toMatchObject({ name: 'Stop', message: expect.stringMatching(words) })
  })

  test('is not guessed while wrangler.toml has the placeholder', () => {
    expect(databaseId('database_id = "00000000-0000-0000-0000-000000000000"')).toBeNull()
    expect(databaseId('# nothing')).toBeNull()
  })
})
