import type { Context } from 'hono'
import { Problem } from '#shared/domain/problem.ts'
import { readStart } from '#shared/text/read-start.ts'
import { type Access, accessKeyId, type KeySet, keySetSchema, readAccessToken } from './access-token.ts'
import type { Session } from './session.ts'
import type { TeamApp, TeamEnv } from './team-app.ts'

/** Where Cloudflare Access stands before these pages, it alone says who is there; null where it does not. */
export function accessOf({ ACCESS_TEAM: issuer, ACCESS_AUDIENCE: audience }: TeamEnv): Access | null {
  return issuer && audience ? { issuer, audience } : null
}

/** @throws Problem when Access did not let this request in, or when it let in somebody who is no coordinator. */
export async function readAccessSession<App extends TeamApp>(context: Context<App>, access: Access): Promise<Session> {
  const { now, movement }: TeamApp['Variables'] = context.var
  const token = context.req.header('cf-access-jwt-assertion') ?? ''
  const kid = accessKeyId(token)
  const person = kid ? await readAccessToken(token, await keysOf(access, kid, now), access, now) : null
  if (!person) throw new Problem('access_missing')
  const coordinator = movement.coordinators.find(({ email }) => email === person.email)
  if (!coordinator) throw new Problem('access_unknown')
  return { coordinator, since: person.since, hash: null }
}

type Known = { keys: KeySet; at: number }

/** Teams change their keys every six weeks, with an overlap of a week. */
const known = new Map<string, Known>()
const hour = 3_600_000
/** A key that we do not know is asked for once in so many milliseconds: whoever makes keys up makes us ask no more often. */
const pause = 60_000
/** Bytes of an answer: a key takes some 500, and a team has two or three. */
const longestAnswer = 100_000

async function keysOf({ issuer }: Access, kid: string, now: Date): Promise<KeySet> {
  const age = now.getTime() - (known.get(issuer)?.at ?? 0)
  const has = known.get(issuer)?.keys.keys.some((key) => key.kid === kid)
  const keys = known.get(issuer)?.keys
  if (keys && (has ? age < hour : age < pause)) return keys
  const response = await fetch(`${issuer}/cdn-cgi/access/certs`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  })
  if (!response.ok) throw new Error(`the keys of Access: ${response.status}`)
  const fresh = keySetSchema.parse(JSON.parse(await readStart(response, longestAnswer)))
  known.set(issuer, { keys: fresh, at: now.getTime() })
  return fresh
}
