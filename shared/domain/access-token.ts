import * as z from 'zod'

/** Of a Cloudflare Access team: where its tokens come from, and for which application they must be. */
export type Access = { issuer: string; audience: string }

/** A team's public keys (RFC 7517), as its `/cdn-cgi/access/certs` gives them. */
export const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })).max(50),
})
export type KeySet = z.output<typeof keySetSchema>

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string() })
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  email: z.string(),
})

/** Seconds by which two clocks may differ. */
const skew = 30
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** Somebody whom Access let in. */
export type AccessPerson = { email: string; since: Date }

/** Which of a team's keys a token says that it was signed with; null when it is no token of this kind. */
export function accessKeyId(token: string): string | null {
  return headerSchema.safeParse(parsePart(token.split('.')[0] ?? '')).data?.kid ?? null
}

/** Whom a token is of; null when it is not signed by this team, for this application, and for now (RFC 7519, RFC 7515). */
export async function readAccessToken(
  token: string,
  { keys }: KeySet,
  { issuer, audience }: Access,
  now: Date,
): Promise<AccessPerson | null> {
  const [header = '', payload = '', signature = '', ...more] = token.split('.')
  const key = keys.find(({ kid }) => kid === accessKeyId(token))
  const bytes = fromBase64url(signature)
  if (!key || !bytes || more.length > 0) return null
  const { kty, n, e } = key
  const verifier = await crypto.subtle.importKey('jwk', { kty, n, e }, rsa, false, ['verify'])
  const signed = new TextEncoder().encode(`${header}.${payload}`)
  if (!(await crypto.subtle.verify(rsa.name, verifier, bytes, signed))) return null
  const { data: claims } = claimsSchema.safeParse(parsePart(payload))
  if (!claims || claims.iss !== issuer || ![claims.aud].flat().includes(audience)) return null
  const seconds = now.getTime() / 1000
  if (seconds >= claims.exp + skew || seconds < (claims.nbf ?? claims.iat) - skew) return null
  return { email: claims.email.toLowerCase(), since: new Date(claims.iat * 1000) }
}

function parsePart(part: string): unknown {
  const bytes = fromBase64url(part)
  if (!bytes) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
