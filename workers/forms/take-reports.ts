import { takeReports } from '#shared/db/reports.ts'
import { isSame } from '#shared/domain/link.ts'
import type { MailReport } from '#shared/domain/report.ts'
import { brevoReports } from '#shared/mail/brevo-event.ts'
import { readReports } from '#shared/mail/report/read-reports.ts'
import { readBody } from '#workers/read-body.ts'
import type { FormsContext } from './env.ts'

/** Bytes of a mail that came back: it carries ours, of some twenty thousand. */
const largest = 1_000_000

/**
 * Takes what came back from a mail server, or from Brevo, whoever shows `HOOK_SECRET`; nobody when it is not set. Brevo, and whoever
 * passes bounces on, call again until they hear 200: taken twice, a report changes nothing more.
 */
export async function receiveReports(context: FormsContext): Promise<Response> {
  const { env, req, var: variables } = context
  if (!env.HOOK_SECRET) return new Response(null, { status: 404 })
  if (!isSame(req.header('authorization') ?? '', `Bearer ${env.HOOK_SECRET}`))
    return new Response(null, { status: 401 })
  const body = await readBody(req.raw, largest)
  if (body === null) return new Response(null, { status: 413 })
  const reports = await reportsIn(req.param('from') ?? '', new Uint8Array(body))
  if (reports === null) return new Response(null, { status: 400 })
  if (reports.length > 0) {
    await takeReports(env.DB, reports, { trusted: req.param('from') === 'brevo' }, variables.now)
  }
  return Response.json({ reports: reports.length })
}

async function reportsIn(from: string, body: Uint8Array<ArrayBuffer>): Promise<MailReport[] | null> {
  switch (from) {
    case 'brevo':
      return brevoReports(jsonIn(body))
    case 'bounces':
      return readReports(body)
    default:
      return null
  }
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
