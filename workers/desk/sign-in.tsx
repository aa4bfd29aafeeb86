import { coordinatorOf, joinTeam } from '#shared/actions/join-team.ts'
import { openSession } from '#shared/actions/open-session.ts'
import { ask } from '#shared/db/ask.ts'
import { findSignIn, type SignIn } from '#shared/db/sign-ins.ts'
import { findTeamInvitation } from '#shared/db/team-invitations.ts'
import { hashToken, isSame, isTokenShaped } from '#shared/domain/link.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import { FieldInput } from '#shared/html/field-input.tsx'
import type { Coordinator } from '#shared/movement.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm, texts } from '#workers/posted-form.ts'
import { askedPage, forgetAskedPage } from '#workers/team/asked-page.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { keepSession, newSession, readSession, waitingBrowser } from '#workers/team/session.ts'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'

/** `by`: who invites them to the team, by name, where they are not of it yet. */
type Found = { hash: string; signIn: SignIn; coordinator: Coordinator; by: string | null }

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
export async function openTeamSession(context: DeskContext): Promise<Response> {
  const form = texts(await readPostedForm(context.req.raw))
  const found = await findLink(context)
  if (typeof found === 'string') return refuse(context, found)
  const { hash, coordinator, by } = found
  const problem = await problemOf(context, found.signIn)
  if (problem) return refuse(context, problem)
  if (!(await readFormToken(context, purpose(hash), form.get('page')))) return showButton(context, found, 400)
  const page = askedPage(context)
  const { value, ...session } = await newSession(context, coordinator)
  const acting = { db: context.env.DB, now: context.var.now }
  const begun = { link: hash, email: coordinator.email, session }
  if (by !== null && !(await joinTeam(acting, begun))) return refuse(context, 'team_invitation_over')
  if (by === null && !(await openSession(acting, begun))) return refuse(context, 'sign_in_used')
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
  if (found.kind === 'team_invitation') return invitedBy(context, { hash, signIn: found })
  const coordinator = context.var.movement.coordinators.find(({ email }) => email === found.address)
  return coordinator ? { hash, signIn: found, coordinator, by: null } : 'session_missing'
}

/** Who is invited by this link; that they are not any more where it was answered, taken back or left to lie. */
async function invitedBy(context: DeskContext, found: Pick<Found, 'hash' | 'signIn'>): Promise<Found | ProblemCode> {
  const {
    env,
    var: { movement, now },
  } = context
  const { invitation } = await ask(env.DB, { invitation: findTeamInvitation(env.DB, found.signIn.address, now) })
  if (!invitation) return 'team_invitation_over'
  const by = movement.coordinators.find(({ email }) => email === invitation.by)?.name ?? movement.name
  return { ...found, coordinator: coordinatorOf(invitation), by }
}

/** What keeps a link from signing in here and now. An invitation was asked for by no browser: it opens in any. */
async function problemOf(context: DeskContext, { kind, revokedAt, expiresAt, browserHash }: SignIn) {
  if (revokedAt) return kind === 'sign_in' ? 'sign_in_used' : 'team_invitation_over'
  if (expiresAt <= context.var.now) return 'link_expired'
  if (kind === 'team_invitation') return null
  const browser = waitingBrowser(context)
  return browser && isSame(await hashToken(browser), browserHash ?? '') ? null : 'session_elsewhere'
}

async function showButton(context: DeskContext, { hash, coordinator, by }: Found, status = 200): Promise<Response> {
  const { signIn: text, team } = textIn(coordinator.language ?? context.var.language, context.var.movement)
  const title = by === null ? text.openTitle : team.join.title(context.var.movement.name)
  return respondFrame(context, {
    title,
    status,
    children: (
      <div class="flow narrow">
        <h1>{title}</h1>
        <p class="lead">{by === null ? text.openLead(coordinator.name) : team.join.lead(coordinator.name, by)}</p>
        <form method="post" action={context.req.path}>
          <input type="hidden" name="page" value={await makeFormToken(context, purpose(hash))} />
          <button type="submit" class="big">
            {by === null ? text.open : team.join.button}
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
  const { problem, signIn: text, dashboard } = textIn(language, context.var.movement)
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
          <input type="hidden" name="page" value={await makeFormToken(context, 'sign-in')} />
          <input type="hidden" name="link" value={context.req.param('token') ?? ''} />
          <FieldInput
            field={emailField}
            name="email"
            text=""
            language={language}
            movement={context.var.movement}
            isOwn
          />
          <button type="submit" class="big">
            {text.send}
          </button>
        </form>
      </div>
    ),
  })
}
