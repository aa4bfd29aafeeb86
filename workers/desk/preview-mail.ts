import { prepare } from '#shared/actions/send-due/prepare.ts'
import { ask } from '#shared/db/ask.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { findPreview } from '#shared/db/preview.ts'
import { Problem } from '#shared/domain/problem.ts'
import { privately } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { showProblem } from '#workers/team/problem.tsx'
import type { DeskContext } from './env.ts'

/** The mails of a round that ask a group's referents. */
const kinds = ['invitation', 'reminder', 'last_call'] as const

/** A link for show: it opens the page that says that it does not work. */
const exampleToken = 'example'

/**
 * The month's mail of a group as it would leave now, to its first referent. Nothing is written, and its link opens nothing. It tells of all of that
 * person's groups, so that it is for who looks after every region.
 */
export async function previewMail(context: DeskContext): Promise<Response> {
  const { reads, movement, now, language } = context.var
  const group = context.req.param('uid') ?? ''
  const kind = kinds.find((one) => one === context.req.query('kind')) ?? 'invitation'
  const { page } = await ask(reads, { page: groupPage(reads, movement.sections, group, 0) })
  if (!page) throw new Problem('group_unknown')
  const found = await findPreview(reads, { kind, group, address: null, movement })
  if (!found) return showProblem(context, 'preview_nobody')
  const prepared = prepare(found, exampleToken, { movement, publicUrl: context.env.PUBLIC_URL }, now)
  if (!('message' in prepared)) return showProblem(context, 'preview_nobody')
  const { html, subject } = prepared.message
  const banner = textIn(language).desk.group.previewOf(subject)
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
