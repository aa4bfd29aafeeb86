import { lookup as lookupName } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Call, CallAnswer } from '#shared/actions/deliver-due.ts'
import { isPrivateAddress } from '#shared/domain/webhook/private-address.ts'
import { addressTrouble } from '#shared/domain/webhook/webhook.ts'
import { answerWithin } from '#workers/feeds/call-out.ts'
import { secondsIn } from '#workers/feeds/retry-after.ts'

/** The name leads into the house. */
class PrivateAddress extends Error {}

/** How names are looked up. */
type Lookup = typeof lookupName

/**
 * Calls another program, and never one of the house unless it may be: each address that a name leads to is looked at, and the connection goes
 * to one that was looked at, so that a name cannot lead elsewhere a moment later. A redirect is not followed: it is an answer, and no success.
 */
export function callOut(
  { url, headers, body }: Call,
  mayBePrivate: boolean,
  lookup: Lookup = lookupName,
): Promise<CallAnswer> {
  const refused = addressTrouble(url, mayBePrivate)
  if (refused) return Promise.resolve({ trouble: refused })
  const request = url.startsWith('https:') ? requestSecure : requestPlain
  const signal = AbortSignal.timeout(answerWithin)
  return new Promise((resolve) => {
    const asked = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        signal,
        ...(mayBePrivate ? {} : { lookup: publicOnly(lookup) }),
      },
      (response) => {
        const { statusCode: status = 0, headers: answered } = response
        resolve({ status, retryAfter: secondsIn(answered['retry-after']) })
        // Whatever it says besides is not read
        response.destroy()
      },
    )
    asked.on('error', (error) =>
      resolve({
        trouble: error instanceof PrivateAddress ? 'private' : signal.aborted ? 'too_slow' : 'unreachable',
      }),
    )
    asked.end(body)
  })
}

const publicOnly =
  (lookup: Lookup): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
        return done(new PrivateAddress('a private address'), [])
      if (options.all) return done(null, addresses)
      const [{ address, family } = { address: '', family: 0 }] = addresses
      done(null, address, family)
    })
  }
