import { resubscribe, unsubscribePerson as stopMails } from '#shared/actions/unsubscribe.ts'
import { ask } from '#shared/db/ask.ts'
import { findLinkState } from '#shared/db/link-state.ts'
import { countSubmission } from '#shared/db/submissions.ts'
import { hasUnsubscribed, listLastReader } from '#shared/db/suppressions.ts'
import { hashToken, isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import type { FormsContext } from './env.ts'
import { readAny } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { Frame } from './frame.tsx'
import { askIfHuman } from './human-check.tsx'
import type { OpenLinkSession } from './link-session.ts'
import { readerLanguage } from './reader.ts'
import { refuseManySubmissions } from './request-guards.ts'
import { respondForm } from './respond-form.ts'
import type { WayBack } from './unsubscribed.tsx'

const purpose = (hash: string) => `unsubscribe:${hash}`

/** What the way back is sent with, from another page; null for who gets our mails. */
export async function wayBack(
  context: FormsContext,
  { hasUnsubscribed, hash }: OpenLinkSession,
): Promise<WayBack | null> {
  if (!hasUnsubscribed) return null
  return { action: linkPath.unsubscribe(tokenParam(context)), page: await formTokenFor(context, purpose(hash)) }
}

/** `stopped`: that is so already, as a page says that is opened later. */
type Step = 'ask' | 'done' | 'stopped' | 'back'

/** The page of List-Unsubscribe: a button, since opening it writes nothing. It works however old the mail is, unless its link was stopped. */
export async function showUnsubscribe(context: FormsContext): Promise<Response> {
  const { DB } = context.env
  const hash = await hashToken(tokenParam(context))
  const { isStopped, link } = await ask(DB, {
    isStopped: hasUnsubscribed(DB, hash),
    link: findLinkState(DB, hash, context.var.now),
  })
  if (link.isRevoked) throw new Problem('link_revoked')
  return show(context, isStopped ? 'stopped' : 'ask')
}

/**
 * Stops the mails, or takes that back. Mail programs press by themselves (RFC 8058): without a cookie, an Origin or a page of ours, some
 * of them without `List-Unsubscribe=One-Click` or any body, and they want a plain 200. Robots that press our page's button send what it holds.
 */
export async function endMails(context: FormsContext): Promise<Response> {
  const hash = await hashToken(tokenParam(context))
  const data = await readAny(context)
  const form = texts(data)
  const isOneClick =
    form.get('List-Unsubscribe') === 'One-Click' || (form.get('page') === null && form.get('do') !== 'back')
  const isBack = !isOneClick && form.get('do') === 'back'
  const { DB } = context.env
  const { link } = await ask(DB, { link: findLinkState(DB, hash, context.var.now) })
  if (link.isRevoked) throw new Problem('link_revoked')
  refuseManySubmissions(context, link.submissions)
  const submission = isOneClick ? 'deliberate' : await readSubmission(context, purpose(hash), data)
  const text = textIn(readerLanguage(context), context.var.movement).unsubscribe
  if (submission === 'unsure') return askIfHuman(context, null, { words: isBack ? text.back : text.button })
  if (submission !== 'deliberate') return show(context, 'ask', 400)
  const { movement, now } = context.var
  const alongside = { statements: countSubmission(DB, { client: hash, before: link.submissions }, now) }
  const acting = { db: DB, movement, actor: { kind: 'referent', link: hash }, now, alongside } as const
  await (isBack ? resubscribe(acting, hash) : stopMails(acting, hash))
  return show(context, isBack ? 'back' : 'done')
}

function tokenParam(context: FormsContext): string {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  return token
}

async function show(context: FormsContext, step: Step, status = 200): Promise<Response> {
  const token = tokenParam(context)
  const { movement } = context.var
  const language = readerLanguage(context)
  const text = textIn(language, movement).unsubscribe
  const title = { ask: text.title, done: text.doneTitle, stopped: text.stoppedTitle, back: text.backTitle }[step]
  const lead = { ask: text.lead(movement.name), done: text.doneLead, stopped: text.stoppedLead, back: text.backLead }[
    step
  ]
  const hash = await hashToken(token)
  const page = await formTokenFor(context, purpose(hash))
  const { DB } = context.env
  const { alone } =
    step === 'back' ? { alone: [] } : await ask(DB, { alone: listLastReader(DB, hash, movement.writesTo) })
  return respondForm(
    <Frame movement={movement} language={language} title={title} path={linkPath.unsubscribe(token)}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {alone.map(({ uid, name }) => (
        <section class="card flow">
          <h2>{step === 'ask' ? text.onlyYou(name) : text.nobodyLeft(name)}</h2>
          <p>{text.nobodyLeftLead}</p>
          <p>
            <a class="plain" href={linkPath.section(token, uid, 'referents')}>
              {text.nameSomebody}
            </a>
          </p>
        </section>
      ))}
      {step !== 'back' && (
        <form method="post" action={linkPath.unsubscribe(token)} class="flow">
          <input type="hidden" name="page" value={page} />
          <button type="submit" class="big" name="do" value={step === 'ask' ? 'stop' : 'back'}>
            {step === 'ask' ? text.button : text.back}
          </button>
        </form>
      )}
      {step === 'ask' && <p>{text.other}</p>}
      <p>
        <a class="plain" href={linkPath.update(token)}>
          {text.toGroup}
        </a>
      </p>
    </Frame>,
    { status },
  )
}
