import { eraseRegistration, refuseRegisteredGroup } from '#shared/actions/answer-registration.ts'
import { ask } from '#shared/db/ask.ts'
import { findRegistration, listRegistrations, type TeamRegistration } from '#shared/db/team-registrations.ts'
import { Problem } from '#shared/domain/problem.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { problemText } from '#shared/html/field-input.tsx'
import { readField } from '#shared/record/field.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { fitsOnPage } from '../fits-on-page.ts'
import { leadTo } from '../lead-to.ts'
import { NotDone, OldSignIn } from '../notice.tsx'
import { isFreshSignIn, requireFreshSignIn } from '../sign-in-guard.ts'
import { answerField, RegistrationCard, type TypedRefusal } from './card.tsx'

const path = '/desk/registrations'
const shown = 20
/** Nobody leafs further: what is answered is forgotten after sixty days. */
const furthest = 10_000

type State = { typed?: TypedRefusal; trouble?: { title: string; body?: string }; status?: number; isOld?: boolean }

/** New groups that registered and wait, the oldest first; with `done`, those that were answered. */
export function showRegistrations(context: DeskContext): Promise<Response> {
  return respond(context, {})
}

/** Answers why a group is not taken, or forgets it. */
export async function actOnRegistration(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { reads, language, session } = context.var
  const text = textIn(language, context.var.movement)
  const uid = form.get('registration') ?? ''
  const typed = { uid, text: form.get(`answer.${uid}`) ?? '' }
  if (!form.isFresh) {
    const trouble = { title: text.form.saveAgain, body: text.form.oldPageTyped }
    return respond(context, { typed, trouble, status: 400 })
  }
  const { registration } = await ask(reads, { registration: findRegistration(reads, uid) })
  if (!registration) throw new Problem('page_unknown')
  switch (form.get('do')) {
    case 'erase':
      requireFreshSignIn(context)
      await eraseRegistration(teamActing(context), uid)
      return leadTo(context, `${path}?said=erased`)
    case 'refuse': {
      const { value: answer, problem } = readField(answerField(context.var.movement), typed.text)
      if (problem) return respond(context, { typed: { ...typed, problem }, status: 422 })
      if (!isFreshSignIn(context)) return respond(context, { typed, status: 403, isOld: true })
      const by = session.coordinator.email
      const done = registration.answer
        ? 'answered_already'
        : await refuseRegisteredGroup(teamActing(context), { uid, by, answer })
      return leadTo(context, done === 'done' ? `${path}?said=refused` : `${path}?done&said=gone`)
    }
    default:
      throw new Problem('page_stale')
  }
}

async function respond(context: DeskContext, { typed, trouble, status = 200, isOld }: State): Promise<Response> {
  const { reads, language } = context.var
  const { form, join, notes } = textIn(language, context.var.movement)
  const text = join.desk
  const isDone = context.req.query('done') !== undefined
  const asked = Number(context.req.query('from'))
  const skip = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, furthest) : 0
  const { registrations } = await ask(reads, { registrations: listRegistrations(reads, { isDone, skip }, shown + 1) })
  const fitting = fitsOnPage(registrations, wordsIn, shown)
  const token = await formToken(context, path)
  const problem = typed?.problem
  const entries = problem
    ? [
        {
          id: `answer.${typed.uid}`,
          text: problemText(answerField(context.var.movement), problem, language, context.var.movement),
        },
      ]
    : []
  return respondFrame(context, {
    title: entries.length > 0 ? `${form.errorsTitle(1)} – ${text.title}` : text.title,
    status,
    children: (
      <div class="flow narrow">
        <RegistrationDone context={context} />
        <ErrorSummary title={form.errorsTitle(1)} entries={entries} />
        {isOld && <OldSignIn context={context} />}
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <Where context={context} />
        <p class="alone">
          <a href={isDone ? path : `${path}?done`}>{isDone ? text.seeOpen : text.seeDone}</a>
        </p>
        {registrations.length === 0 && <p class="soft">{isDone ? text.noneDone : text.none}</p>}
        {registrations.slice(0, fitting).map((registration) => (
          <RegistrationCard
            context={context}
            path={`${path}${new URL(context.req.url).search}`}
            registration={registration}
            token={token}
            typed={typed?.uid === registration.uid ? typed : null}
          />
        ))}
        {registrations.length > fitting && (
          <p>
            <a class="button quiet" href={`${path}?${isDone ? 'done&' : ''}from=${skip + fitting}`}>
              {notes.more}
            </a>
          </p>
        )}
      </div>
    ),
  })
}

/** Where a group registers: the address to give to whoever asks, or how it is opened. */
function Where({ context }: { context: DeskContext }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).join.desk
  if (movement.feeds.join !== 'public') return <p class="soft">{text.closed}</p>
  const address = `${context.env.PUBLIC_URL}/join`
  return (
    <p>
      {text.where} <a href={address}>{address}</a>
    </p>
  )
}

const wordsIn = ({ body, answer }: TeamRegistration) => (body ?? '') + (answer?.words ?? '')

/** What was just done with one. */
function RegistrationDone({ context }: { context: DeskContext }) {
  const { done, gone, seeGroup } = textIn(context.var.language, context.var.movement).join.desk
  const name = context.req.query('said') ?? ''
  const said = name === 'gone' ? gone : Object.hasOwn(done, name) ? done[name as keyof typeof done] : null
  if (said === null) return null
  const [group] = /^[\w-]{1,64}$/.exec(context.req.query('group') ?? '') ?? []
  return (
    <div class="done note" role="status" tabindex={-1} autofocus>
      <p>{said}</p>
      {group && (
        <p class="alone">
          <a href={`/desk/groups/${group}`}>{seeGroup}</a>
        </p>
      )}
    </div>
  )
}
