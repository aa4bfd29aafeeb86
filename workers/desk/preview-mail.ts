import { withExample } from '#shared/actions/example-mail.ts'
import { prepare } from '#shared/actions/send-due/prepare.ts'
import { ask } from '#shared/db/ask.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { findPreview } from '#shared/db/preview.ts'
import { isMailKind, type MailKind, mailKinds, mailTable } from '#shared/domain/mail.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { privately } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { showProblem } from '#workers/team/problem.tsx'
import type { DeskContext } from './env.ts'

/** A link for show: it opens the page that says that it does not work. */
const exampleToken = 'example'

/** Written to the team, whatever the group. */
const teamKinds: readonly MailKind[] = mailKinds.filter((kind) =>
  ['nothing', 'round_end'].includes(mailTable[kind].tells),
)

/**
 * Any mail as it would leave now, to the group's first referent or, where it is the team's, to whoever looks; an example of one that has nothing to
 * tell. Nothing is written, and its link opens nothing. It tells of all of that person's groups, so that it is for who looks after every region.
 */
export async function previewMail(context: DeskContext): Promise<Response> {
  const { reads, movement, now, language, session } = context.var
  const group = context.req.param('uid') ?? ''
  const asked = context.req.query('kind') ?? 'invitation'
  const kind = isMailKind(asked) ? asked : 'invitation'
  const { page } = await ask(reads, { page: groupPage(reads, movement.sections, group, 0) })
  if (!page) throw new Problem('group_unknown')
  const address = teamKinds.includes(kind) ? session.coordinator.email : null
  const found = await findPreview(reads, { kind, group, address, movement })
  if (!found) return showProblem(context, 'preview_nobody')
  const { mail, isExample } = withExample(found, {
    group: page,
    coordinator: session.coordinator.name,
    groups: [{ uid: page.uid, name: String(page.record.group[0]?.name) }],
    round: localTime(now, movement.timeZone).day.slice(0, 7),
    now,
  })
  const prepared = prepare(mail, exampleToken, { movement, publicUrl: context.env.PUBLIC_URL }, now)
  if (!('message' in prepared)) return showProblem(context, 'preview_nobody')
  const { html, subject } = prepared.message
  const text = textIn(language).desk.group
  const banner = [text.previewOf(subject), ...(isExample ? [text.exampleOf] : [])].join(' ')
  return new Response(
    html.replace(/<body[^<>]*>/, (body) => body + bannerHtml(banner)),
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...privately,
        // A mail has its styles at each element; it runs nothing and loads nothing
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      },
    },
  )
}

function bannerHtml(text: string): string {
  const safe = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<p role="note" style="margin:0;padding:12px 20px;background:#fff3c4;color:#20302c;font:16px sans-serif">${safe}</p>`
}
