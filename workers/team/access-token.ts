import { decode, verifyWithJwks } from 'hono/jwt'
import * as z from 'zod'

/** Of a Cloudflare Access team: where its tokens come from, and for which application they must be. */
export type Access = { issuer: string; audience: string }

/** A team's public keys (RFC 7517), as its `/cdn-cgi/access/certs` gives them. */
export const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })).max(50),
})
export type KeySet = z.output<typeof keySetSchema>

const claimsSchema = z.object({
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  email: z.string(),
})

/** Seconds by which two clocks may differ. */
const skew = 30

/** Somebody whom Access let in. */
export type AccessPerson = { email: string; since: Date }

/** Which of a team's keys a token says that it was signed with; null when it says none, or is no token. */
export function accessKeyId(token: string): string | null {
  const header = orNullOfToken(() => decode(token).header)
  return typeof header?.kid === 'string' ? header.kid : null
}

/** Whom a token is of; null when it is not signed by this team, for this application, and for now. */
export async function readAccessToken(
  token: string,
  { keys }: KeySet,
  { issuer, audience }: Access,
  now: Date,
): Promise<AccessPerson | null> {
  // Hono reads the machine's clock, and knows no skew: the hours are compared here
  const verification = { iss: issuer, aud: audience, exp: false, nbf: false, iat: false }
  const verified = verifyWithJwks(token, { keys, verification, allowedAlgorithms: ['RS256'] })
  const payload = await verified.catch(nullOfToken)
  const { data: claims } = claimsSchema.safeParse(payload)
  if (!claims) return null
  const seconds = now.getTime() / 1000
  if (seconds >= claims.exp + skew || seconds < (claims.nbf ?? claims.iat) - skew) return null
  return { email: claims.email.toLowerCase(), since: new Date(claims.iat * 1000) }
}

function orNullOfToken<Result>(read: () => Result): Result | null {
  try {
    return read()
  } catch (error) {
    return nullOfToken(error)
  }
}

/** What is wrong with a token is told in the error's name; its message holds the token. @throws what is not about the token. */
function nullOfToken(error: unknown): null {
  if (error instanceof Error && error.name.startsWith('Jwt')) return null
  throw error
}
