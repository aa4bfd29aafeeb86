import { browserCookie } from '#tests/support/dashboard.ts'
import type { Network } from './network.ts'
import { knownAt, partsOf, type Route } from './routes.ts'

/** Every address that a route may have with what is known. */
export function waysThrough(network: Network, route: Route): string[] {
  return partsOf(route)
    .map((part, at, parts) => (part.startsWith(':') ? knownAt(network, parts, at) : [part]))
    .reduce<string[]>((before, next) => before.flatMap((path) => next.map((part) => `${path}/${part}`)), [''])
    .map((path) => path.slice(1))
}

/** What a route answers to everybody who may ask, one after the other. */
export async function* answersTo(
  url: string,
  network: Network,
  route: Route,
  language = 'fr',
): AsyncGenerator<Response> {
  const [session = ''] = network.cookies
  for (const path of waysThrough(network, route))
    for (const cookie of [session, browserCookie])
      for (const authorization of /^\/(feeds|api)\//.test(path) ? ['', ...network.authorizations] : ['']) {
        const headers = { cookie, 'accept-language': language, ...(authorization && { authorization }) }
        yield await fetch(url + path, { headers, redirect: 'manual' })
      }
}
