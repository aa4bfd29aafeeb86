import * as z from 'zod'
import { askForList } from '#shared/actions/sign-up.ts'
import { ask } from '#shared/db/ask.ts'
import { roomForSubscriber } from '#shared/db/list-subscribers.ts'
import type { Movement } from '#shared/movement.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FeedsContext } from '../env.ts'
import { respondText } from '../respond-text.ts'
import { MistakeBeside, MistakeList, marked } from '../visitor/mistakes.tsx'
import { proofPath } from '../visitor/proof.ts'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'
import { Trap } from '../visitor/visitor-boxes.tsx'
import { isInAnotherLanguage, visitorFormId } from '../visitor/visitor-languages.tsx'
import { isTooSoon, weighVisitor } from '../visitor/weigh-visitor.ts'

const emailSchema = z.email().max(254).toLowerCase()

type OpenList = Movement['lists'][number]
type Fault = 'email' | 'again' | 'busy'

export async function showSignUp(context: FeedsContext): Promise<Response> {
  const list = openList(context)
  return list ? respondForm(context, list, '', null) : respondText(404, 'No such list.')
}

/** Takes an address, and keeps robots out as the form to a group does; whatever we know of it, the answer is the same. */
export async function sendSignUp(context: FeedsContext): Promise<Response> {
  const list = openList(context)
  if (!list) return respondText(404, 'No such list.')
  const {
    env,
    var: { now, movement },
  } = context
  const form = await readPostedForm(context.req.raw)
  const told = (name: string) => String(form.get(name) ?? '').slice(0, 1000)
  const typed = told('email').trim()
  if (isInAnotherLanguage(form)) return respondForm(context, list, typed, null)
  const madeAt = await readFormToken(context, purposeOf(list), form.get('page'))
  if (!madeAt || isTooSoon(context, madeAt)) return respondForm(context, list, typed, 'again', 400)
  const email = emailSchema.safeParse(typed)
  if (!email.success) return respondForm(context, list, typed, 'email', 422)
  // Nobody sees this field: a robot is told that all is well
  if (told('website') !== '') return respondSent(context)
  const visitor = await weighVisitor(context, { madeAt, page: told('page'), proof: told('proof') })
  const { isProven, proof } = visitor
  const { room } = await ask(env.DB, { room: roomForSubscriber(env.DB, isProven, now) })
  if (visitor.isBusy || !room) return respondForm(context, list, typed, 'busy', 429)
  const uid = crypto.randomUUID().replaceAll('-', '')
  await askForList(
    { db: env.DB, movement, actor: { kind: 'system' }, now, alongside: { statements: visitor.counts } },
    { uid, list: list.key, email: email.data, language: visitorLanguage(context), isProven, proof },
  )
  return respondSent(context)
}

function openList({ req, var: { movement } }: FeedsContext): OpenList | null {
  return movement.lists.find(({ key, signUp }) => signUp === true && key === req.param('list')) ?? null
}

const purposeOf = ({ key }: OpenList) => `sign-up:${key}`

async function respondForm(
  context: FeedsContext,
  list: OpenList,
  email: string,
  fault: Fault | null,
  status = 200,
): Promise<Response> {
  const language = visitorLanguage(context)
  const { signUp: text, find } = textIn(language, context.var.movement)
  const label = list.label[language]
  const page = await makeFormToken(context, purposeOf(list))
  return respondVisitor(context, {
    title: fault ? text.faultTitle(label) : label,
    status,
    script: proofPath,
    isTyped: true,
    children: (
      <>
        <h1>{label}</h1>
        <MistakeList
          title={find.form.faultsTitle}
          mistakes={fault ? [{ text: text.fault[fault], ...(fault === 'email' && { id: fault }) }] : []}
        />
        {list.about?.[language] && <p>{list.about[language]}</p>}
        <p>{text.lead}</p>
        <form id={visitorFormId} method="post" action={findPath(context, `/lists/${list.key}`)} novalidate data-proof>
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="proof" value="" />
          <p>
            <label for="email">{text.email}</label>
            <MistakeBeside id="email" text={fault === 'email' ? text.fault.email : undefined} />
            <input
              class="wide"
              id="email"
              name="email"
              type="email"
              value={email}
              maxlength={254}
              autocomplete="email"
              {...marked('email', fault === 'email')}
            />
          </p>
          <Trap label={text.trap} />
          <button type="submit">{text.send}</button>
        </form>
        <p class="soft">{text.use(context.var.movement.name)}</p>
      </>
    ),
  })
}

function respondSent(context: FeedsContext): Promise<Response> {
  const { title, body } = textIn(visitorLanguage(context), context.var.movement).signUp.sent
  return respondVisitor(context, {
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p>{body}</p>
      </>
    ),
  })
}
