import { registerGroup } from '#shared/actions/register-group.ts'
import { ask } from '#shared/db/ask.ts'
import { listPlacesNamed } from '#shared/db/places.ts'
import { roomForRegistration } from '#shared/db/registrations.ts'
import { gazetteerOf, whereabouts } from '#shared/domain/place.ts'
import { countrySaid, movementIn } from '#shared/movement.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FeedsContext } from '../env.ts'
import { proofPath } from '../visitor/proof.ts'
import { visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'
import { isInAnotherLanguage } from '../visitor/visitor-languages.tsx'
import { isTooSoon, weighVisitor } from '../visitor/weigh-visitor.ts'
import { emptyJoin, type JoinProblems, type JoinValues, joinNames, readJoin, type TypedJoin } from './fields.ts'
import { type JoinFault, JoinForm } from './join-form.tsx'

const purpose = 'join'

export function showRegistration(context: FeedsContext): Promise<Response> {
  return respond(context, { typed: emptyJoin })
}

/** Takes what somebody says of a new group. Robots are kept out as they are from the messages to groups. */
export async function sendRegistration(context: FeedsContext): Promise<Response> {
  const { env, var: variables } = context
  const form = await readPostedForm(context.req.raw)
  const told = (name: string) => String(form.get(name) ?? '').slice(0, 20_000)
  const typed: TypedJoin = {
    ...(Object.fromEntries(joinNames.map((name) => [name, told(name)])) as TypedJoin),
    country: told('country'),
    consent: told('consent'),
  }
  const country = countrySaid(variables.movement, typed.country) ?? variables.movement.country
  const movement = movementIn(variables.movement, country)
  if (isInAnotherLanguage(form)) return respond(context, { typed })
  const madeAt = await readFormToken(context, purpose, form.get('page'))
  if (!madeAt || isTooSoon(context, madeAt)) return respond(context, { typed, faults: ['again'], status: 400 })
  const { values, problems } = readJoin(movement, typed)
  const faults: JoinFault[] = typed.consent === 'yes' ? [] : ['consent']
  if (Object.keys(problems).length + faults.length > 0)
    return respond(context, { typed, problems, faults, status: 422 })
  // Nobody sees this field: a robot is told that all is well
  if (told('website') !== '') return respondSent(context)
  const visitor = await weighVisitor(context, { madeAt, page: told('page'), proof: told('proof') })
  const { room, places } = await ask(env.DB, {
    room: roomForRegistration(env.DB, visitor.isProven, variables.now),
    places: listPlacesNamed(env.DB, country, values.town ?? ''),
  })
  if (visitor.isBusy || !room) return respond(context, { typed, faults: ['busy'], status: 429 })
  const { isProven, proof, counts } = visitor
  const language = visitorLanguage(context)
  await registerGroup(
    {
      db: env.DB,
      movement: variables.movement,
      actor: { kind: 'system' },
      now: variables.now,
      alongside: { statements: counts },
    },
    {
      ...said(values),
      uid: crypto.randomUUID().replaceAll('-', ''),
      country: movement.countries.length > 1 ? country : null,
      region: whereabouts(gazetteerOf(places, country), values, nowhere).region,
      language,
      consent: textIn(language, context.var.movement).join.form.consent(variables.movement.name),
      isProven,
      proof,
    },
  )
  return respondSent(context)
}

const nowhere = { town: null, postcode: null, department: null, region: null, latitude: null, longitude: null }

/** What cannot be left out was asked for before. */
function said({ groupName, town, name, email, ...free }: JoinValues) {
  return { groupName: groupName ?? '', town: town ?? '', name: name ?? '', email: email ?? '', ...free }
}

type Shown = { typed: TypedJoin; problems?: JoinProblems; faults?: readonly JoinFault[]; status?: number }

async function respond(
  context: FeedsContext,
  { typed, problems = {}, faults = [], status = 200 }: Shown,
): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement)
  const title = text.join.form.title(context.var.movement.name)
  const page = await makeFormToken(context, purpose)
  return respondVisitor(context, {
    title: status === 200 ? title : text.find.form.faultTitle(title),
    status,
    script: proofPath,
    isTyped: true,
    children: <JoinForm context={context} typed={typed} problems={problems} faults={faults} page={page} />,
  })
}

/** The same whatever became of it: nobody learns whose address we know. */
function respondSent(context: FeedsContext): Promise<Response> {
  const { sent } = textIn(visitorLanguage(context), context.var.movement).join.form
  return respondVisitor(context, {
    title: sent.title,
    children: (
      <>
        <h1>{sent.title}</h1>
        <p>{sent.body}</p>
      </>
    ),
  })
}
