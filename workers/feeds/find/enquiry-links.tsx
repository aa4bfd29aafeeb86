import { confirmOwnEnquiry, markAnswered } from '#shared/actions/enquire.ts'
import { ask } from '#shared/db/ask.ts'
import { type EnquiryState, findEnquiry } from '#shared/db/enquiries.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FeedsContext } from '../env.ts'
import { visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'

/** What a link in a mail about an enquiry is for. */
type LinkUse = { kind: 'enquiry' | 'enquiry_confirmation'; words: 'confirm' | 'answered' }

const confirming: LinkUse = { kind: 'enquiry_confirmation', words: 'confirm' }
const answering: LinkUse = { kind: 'enquiry', words: 'answered' }

export const showConfirm = (context: FeedsContext) => show(context, confirming)
export const showAnswered = (context: FeedsContext) => show(context, answering)

/** Mail scanners open links, so that opening one writes nothing: the button does. */
async function show(context: FeedsContext, use: LinkUse): Promise<Response> {
  const found = await find(context, use)
  if (!found) return respondGone(context)
  const isDone = use.words === 'confirm' ? found.state.isConfirmed : found.state.isAnswered
  return isDone ? respondDone(context, use, found.state) : respondAsk(context, use, found)
}

export async function confirmByLink(context: FeedsContext): Promise<Response> {
  return submit(context, confirming, (hash, state) =>
    confirmOwnEnquiry(actingOf(context, { kind: 'system' }), hash, state.group),
  )
}

export async function answeredByLink(context: FeedsContext): Promise<Response> {
  return submit(context, answering, (hash, state) =>
    markAnswered(actingOf(context, { kind: 'referent', link: hash }), hash, state.group),
  )
}

const actingOf = (
  { env, var: { movement, now } }: FeedsContext,
  actor: { kind: 'system' } | { kind: 'referent'; link: string },
) => ({
  db: env.DB,
  movement,
  actor,
  now,
})

async function submit(
  context: FeedsContext,
  use: LinkUse,
  act: (hash: string, state: EnquiryState) => Promise<void>,
): Promise<Response> {
  const found = await find(context, use)
  if (!found) return respondGone(context)
  const form = await readPostedForm(context.req.raw)
  if (!(await readFormToken(context, purposeOf(use, found.hash), form.get('page'))))
    return respondAsk(context, use, found, 400)
  const isDone = use.words === 'confirm' ? found.state.isConfirmed : found.state.isAnswered
  if (!isDone) await act(found.hash, found.state)
  return respondDone(context, use, found.state)
}

type FoundLink = { hash: string; state: EnquiryState }
const purposeOf = ({ words }: LinkUse, hash: string) => `${words}:${hash}`

async function find({ env: { DB }, req, var: { now } }: FeedsContext, { kind }: LinkUse): Promise<FoundLink | null> {
  const token = req.param('token') ?? ''
  if (!isTokenShaped(token)) return null
  const hash = await hashToken(token)
  const { state } = await ask(DB, { state: findEnquiry(DB, { hash, kind }, now) })
  return state && { hash, state }
}

async function respondAsk(
  context: FeedsContext,
  use: LinkUse,
  { hash, state }: FoundLink,
  status = 200,
): Promise<Response> {
  const words = textIn(visitorLanguage(context), context.var.movement).find
  const text = words[use.words]
  const page = await makeFormToken(context, purposeOf(use, hash))
  return respondVisitor(context, {
    title: text.title,
    status,
    children: (
      <>
        <h1>{text.title}</h1>
        <p>{text.lead(state.groupName)}</p>
        {use.words === 'confirm' && <Message words={words.form.body} body={state.body} />}
        <form method="post">
          <input type="hidden" name="page" value={page} />
          <button type="submit">{text.button}</button>
        </form>
      </>
    ),
  })
}

/** What will be sent, as it was typed. */
function Message({ words, body }: { words: string; body: string }) {
  return (
    <>
      <h2>{words}</h2>
      <p class="lines">{body}</p>
    </>
  )
}

function respondDone(context: FeedsContext, use: LinkUse, state: EnquiryState): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).find[use.words]
  return respondVisitor(context, {
    title: text.done,
    children: (
      <>
        <h1>{text.done}</h1>
        <p>{text.doneNext(state.groupName)}</p>
      </>
    ),
  })
}

function respondGone(context: FeedsContext): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).find.gone
  return respondVisitor(context, {
    title: text.title,
    status: 404,
    children: (
      <>
        <h1>{text.title}</h1>
        <p>{text.next}</p>
      </>
    ),
  })
}
