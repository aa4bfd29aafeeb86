import { acceptInvitation, declineInvitation } from '#shared/actions/answer-invitation.ts'
import { type Asked, findAsked } from '#shared/db/invitation-answers.ts'
import { countSubmission } from '#shared/db/submissions.ts'
import { hashToken, isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { askIfHuman } from './human-check.tsx'
import { InvitationPage, InvitationSettled } from './invitation-page.tsx'
import { readerLanguage } from './reader.ts'
import { refuseManySubmissions } from './request-guards.ts'
import { respondForm } from './respond-form.ts'

const purpose = (hash: string) => `invitation:${hash}`

/** The one question to whoever is invited. Before a yes their link opens nothing else; after it, it is theirs. */
export async function showInvitation(context: FormsContext): Promise<Response> {
  const { asked } = await openInvitation(context)
  return asked ? respondAsked(context, asked) : redirectTo(linkPath.update(context.req.param('token') ?? ''))
}

/** Takes the answer. */
export async function answerInvitation(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const { asked, hash, submissions } = await openInvitation(context)
  if (!asked) return redirectTo(linkPath.update(context.req.param('token') ?? ''))
  const said = texts(data).get('do')
  const submission = await readSubmission(context, purpose(hash), data)
  if (asked.answer !== null || asked.email === null) return respondAsked(context, asked)
  if (said !== 'yes' && said !== 'no') return respondAsked(context, asked, true)
  if (submission === 'unsure') return askIfHuman(context, null, { words: wordsOf(context, asked, said) })
  if (submission !== 'deliberate') return respondAsked(context, asked, true)
  const { movement, now } = context.var
  const db = context.env.DB
  const acting = {
    db,
    movement,
    actor: { kind: 'referent', link: hash },
    now,
    alongside: { statements: countSubmission(db, { client: hash, before: submissions }, now) },
  } as const
  const invitation = { id: asked.id, group: asked.uid, email: asked.email, isAddress: asked.of !== 'nobody' }
  if (said === 'no') await declineInvitation(acting, invitation)
  else await acceptInvitation(acting, invitation, mintUid())
  const { asked: after } = await openInvitation(context)
  if (after) return respondAsked(context, after)
  return redirectTo(
    `${linkPath.group(context.req.param('token') ?? '', asked.uid)}?done=${asked.of === 'nobody' ? 'accept' : 'moved'}`,
  )
}

function wordsOf(context: FormsContext, { of }: Asked, said: 'yes' | 'no'): string {
  const { invited: text } = textIn(readerLanguage(context), context.var.movement)
  if (of === 'nobody') return text[said]
  return said === 'yes' ? text.addressYes : text.addressNo
}

/** What the link of this request asks. @throws Problem when it does not work. */
async function openInvitation(context: FormsContext) {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const hash = await hashToken(token)
  const found = await findAsked(context.env.DB, hash, context.var.now)
  if (!found) throw new Problem('link_unknown')
  if (found.revokedAt) throw new Problem('link_revoked')
  if (found.expiresAt <= context.var.now) throw new Problem('link_expired')
  refuseManySubmissions(context, found.submissions)
  return { ...found, hash }
}

async function respondAsked(context: FormsContext, asked: Asked, isAgain = false): Promise<Response> {
  const { movement } = context.var
  const common = { movement, language: readerLanguage(context), asked, path: context.req.path }
  if (asked.answer !== null || asked.email === null) return respondForm(<InvitationSettled {...common} />)
  const hash = await hashToken(context.req.param('token') ?? '')
  const page = await formTokenFor(context, purpose(hash))
  return respondForm(<InvitationPage {...common} page={page} isAgain={isAgain} />, { status: isAgain ? 400 : 200 })
}
