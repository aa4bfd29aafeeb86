import type { ExecutionContext } from 'hono'
import { privately } from '#shared/html/respond.ts'
import { languages } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { addressOf } from './request-target.ts'

/** A worker that answers in this very isolate. */
type Worker<Env> = {
  fetch: (request: Request, env: Env, context: ExecutionContext) => Response | Promise<Response>
}
/** A worker by itself. */
type Service = { fetch: (request: Request) => Promise<Response> }

type Services = { DASHBOARD: Service; DESK: Service; FEEDS: Service }

/**
 * One address for the workers that have pages, as the routes in `wrangler.toml` do on Cloudflare; and smaller pages, as Cloudflare sends them.
 * The form answers right here, since a way from one worker to another costs a tenth of its page; the team's pages and the feeds stay apart.
 */
export function route<Env>(forms: Worker<Env>): Worker<Env & Services> {
  return {
    async fetch(request, env, context) {
      const address = addressOf(request.url, request.headers.get('host'))
      if (address === null) return unreadable()
      const { pathname } = new URL(address)
      const apart = apartOf(pathname, env)
      const response = await (apart
        ? apart.fetch(trusted(new Request(address, request)))
        : forms.fetch(trusted(at(address, request)), env, context))
      return compressed(response, request.headers.get('accept-encoding') ?? '')
    },
  }
}

/** The worker whose page it is, where that is not the form. */
function apartOf(pathname: string, { DASHBOARD, DESK, FEEDS }: Services): Service | null {
  const [, first, second] = pathname.split('/', 3)
  if (first === 'dashboard') return DASHBOARD
  if (first === 'desk') return DESK
  if (first === 'hooks' && second === 'lists') return FEEDS
  if (first === 'api') return FEEDS
  return first === 'feeds' || first === 'find' ? FEEDS : null
}

/** What only Cloudflare's network may say of where a request comes from. Here anybody could; a proxy or tunnel before us says it in X-Forwarded-For. */
const cloudflareOnly = 'cf-connecting-ip'

function trusted(request: Request): Request {
  if (!request.headers.has(cloudflareOnly)) return request
  const own = at(request.url, new Request(request))
  own.headers.delete(cloudflareOnly)
  return own
}

/** The request at its whole address, for code of this isolate. Made anew, it would cost each page 50 µs. */
function at(address: string, request: Request): Request {
  return Object.defineProperty(request, 'url', { value: address })
}

/** No browser asks so: there is no page for it. */
function unreadable(): Response {
  const words = languages.map((language) => textIn(language).problem.request_unreadable.title)
  return new Response(`${words.join('\n')}\n`, {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...privately },
  })
}

/** Whether a browser takes gzip (RFC 9110 §12.5.3). brotli makes a page 8 % smaller for four times the work. */
function takesGzip(accepted: string): boolean {
  const codings = accepted.split(',').map((part) =>
    part
      .toLowerCase()
      .split(';')
      .map((word) => word.trim()),
  )
  return codings.some(([coding, weight = '']) => coding === 'gzip' && !/^q=0(\.0*)?$/.test(weight))
}

/** With the header set, workerd compresses the body as it leaves. */
function compressed(response: Response, accepted: string): Response {
  const isText = /^(text\/|application\/(json|geo\+json|atom\+xml)|image\/svg)/.test(
    response.headers.get('content-type') ?? '',
  )
  if (!isText || !response.body || response.headers.has('content-encoding') || !takesGzip(accepted)) return response
  const answer = new Response(response.body, response)
  answer.headers.set('content-encoding', 'gzip')
  answer.headers.append('vary', 'accept-encoding')
  return answer
}
