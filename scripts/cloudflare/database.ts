import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database, D1Result } from '@cloudflare/workers-types'
import * as z from 'zod'
import { migrationNames } from '#scripts/local/migrate.ts'
import { root } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { databaseOver, type StatementRequest } from '#shared/db/database-over.ts'
import { listMigrations } from '#shared/db/migrations.ts'
import { readStart } from '#shared/text/read-start.ts'

const accountSchema = z.object({
  CLOUDFLARE_ACCOUNT_ID: z.string().regex(/^[0-9a-f]{32}$/),
  CLOUDFLARE_API_TOKEN: z.string().min(10),
  // The variable that wrangler has for it too
  CLOUDFLARE_API_BASE_URL: z.url().default('https://api.cloudflare.com/client/v4'),
})

const answerSchema = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ message: z.string() })).default([]),
  result: z.array(z.object({ results: z.array(z.unknown()).default([]), meta: z.unknown() })).nullish(),
})

/** How often a request is sent again that Cloudflare turned away before doing anything. */
const attempts = 5
/** Bytes of an answer: a program asks for parts of a few megabytes. */
const longestAnswer = 256_000_000

/** Runs work on the database of `wrangler.toml`, on Cloudflare. Its migrations come with a deployment, never from here. */
export async function withCloudflareDatabase<Result>(work: (db: D1Database) => Promise<Result>): Promise<Result> {
  const account = accountSchema.safeParse(process.env)
  if (!account.success) throw new Stop(words.cloudflare.account)
  const id = databaseId(await readFile(join(root, 'wrangler.toml'), 'utf8'))
  if (!id) throw new Stop(words.cloudflare.noDatabase)
  const { CLOUDFLARE_API_BASE_URL: base, CLOUDFLARE_ACCOUNT_ID: owner, CLOUDFLARE_API_TOKEN: token } = account.data
  const url = `${base}/accounts/${owner}/d1/database/${id}/query`
  const db = databaseOver((statements) => query(url, token, statements))
  await checkMigrations(db)
  return work(db)
}

/** The database's id in the text of `wrangler.toml`; null as long as it is the placeholder. */
export function databaseId(toml: string): string | null {
  const [, id = ''] = /^[ \t]*database_id[ \t]*=[ \t]*"([0-9a-f-]{36})"/m.exec(toml) ?? []
  return id === '' || id.startsWith('00000000-') ? null : id
}

async function checkMigrations(db: D1Database): Promise<void> {
  const [applied, known] = await Promise.all([listMigrations(db), migrationNames()])
  const newer = applied.filter((name) => !known.includes(name))
  if (newer.length > 0) throw new Stop(words.databaseNewer(newer.join(', ')))
  if (known.some((name) => !applied.includes(name))) throw new Stop(words.cloudflare.deployFirst)
}

/** Statements as one transaction, through Cloudflare's REST API for D1. */
async function query(url: string, token: string, statements: StatementRequest[]): Promise<D1Result<unknown>[]> {
  for (let attempt = 1; ; attempt++) {
    const response = await ask(url, token, JSON.stringify({ batch: statements }))
    // Too many requests: nothing was done. Whatever else went wrong may have been done, and is not sent again.
    if (response.status === 429 && attempt < attempts) {
      await sleep(1000 * Number(response.headers.get('retry-after') ?? attempt))
      continue
    }
    return readAnswer(response)
  }
}

async function ask(url: string, token: string, body: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  try {
    return await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })
  } catch (error) {
    if (error instanceof TypeError) throw new Stop(words.cloudflare.lost)
    throw error
  }
}

async function readAnswer(response: Response): Promise<D1Result<unknown>[]> {
  if (response.status === 401 || response.status === 403) throw new Stop(words.cloudflare.refused)
  const text = await readStart(response, longestAnswer)
  const answer = answerSchema.safeParse(parseJson(text))
  if (!answer.success) throw new Stop(words.cloudflare.unreadable(response.status))
  const { success, errors, result } = answer.data
  if (!success || !result)
    throw new Error(errors.map(({ message }) => message).join('; ') || `D1 answered ${response.status}`)
  return result as unknown as D1Result<unknown>[]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
