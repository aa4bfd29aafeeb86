import type { ExecutionContext } from 'hono'
import { isCompressible, takesGzip } from '#hosts/compression.ts'
import { addressOf } from '#hosts/request-target.ts'
import { workerOf } from '#hosts/routes.ts'
import { unreadableRequest } from '#hosts/unreadable-request.ts'

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
      if (address === null) return unreadableRequest()
      const { pathname } = new URL(address)
      const worker = workerOf(pathname)
      const apart = worker && serviceOf(env)[worker]
      const response = await (apart
        ? apart.fetch(trusted(new Request(address, request)))
        : forms.fetch(trusted(at(address, request)), env, context))
      return compressed(response, request.headers.get('accept-encoding') ?? '')
    },
  }
}

const serviceOf = ({ DASHBOARD, DESK, FEEDS }: Services) => ({ dashboard: DASHBOARD, desk: DESK, feeds: FEEDS })

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

/** With the header set, workerd compresses the body as it leaves. */
function compressed(response: Response, accepted: string): Response {
  if (!isCompressible(response) || !takesGzip(accepted)) return response
  const answer = new Response(response.body, response)
  answer.headers.set('content-encoding', 'gzip')
  answer.headers.append('vary', 'accept-encoding')
  return answer
}
