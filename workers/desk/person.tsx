import { chooseLanguage } from '#shared/actions/choose-language.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { reopenAddress } from '#shared/actions/reopen-address.ts'
import { sendLink } from '#shared/actions/send-link.ts'
import { ask } from '#shared/db/ask.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { type TeamPerson, teamPerson } from '#shared/db/team-person.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { privately } from '#shared/html/respond.ts'
import { isLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, readDeskForm, teamActing } from './desk-form.tsx'
import { requireFreshSignIn } from './door.ts'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { PersonPage, type PersonTrouble } from './person-page.tsx'
import { sendSoon } from './send-soon.ts'

const mailsShown = 30
/** What concerns somebody in every group of theirs. */
const wholly = { role: 'acts', everywhere: true } as const

/** Somebody whom the team helps. @throws Problem when nobody of this uid is in the regions of whoever is signed in. */
async function openPerson(context: DeskContext): Promise<TeamPerson> {
  const { reads } = context.var
  const { person } = await ask(reads, { person: teamPerson(reads, context.req.param('uid') ?? '', mailsShown) })
  if (!person) throw new Problem('person_unknown')
  return person
}

export async function showPerson(context: DeskContext): Promise<Response> {
  return respond(context, await openPerson(context))
}

/** Sends their link again, opens their address, keeps their language, or forgets them. */
export async function actOnPerson(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const person = await openPerson(context)
  const pressAgain = textIn(context.var.language).form.pressAgain
  if (!form.isFresh) return respond(context, person, { title: pressAgain, status: 400 })
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
      return erase(context, person, form.get('sure') === 'oui')
    default:
      throw new Problem('page_stale')
  }
}

async function keepLanguage(context: DeskContext, person: TeamPerson, language: string | null): Promise<Response> {
  if (!isLanguage(language)) throw new Problem('page_stale')
  await chooseLanguage(teamActing(context), person.uid, language)
  return leadTo(context, `/desk/people/${person.uid}?done=language_kept`)
}

async function erase(context: DeskContext, person: TeamPerson, isSure: boolean): Promise<Response> {
  if (!mayDo(context.var.session.coordinator, wholly)) throw new Problem('role_missing')
  requireFreshSignIn(context)
  const text = textIn(context.var.language).desk.person
  if (!isSure) return respond(context, person, { title: text.notSure, status: 422 })
  await erasePerson(teamActing(context), person.uid)
  return leadTo(context, '/desk?done=erased')
}

/** All that is kept about somebody, as they may have it. */
export async function downloadPerson(context: DeskContext): Promise<Response> {
  const { reads, movement } = context.var
  const found = await findPersonData(reads, movement.sections, context.req.param('uid') ?? '')
  if (!found) throw new Problem('person_unknown')
  const headers = { 'content-disposition': 'attachment; filename="person.json"', ...privately }
  return context.json(found.data, 200, headers)
}

async function respond(context: DeskContext, person: TeamPerson, trouble?: PersonTrouble): Promise<Response> {
  const token = await formToken(context, `/desk/people/${person.uid}`)
  const isWhole = mayDo(context.var.session.coordinator, wholly)
  return respondFrame(context, {
    title: person.name,
    status: trouble?.status ?? 200,
    children: <PersonPage context={context} person={person} token={token} isWhole={isWhole} trouble={trouble} />,
  })
}
