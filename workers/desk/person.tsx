import { chooseLanguage } from '#shared/actions/choose-language.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { reopenAddress } from '#shared/actions/reopen-address.ts'
import { sendLink } from '#shared/actions/send-link.ts'
import { ask } from '#shared/db/ask.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { listPeopleAlike, listPersonMerges } from '#shared/db/person-merges.ts'
import { type TeamPerson, teamPerson } from '#shared/db/team-person.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { isLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, jsonType } from '#workers/attachment.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { partPeople } from './merge-people.tsx'
import type { BesidePerson } from './person-doubles.tsx'
import { PersonPage, type PersonTrouble } from './person-page.tsx'
import { sendSoon } from './send-soon.ts'
import { requireFreshSignIn } from './sign-in-guard.ts'

const mailsShown = 30
const doublesShown = 4
/** What concerns somebody in every group of theirs. */
const wholly = { role: 'acts', everywhere: true } as const

type Opened = { person: TeamPerson; beside: BesidePerson }

/** Somebody whom the team helps, and who may be the same. @throws Problem when nobody of this uid is in the regions of whoever is signed in. */
async function openPerson(context: DeskContext): Promise<Opened> {
  const { reads } = context.var
  const uid = context.req.param('uid') ?? ''
  const { person, ...beside } = await ask(reads, {
    person: teamPerson(reads, uid, mailsShown),
    merges: listPersonMerges(reads, uid),
    alike: listPeopleAlike(reads, uid, doublesShown),
  })
  if (!person) throw new Problem('person_unknown')
  return { person, beside }
}

export async function showPerson(context: DeskContext, trouble?: PersonTrouble): Promise<Response> {
  const opened = await openPerson(context)
  const { uid } = opened.person
  // Of somebody who became part of another person, that one's page
  return uid === context.req.param('uid') ? respond(context, opened, trouble) : leadTo(context, `/desk/people/${uid}`)
}

/** Makes two people of one again, for whom the page may decide so. */
async function part(context: DeskContext, other: string): Promise<Response> {
  if (!mayDo(context.var.session.coordinator, wholly)) throw new Problem('role_missing')
  const uid = context.req.param('uid') ?? ''
  const result = await partPeople(context, uid, other)
  if (result === 'done') return leadTo(context, `/desk/people/${uid}?done=people_parted`)
  return showPerson(context, {
    title: textIn(context.var.language, context.var.movement).merge.person.notUndone,
    status: 409,
  })
}

/** Sends their link again, opens their address, keeps their language, or forgets them. */
export async function actOnPerson(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  if (form.isFresh && form.get('do') === 'part') return part(context, form.get('merged') ?? '')
  const opened = await openPerson(context)
  const { person } = opened
  if (person.uid !== context.req.param('uid')) return leadTo(context, `/desk/people/${person.uid}?done=people_one`)
  const submitAgain = textIn(context.var.language, context.var.movement).form.submitAgain
  if (!form.isFresh) return respond(context, opened, { title: submitAgain, status: 400 })
  const acting = teamActing(context)
  const here = `/desk/people/${person.uid}`
  switch (form.get('do')) {
    case 'send_link':
      if (person.email === null) throw new Problem('page_stale')
      await sendLink(acting, { person: person.uid, address: person.email })
      sendSoon(context)
      return leadTo(context, `${here}?done=link_sent`)
    case 'open':
      if (person.email === null) throw new Problem('page_stale')
      await reopenAddress(acting, person.email)
      return leadTo(context, `${here}?done=address_opened`)
    case 'language':
      return keepLanguage(context, person, form.get('language'))
    case 'erase':
      return erase(context, opened, form.get('sure') === 'oui')
    default:
      throw new Problem('page_stale')
  }
}

async function keepLanguage(context: DeskContext, person: TeamPerson, language: string | null): Promise<Response> {
  if (!isLanguage(language)) throw new Problem('page_stale')
  await chooseLanguage(teamActing(context), person.uid, language, person.language)
  return leadTo(context, `/desk/people/${person.uid}?done=language_kept`)
}

async function erase(context: DeskContext, opened: Opened, isSure: boolean): Promise<Response> {
  if (!mayDo(context.var.session.coordinator, wholly)) throw new Problem('role_missing')
  requireFreshSignIn(context)
  const text = textIn(context.var.language, context.var.movement).desk.person
  if (!isSure) return respond(context, opened, { title: text.notSure, status: 422 })
  await erasePerson(teamActing(context), opened.person.uid)
  return leadTo(context, '/desk?done=erased')
}

/** All that is kept about somebody, as they may have it. */
export async function downloadPerson(context: DeskContext): Promise<Response> {
  const { reads, movement } = context.var
  const found = await findPersonData(reads, movement.sections, context.req.param('uid') ?? '')
  if (!found) throw new Problem('person_unknown')
  return attachment({ name: 'person.json', type: jsonType }, JSON.stringify(found.data))
}

async function respond(context: DeskContext, { person, beside }: Opened, trouble?: PersonTrouble): Promise<Response> {
  const token = await formToken(context, `/desk/people/${person.uid}`)
  const isWhole = mayDo(context.var.session.coordinator, wholly)
  return respondFrame(context, {
    title: person.name,
    status: trouble?.status ?? 200,
    children: (
      <PersonPage context={context} person={person} beside={beside} token={token} isWhole={isWhole} trouble={trouble} />
    ),
  })
}
