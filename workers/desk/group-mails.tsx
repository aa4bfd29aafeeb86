import { ask } from '#shared/db/ask.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { mailKinds } from '#shared/domain/mail.ts'
import { Problem } from '#shared/domain/problem.ts'
import { kindName } from '#shared/mail/kinds.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'

/** The mails that Relance writes, each to be read as this group would get it. */
export async function listGroupMails(context: DeskContext): Promise<Response> {
  const { reads, movement, language } = context.var
  const uid = context.req.param('uid') ?? ''
  const { page } = await ask(reads, { page: groupPage(reads, movement.sections, uid, 0) })
  if (!page) throw new Problem('group_unknown')
  const text = textIn(language, movement).desk.group
  const name = String(page.record.group[0]?.name)
  return respondFrame(context, {
    title: `${text.mails} – ${name}`,
    children: (
      <div class="flow narrow">
        <p>
          <a class="plain" href={`/desk/groups/${uid}`}>
            {name}
          </a>
        </p>
        <h1>{text.mails}</h1>
        <p class="lead">{text.mailsLead}</p>
        <ul class="plain-list">
          {mailKinds.map((kind) => (
            <li>
              <a href={`/desk/groups/${uid}/mail?kind=${kind}`}>{kindName(kind, language)}</a>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
}
