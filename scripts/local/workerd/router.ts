type Worker = { fetch: (request: Request) => Promise<Response> }

/** One address for the workers that have pages, as the routes in `wrangler.toml` do on Cloudflare. */
export default {
  fetch(request: Request, env: { FORMS: Worker; DASHBOARD: Worker }): Promise<Response> {
    const { pathname } = new URL(request.url)
    const isDashboard = pathname === '/dashboard' || pathname.startsWith('/dashboard/')
    return (isDashboard ? env.DASHBOARD : env.FORMS).fetch(request)
  },
}
