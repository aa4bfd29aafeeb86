import { openSession } from '#shared/actions/open-session.ts'
import { findSignIn, type SignIn } from '#shared/db/sign-ins.ts'
import { hashToken, isSame, isTokenShaped } from '#shared/domain/link.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import { FieldInput } from '#shared/html/field-input.tsx'
import { emailField } from '#shared/record/sections/referents.ts'
import { textIn } from '#shared/text/text.ts'
import { makePageToken, readPageToken } from '#workers/page-token.ts'
import { readPostedForm, texts } from '#workers/posted-form.ts'
import { askedPage, forgetAskedPage } from '#workers/team/asked-page.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { type Coordinator, keepSession, newSession, readSession, waitingBrowser } from '#workers/team/session.ts'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'

type Found = { hash: string; signIn: SignIn; coordinator: Coordinator }

const purpose = (hash: string) => `sign-in:${hash}`

/** The link of a sign-in mail shows a button, and uses nothing up: whatever opens links by itself is not let in. */
export async function showSignInButton(context: DeskContext): Promise<Response> {
  const found = await findLink(context)
  if (typeof found === 'string') return refuse(context, found)
  const reader = await readSession(context)
  if (reader?.coordinator.email === found.signIn.address) return leadTo(context, askedPage(context))
  const problem = await problemOf(context, found.signIn)
  return problem ? refuse(context, problem) : showButton(context, found)
}

/** Signs in by the link of a sign-in mail: once, in the browser that asked, within a quarter of an hour. */
export async function signIn(context: DeskContext): Promise<Response> {
  const form = texts(await readPostedForm(context.req.raw))
  const found = await findLink(context)
  if (typeof found === 'string') return refuse(context, found)
  const { hash, coordinator } = found
  const problem = await problemOf(context, found.signIn)
  if (problem) return refuse(context, problem)
  if (!(await readPageToken(context, purpose(hash), form.get('page')))) return showButton(context, found, 400)
  const page = askedPage(context)
  const { value, ...session } = await newSession(context, coordinator)
  const acting = { db: context.env.DB, now: context.var.now }
  if (!(await openSession(acting, { link: hash, email: coordinator.email, session })))
    return refuse(context, 'sign_in_used')
  await keepSession(context, coordinator, value)
  forgetAskedPage(context)
  return leadTo(context, page)
}

/** Whom the link of this request was sent to; or that it was sent to nobody, or to nobody who is of the team. */
async function findLink(context: DeskContext): Promise<Found | ProblemCode> {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) return 'link_unknown'
  const hash = await hashToken(token)
  const found = await findSignIn(context.env.DB, hash)
  if (!found) return 'link_unknown'
  const coordinator = context.var.movement.coordinators.find(({ email }) => email === found.address)
  return coordinator ? { hash, signIn: found, coordinator } : 'session_missing'
}

/** What keeps a link from signing in here and now. */
async function problemOf(context: DeskContext, { revokedAt, expiresAt, browserHash }: SignIn) {
  if (revokedAt) return 'sign_in_used'
  if (expiresAt <= context.var.now) return 'link_expired'
  const browser = waitingBrowser(context)
  return browser && isSame(await hashToken(browser), browserHash ?? '') ? null : 'session_elsewhere'
}

async function showButton(context: DeskContext, { hash, coordinator }: Found, status = 200): Promise<Response> {
  const text = textIn(coordinator.language ?? context.var.language).signIn
  return respondFrame(context, {
    title: text.openTitle,
    status,
    children: (
      <div class="flow narrow">
        <h1>{text.openTitle}</h1>
        <p class="lead">{text.openLead(coordinator.name)}</p>
        <form method="post" action={context.req.path}>
          <input type="hidden" name="page" value={await makePageToken(context, purpose(hash))} />
          <button type="submit" class="big">
            {text.open}
          </button>
        </form>
      </div>
    ),
  })
}

/**
 * Says why a link does not sign in, and how to get one that does: whoever holds one reads the mailbox that it was sent to, so that nobody keeps
 * them out by asking for links in their name.
 */
async function refuse(context: DeskContext, code: ProblemCode): Promise<Response> {
  const { language } = context.var
  const { problem, signIn: text, dashboard } = textIn(language)
  const own: Partial<Record<ProblemCode, { title: string; next: string }>> = dashboard.problem
  const { title, next } = own[code] ?? problem[code]
  return respondFrame(context, {
    title,
    status: new Problem(code).status,
    children: (
      <div class="flow narrow">
        <h1>{title}</h1>
        <p class="lead">{next}</p>
        <form method="post" action="/sign-in" class="flow" novalidate>
          <input type="hidden" name="page" value={await makePageToken(context, 'sign-in')} />
          <input type="hidden" name="link" value={context.req.param('token') ?? ''} />
          <FieldInput field={emailField} name="email" text="" language={language} isOwn />
          <button type="submit" class="big">
            {text.send}
          </button>
        </form>
      </div>
    ),
  })
}
