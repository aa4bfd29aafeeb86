import { joinList, leaveListByPage } from '#shared/actions/sign-up.ts'
import { ask } from '#shared/db/ask.ts'
import { findSubscriber, type SubscriberState } from '#shared/db/list-subscribers.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FeedsContext } from '../env.ts'
import { visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'

type OwnPage = SubscriberState & { hash: string }

/** Whether the owner of an address is on the list, and the button that changes it. Mail scanners open links: opening one writes nothing. */
export async function showOwnPage(context: FeedsContext): Promise<Response> {
  const own = await find(context)
  return own ? respondOwn(context, own) : respondGone(context)
}

export async function actByLink(context: FeedsContext): Promise<Response> {
  const own = await find(context)
  if (!own) return respondGone(context)
  const form = await readPostedForm(context.req.raw)
  const action = form.get('do')
  const isFresh = await readFormToken(context, purposeOf(own), form.get('page'))
  if (!isFresh || (action !== 'join' && action !== 'leave')) return respondOwn(context, own, 400)
  const { env, var: variables } = context
  const acting = { db: env.DB, movement: variables.movement, actor: { kind: 'system' }, now: variables.now } as const
  if (action === 'join' && !own.isOn) await joinList(acting, own)
  if (action === 'leave' && own.isOn) await leaveListByPage(acting, own)
  return respondDone(context, action)
}

const purposeOf = ({ hash }: OwnPage) => `list:${hash}`

async function find({ env: { DB }, req, var: variables }: FeedsContext): Promise<OwnPage | null> {
  const token = req.param('token') ?? ''
  if (!isTokenShaped(token)) return null
  const hash = await hashToken(token)
  const { state } = await ask(DB, { state: findSubscriber(DB, hash, variables.now) })
  return state && { ...state, hash }
}

function labelOf(context: FeedsContext, { list }: SubscriberState): string {
  const language = visitorLanguage(context)
  return context.var.movement.lists.find(({ key }) => key === list)?.label[language] ?? list
}

async function respondOwn(context: FeedsContext, own: OwnPage, status = 200): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).signUp
  const page = await makeFormToken(context, purposeOf(own))
  const label = labelOf(context, own)
  return respondVisitor(context, {
    title: label,
    status,
    children: (
      <>
        <h1>{label}</h1>
        {status === 400 && (
          <div class="error" role="alert">
            <p>{text.fault.again}</p>
          </div>
        )}
        <p>{own.isOn ? text.on(label) : text.off(label)}</p>
        <form method="post">
          <input type="hidden" name="page" value={page} />
          <button type="submit" name="do" value={own.isOn ? 'leave' : 'join'}>
            {own.isOn ? text.leave : text.join}
          </button>
        </form>
      </>
    ),
  })
}

function respondDone(context: FeedsContext, action: 'join' | 'leave'): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).signUp
  const title = action === 'join' ? text.joined : text.left
  return respondVisitor(context, {
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p>{action === 'join' ? text.joinedNext : text.leftNext}</p>
      </>
    ),
  })
}

function respondGone(context: FeedsContext): Promise<Response> {
  const { title, next } = textIn(visitorLanguage(context), context.var.movement).signUp.gone
  return respondVisitor(context, {
    title,
    status: 404,
    children: (
      <>
        <h1>{title}</h1>
        <p>{next}</p>
      </>
    ),
  })
}
