import { confirmOwnRegistration } from '#shared/actions/register-group.ts'
import { ask } from '#shared/db/ask.ts'
import { findRegistrationOf, type RegistrationState } from '#shared/db/registrations.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FeedsContext } from '../env.ts'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'

type FoundRegistration = { hash: string; state: RegistrationState }
const purposeOf = (hash: string) => `join:${hash}`

/** Mail scanners open links, so that opening one writes nothing: the button does. */
export async function showRegistrationLink(context: FeedsContext): Promise<Response> {
  const found = await find(context)
  if (!found) return respondGone(context)
  return found.state.isConfirmed ? respondDone(context, found.state) : respondAsk(context, found)
}

export async function confirmRegisteredByLink(context: FeedsContext): Promise<Response> {
  const { env, var: variables } = context
  const found = await find(context)
  if (!found) return respondGone(context)
  const form = await readPostedForm(context.req.raw)
  if (!(await readFormToken(context, purposeOf(found.hash), form.get('page')))) return respondAsk(context, found, 400)
  const acting = { db: env.DB, movement: variables.movement, actor: { kind: 'system' }, now: variables.now } as const
  if (!found.state.isConfirmed) await confirmOwnRegistration(acting, found.hash)
  return respondDone(context, found.state)
}

async function find({ env: { DB }, req, var: { now } }: FeedsContext): Promise<FoundRegistration | null> {
  const token = req.param('token') ?? ''
  if (!isTokenShaped(token)) return null
  const hash = await hashToken(token)
  const { state } = await ask(DB, { state: findRegistrationOf(DB, hash, now) })
  return state && { hash, state }
}

async function respondAsk(context: FeedsContext, { hash, state }: FoundRegistration, status = 200): Promise<Response> {
  const { confirm } = textIn(visitorLanguage(context), context.var.movement).join
  const page = await makeFormToken(context, purposeOf(hash))
  const more = (
    <form method="post">
      <input type="hidden" name="page" value={page} />
      <button type="submit">{confirm.button}</button>
    </form>
  )
  return respondSaid(context, { title: confirm.title, next: confirm.lead(state.groupName, state.town), more, status })
}

function respondDone(context: FeedsContext, { groupName }: RegistrationState): Promise<Response> {
  const { confirm } = textIn(visitorLanguage(context), context.var.movement).join
  return respondSaid(context, { title: confirm.done, next: confirm.doneNext(groupName) })
}

function respondGone(context: FeedsContext): Promise<Response> {
  const { form, gone } = textIn(visitorLanguage(context), context.var.movement).join
  const more = (
    <p>
      <a href={findPath(context, '/join')}>{form.again}</a>
    </p>
  )
  return respondSaid(context, { title: gone.title, next: gone.next, more, status: 404 })
}

type SaidPage = { title: string; next: string; more?: Child; status?: number }

function respondSaid(context: FeedsContext, { title, next, more, status = 200 }: SaidPage): Promise<Response> {
  return respondVisitor(context, {
    title,
    status,
    children: (
      <>
        <h1>{title}</h1>
        <p>{next}</p>
        {more}
      </>
    ),
  })
}
