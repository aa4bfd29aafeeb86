type Worker = { fetch: (request: Request) => Promise<Response> }

/** One address for the workers that have pages, as the routes in `wrangler.toml` do on Cloudflare; and smaller pages, as Cloudflare sends them. */
export default {
  async fetch(request: Request, env: { FORMS: Worker; DASHBOARD: Worker }): Promise<Response> {
    const { pathname } = new URL(request.url)
    const isDashboard = pathname === '/dashboard' || pathname.startsWith('/dashboard/')
    const response = await (isDashboard ? env.DASHBOARD : env.FORMS).fetch(request)
    return compressed(response, encodingOf(request.headers.get('accept-encoding') ?? ''))
  },
}

/** The smallest encoding that a browser takes (RFC 9110 §12.5.3); null when it takes none. */
function encodingOf(accepted: string): 'br' | 'gzip' | null {
  const codings = accepted.split(',').map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  )
  const takes = (name: string) =>
    codings.some(([coding, weight = '']) => coding === name && !/^q=0(\.0*)?$/.test(weight))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

/** With the header set, workerd compresses the body as it leaves. */
function compressed(response: Response, encoding: 'br' | 'gzip' | null): Response {
  const isText = /^(text\/|application\/(json|atom\+xml)|image\/svg)/.test(response.headers.get('content-type') ?? '')
  if (!encoding || !isText || !response.body || response.headers.has('content-encoding')) return response
  const answer = new Response(response.body, response)
  answer.headers.set('content-encoding', encoding)
  answer.headers.append('vary', 'accept-encoding')
  return answer
}
