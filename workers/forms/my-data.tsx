import { erasePerson } from '#shared/actions/erase-person.ts'
import { setConsents } from '#shared/actions/set-consents.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { personFile } from '#shared/db/person-file.ts'
import { Problem } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, jsonType } from '#workers/attachment.ts'
import { texts } from '#workers/posted-form.ts'
import { streamed } from '#workers/streamed.ts'
import { consentsAsked } from './consents-asked.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { askIfHuman } from './human-check.tsx'
import { type OpenLinkSession, openLinkSession } from './link-session.ts'
import { Erased, MePage, type MeState, nobodyBox } from './my-data-page.tsx'
import { respondForm } from './respond-form.ts'
import { actingFor } from './submission.ts'

/** What the pages of somebody's own data are sent with. */
export const myDataPurpose = (hash: string) => `me:${hash}`

/** What is kept about whoever holds the link, and what of it is public. */
export async function showMe(context: FormsContext): Promise<Response> {
  const { done, from: asked } = context.req.query()
  const from = /^[1-9]\d{0,6}$/.test(asked ?? '') ? Number(asked) : 0
  return respondMe(context, await openLinkSession(context), { from, ...(done === 'saved' ? { isSaved: true } : {}) })
}

async function respondMe(
  context: FormsContext,
  session: OpenLinkSession,
  state: Omit<MeState, 'page'>,
  status = 200,
): Promise<Response> {
  const [person, page] = await Promise.all([
    personOf(context, session, state.from),
    formTokenFor(context, myDataPurpose(session.hash)),
  ])
  return respondForm(<MePage session={session} person={person} state={{ ...state, page }} />, { status })
}

async function personOf(context: FormsContext, session: OpenLinkSession, from = 0) {
  const person = await findPersonData(context.env.DB, session.movement.sections, session.person.uid, from)
  if (!person) throw new Problem('link_unknown')
  return person
}

/** Makes public what is ticked and nothing else. */
export async function saveConsents(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const session = await openLinkSession(context, { isReturning: true })
  const form = texts(data)
  const offered = consentsAsked(session.movement, session.language)
  const wished = offered.filter(([field]) => form.get(field) !== null)
  const ticked = wished.map(([field]) => field)
  const submission = await readSubmission(context, myDataPurpose(session.hash), data)
  const { save } = textIn(session.language, session.movement).me
  if (submission === 'unsure') return askIfHuman(context, session, { words: save })
  if (submission !== 'deliberate') return respondMe(context, session, { isAgain: true, ticked }, 400)
  await setConsents(actingFor(context, session), session.person.uid, {
    wishes: Object.fromEntries(wished),
    asked: offered.map(([field]) => field),
  })
  return redirectTo(`${session.path}/me?done=saved`)
}

/** All of the person's data as a file that programs read too. */
export async function downloadMe(context: FormsContext): Promise<Response> {
  const { person } = await openLinkSession(context)
  return attachment({ name: 'relance.json', type: jsonType }, streamed(personFile(context.env.DB, person.uid)))
}

/** What erasing waits for: nobody leaves a group with nobody in silence, and nobody erases by mistake. */
async function readBoxes(
  context: FormsContext,
  session: OpenLinkSession,
  data: FormData,
): Promise<{ asks: string[]; said: string[] }> {
  const { groups } = await personOf(context, session)
  const boxes = [...groups.filter(({ isAlone }) => isAlone).map(({ uid }) => nobodyBox(uid)), 'sure']
  const { get } = texts(data)
  return { asks: boxes.filter((box) => get(box) === null), said: boxes.filter((box) => get(box) !== null) }
}

/** Forgets the person. The box is there because nobody can take it back, not even us. */
export async function eraseMe(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const session = await openLinkSession(context)
  const submission = await readSubmission(context, myDataPurpose(session.hash), data)
  if (submission === 'unsure')
    return askIfHuman(context, session, { words: textIn(session.language, session.movement).me.erase })
  if (submission !== 'deliberate') return respondMe(context, session, { isAgain: true }, 400)
  const boxes = await readBoxes(context, session, data)
  if (boxes.asks.length > 0) return respondMe(context, session, boxes, 422)
  await erasePerson(actingFor(context, session), session.person.uid)
  const isMistake = session.groups.length === 0 && session.exits[0]?.isMistake === true
  return respondForm(<Erased movement={session.movement} language={session.language} isThanked={!isMistake} />)
}
