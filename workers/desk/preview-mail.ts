import { isMailKind } from '#shared/domain/mail.ts'
import { Problem } from '#shared/domain/problem.ts'
import { privately } from '#shared/html/respond.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { showTeamProblem } from '#workers/team/problem.tsx'
import type { DeskContext } from './env.ts'
import { preparePreview } from './prepare-preview.ts'

/**
 * Any mail as it would leave now, to the group's first referent or, where it is the team's, to whoever looks; an example of one that has nothing to
 * tell. Nothing is written, and its link opens nothing. It tells of all of that person's groups, so that it is for who looks after every region.
 */
export async function previewMail(context: DeskContext): Promise<Response> {
  const { movement, language } = context.var
  const group = context.req.param('uid') ?? ''
  const asked = context.req.query('kind') ?? 'invitation'
  const kind = isMailKind(asked) ? asked : 'invitation'
  const prepared = await preparePreview(context, movement, { kind, group })
  if (!prepared) throw new Problem('group_unknown')
  const { shown } = prepared
  if (!shown) return showTeamProblem(context, 'preview_nobody')
  const { html, subject } = shown.message
  const { desk, testMail } = textIn(language, movement)
  const text = desk.group
  const banner = {
    language,
    text: [text.previewOf(subject), ...(shown.isExample ? [text.exampleOf] : [])].join(' '),
    links: [
      { path: `/desk/groups/${group}/mails?kind=${kind}#test`, words: testMail.title },
      { path: `/desk/groups/${group}`, words: text.previewBack },
    ],
  }
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

type Banner = { language: Language; text: string; links: readonly { path: string; words: string }[] }

/** In the language of whoever looks; the mail is in its reader's. */
function bannerHtml({ language, text, links }: Banner): string {
  const escaped = (one: string) => one.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  const shown = links.map(
    ({ path, words }) =>
      `<a href="${escaped(path)}" style="display:inline-block;padding:14px 16px 14px 0;color:#14604e!important">${escaped(words)}</a>`,
  )
  return `<p role="note" lang="${language}" style="margin:0;padding:12px 20px 4px;background:#fff3c4;color:#20302c;font:16px sans-serif">${escaped(text)}<br />${shown.join('')}</p>`
}
