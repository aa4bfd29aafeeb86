import { anyBody, encoded } from './bodies.ts'
import { anyFile } from './files.ts'
import type { PageForm } from './forms.ts'
import { headersFor } from './headers.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'
import { knownAt, partsOf, type Route, routes } from './routes.ts'
import { anyValue, names, printable, spoilt, valueFor } from './values.ts'

/** A request as it goes over the line; the body in Latin-1. */
export type Ask = { method: string; target: string; headers: [name: string, value: string][]; body: string }

/** Those that HTTP servers know. Of others, and of CONNECT, workerd says 501 and 500 by itself, before any code of ours. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'REPORT', 'PURGE']

/**
 * Whether nothing may be written for it: all but a form that is sent, whatever is asked of the dashboard, and what is sent to the desk, but to sign
 * in or out, by nobody or by somebody who only reads.
 */
export function isReading({ method, target, headers }: Ask, { acting }: Pick<Network, 'acting'>): boolean {
  if (method !== 'POST' || /^\/dashboard(?![\w-])/.test(target)) return true
  const shown = headers.filter(([name]) => name === 'cookie').map(([, value]) => value)
  return isOfDesk(target) && !acting.some((session) => shown.some((value) => value.includes(session)))
}

const isOfDesk = (target: string) => /^\/desk(?!\/(?:sign-|second-factor))(?![\w-])/.test(target)

/** A route, with whatever may stand in it. */
export function askRoute(random: Random, network: Network): Ask {
  const { method, path } = random.pick(routes)
  const asked = random.chance(0.85) ? method : random.pick(methods)
  const target = mutated(random, `${filled(random, network, { method, path })}${queryFor(random)}`)
  const body = asked === 'POST' || random.chance(0.05) ? anyBody(random, network) : { type: null, body: '' }
  return { method: asked, target, headers: headersFor(random, network, body.type), body: body.body }
}

/** A form of a page, with some of its values changed, doubled or left out. */
export function askForm(random: Random, network: Network, form: PageForm): Ask {
  const button = form.buttons.length > 0 && random.chance(0.8) ? [random.pick(form.buttons)] : []
  const pairs = [...form.fields, ...button].flatMap(([name, value]): [string, string][] => {
    if (random.chance(0.03)) return []
    const given = random.chance(0.15) ? spoilt(random, network, value) : value
    return random.chance(0.02)
      ? [
          [name, given],
          [name, anyValue(random)],
        ]
      : [[name, given]]
  })
  const extra = random.chance(0.1) ? [[random.pick(names), valueFor(random, network)] as [string, string]] : []
  const [field] = form.files
  const file = field !== undefined && random.chance(0.9) ? { field, ...anyFile(random, network) } : undefined
  const body = encoded(random, [...pairs, ...extra], file)
  return { method: 'POST', target: form.action, headers: headersFor(random, network, body.type), body: body.body }
}

/** A path whose parameters are filled, mostly with what is there. */
function filled(random: Random, network: Network, route: Route): string {
  const parts = partsOf(route)
  return parts
    .map((part, index) => {
      if (!part.startsWith(':')) return part
      if (random.chance(0.15)) return encodeURIComponent(anyValue(random).toWellFormed())
      return random.pick(knownAt(network, parts, index))
    })
    .join('/')
}

function queryFor(random: Random): string {
  if (random.chance(0.5)) return ''
  const pairs = random.several(1, 4, () => {
    const value = anyValue(random).toWellFormed()
    return `${encodeURIComponent(random.pick(names))}=${random.chance(0.9) ? encodeURIComponent(value) : printable(value)}`
  })
  return `?${pairs.join('&')}`
}

/** A target in which now and then something is doubled, cut, swapped or broken. */
function mutated(random: Random, target: string): string {
  if (random.chance(0.8)) return target
  const at = random.below(target.length)
  const [before, after] = [target.slice(0, at), target.slice(at)]
  return random.pick([
    before,
    `${before}/${after}`,
    `${before}%${after}`,
    `${before}%00${after}`,
    `${before}%2f${after}`,
    `${before}..${after}`,
    `${before}${before}`,
    `${target}/`,
    `${target}${'/'.repeat(random.below(2000))}`,
    `/${target}`,
    `/.${target}`,
    `${target}#${after}`,
    `${before};${after}`,
    target.toUpperCase(),
    `http://localhost${target}`,
    '*',
  ])
}
