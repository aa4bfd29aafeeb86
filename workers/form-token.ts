import { datedToken, linkKey, readDatedToken } from '#shared/domain/link.ts'

type Maker = { env: { LINK_SECRET: string }; var: { now: Date } }

/** How long a page stays good, in milliseconds. */
export const pageLifetime = 24 * 3_600_000

/** The value that a page carries, without which nothing is written. `purpose` says what it may be sent for. */
export async function makeFormToken({ env, var: { now } }: Maker, purpose: string): Promise<string> {
  return datedToken(await linkKey(env.LINK_SECRET), `page:${purpose}`, now)
}

/** When a page that is sent back was made; null when it is none of ours, for another purpose or too old. */
export async function readFormToken(
  { env, var: { now } }: Maker,
  purpose: string,
  value: unknown,
): Promise<Date | null> {
  if (typeof value !== 'string') return null
  const madeAt = await readDatedToken(await linkKey(env.LINK_SECRET), `page:${purpose}`, value)
  return madeAt !== null && now.getTime() - madeAt.getTime() < pageLifetime ? madeAt : null
}
