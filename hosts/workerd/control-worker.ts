import type { D1Database } from '@cloudflare/workers-types'
import type { StatementRequest } from '#shared/db/database-over.ts'

type ControlEnv = {
  CONTROL_TOKEN: string
  DB: D1Database
  D1: { fetch: (request: string | Request) => Promise<Response> }
  /** Not there when a program has opened the database alone. */
  REMINDERS?: { scheduled: (event: { cron: string; scheduledTime: Date }) => Promise<{ outcome: string }> }
  FEEDS?: { scheduled: (event: { cron: string; scheduledTime: Date }) => Promise<{ outcome: string }> }
  SENDER?: { finish: () => Promise<boolean> }
}

/** What programs of this machine may ask, if they can read the folder's token: statements for the database, a tick, and that the sender comes to an end. */
export default {
  async fetch(request: Request, env: ControlEnv): Promise<Response> {
    if (request.headers.get('authorization') !== `Bearer ${env.CONTROL_TOKEN}`)
      return new Response(null, { status: 403 })
    const { pathname, searchParams } = new URL(request.url)
    switch (pathname) {
      case '/tick':
        return Response.json(await tick(env, new Date(searchParams.get('at') ?? Number.NaN)))
      case '/finish':
        return Response.json((await env.SENDER?.finish()) ?? true)
      case '/batch':
        return batch(env.DB, (await request.json()) as StatementRequest[])
      case '/trips':
        return env.D1.fetch('http://d1/trips')
      // A sender in a process of its own comes to the database
      case '/query':
      case '/execute':
        return env.D1.fetch(request)
      default:
        return new Response('relance')
    }
  },
}

/** Every cron of every worker, as the platform fires them. */
async function tick({ REMINDERS, FEEDS }: ControlEnv, scheduledTime: Date) {
  if (!REMINDERS) throw new Error('a database alone sends no mails')
  const outcomes = [await REMINDERS.scheduled({ cron: '* * * * *', scheduledTime })]
  for (const cron of FEEDS ? ['*/5 * * * *', '* * * * *'] : []) {
    const outcome = await FEEDS?.scheduled({ cron, scheduledTime })
    if (outcome) outcomes.push(outcome)
  }
  return outcomes.find(({ outcome }) => outcome !== 'ok') ?? outcomes[0]
}

async function batch(db: D1Database, statements: StatementRequest[]): Promise<Response> {
  try {
    return Response.json(await db.batch(statements.map(({ sql, params }) => db.prepare(sql).bind(...params))))
  } catch (error) {
    return Response.json({ error: error instanceof Error ? error.message : String(error) }, { status: 400 })
  }
}
