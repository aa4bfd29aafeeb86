import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { ExecutionContext } from '@cloudflare/workers-types'
import { isCompressible, takesGzip } from '#hosts/compression.ts'
import { workerOf } from '#hosts/routes.ts'
import type { createApart, Env, Workers } from './workers.ts'

/** Answers one request: from the worker whose page it is, compressed as the browser takes it. `clientIp` is the other end of the connection. */
export type Respond = (request: Request, clientIp: string | undefined) => Promise<Response>

/** What pages need of it. */
type PageEnv = Pick<Env, 'DB' | 'PUBLIC_URL' | 'LINK_SECRET'>
type Pages = { forms?: Workers['forms']; apart: ReturnType<typeof createApart> }

/** Without `forms`, whose pages it has are not asked for. */
export function pagesOf({ forms, apart }: Pages, env: () => PageEnv, context: ExecutionContext): Respond {
  return async (request, clientIp) => {
    // Where workerd has it too
    Object.defineProperty(request, 'cf', { value: { clientIp } })
    const { pathname } = new URL(request.url)
    const worker = workerOf(pathname)
    const asked = worker ? apart[worker] : forms
    if (!asked) throw new Error('a page of the form')
    const response = await asked.fetch(request, env() as Env, context as never)
    return compressed(response, request.headers.get('accept-encoding') ?? '')
  }
}

const zip = promisify(gzip)

/**
 * Bytes that are compressed at once, which takes less than waking a thread for it. Whoever waits for a thread lies in memory with all who ask
 * meanwhile: of ten connections that cost 120 MiB.
 */
const compressedAtOnce = 128 * 1024

/** A page is 2 % larger than with 6, which goes without saying, for a quarter less of work. */
const level = 4

const zipped = (page: ArrayBuffer) =>
  page.byteLength <= compressedAtOnce ? gzipSync(page, { level }) : zip(page, { level })

/** A page is compressed whole before it leaves, an export as it is made. */
async function compressed(response: Response, accepted: string): Promise<Response> {
  if (!isCompressible(response) || !takesGzip(accepted)) return response
  const headers = new Headers(response.headers)
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'accept-encoding')
  headers.delete('content-length')
  const body = isStreamed(headers)
    ? response.body?.pipeThrough(new CompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>)
    : await zipped(await response.arrayBuffer())
  return new Response(body as BodyInit, { status: response.status, headers })
}

/** What is as long as the network is large. */
function isStreamed(headers: Headers): boolean {
  return /^(text\/csv|application\/)/.test(headers.get('content-type') ?? '')
}
