import * as z from 'zod'
import { enquire } from '#shared/actions/enquire.ts'
import { ask } from '#shared/db/ask.ts'
import { roomForEnquiry, takesEnquiries } from '#shared/db/enquiries.ts'
import { findPublished, type PublishedGroup } from '#shared/db/published-groups.ts'
import { fieldProblem, paragraphs, properName } from '#shared/record/codecs.ts'
import { email } from '#shared/record/contact-codecs.ts'
import { textIn } from '#shared/text/text.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FeedsContext } from '../env.ts'
import { proofPath } from '../visitor/proof.ts'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'
import { isInAnotherLanguage } from '../visitor/visitor-languages.tsx'
import { isTooSoon, weighVisitor } from '../visitor/weigh-visitor.ts'
import {
  type ContactFault,
  ContactForm,
  type ContactProblems,
  emptyContact,
  type TypedContact,
} from './contact-form.tsx'
import { respondUnknown } from './show-card.tsx'

const contactSchema = z.object({
  name: properName(100),
  email,
  body: paragraphs(4000),
})

export async function showContact(context: FeedsContext): Promise<Response> {
  const group = await findTaking(context)
  return group ? respondContact(context, group, { typed: emptyContact }) : respondUnknown(context)
}

/**
 * Takes a visitor's words. Robots are kept out by a field that nobody sees, by the time that reading takes, by how often a place writes and by how
 * many may wait for their confirmation at once; nobody is asked to look at pictures.
 */
export async function sendContact(context: FeedsContext): Promise<Response> {
  const { env, var: variables } = context
  const group = await findTaking(context)
  if (!group) return respondUnknown(context)
  const form = await readPostedForm(context.req.raw)
  const told = (name: string) => String(form.get(name) ?? '').slice(0, 20_000)
  const typed: TypedContact = {
    name: told('name'),
    email: told('email').trim(),
    body: told('body'),
    consent: told('consent'),
  }
  if (isInAnotherLanguage(form)) return respondContact(context, group, { typed })
  const madeAt = await readFormToken(context, purposeOf(group), form.get('page'))
  if (!madeAt || isTooSoon(context, madeAt))
    return respondContact(context, group, { typed, faults: ['again'], status: 400 })
  const read = contactSchema.safeParse(typed)
  const isAgreed = typed.consent === 'yes'
  if (!read.success || !isAgreed) {
    const problems = read.success ? {} : problemsOf(read.error)
    return respondContact(context, group, { typed, problems, faults: isAgreed ? [] : ['consent'], status: 422 })
  }
  // Nobody sees this field: a robot is told that all is well
  if (told('website') !== '') return respondSent(context, group)
  const visitor = await weighVisitor(context, { madeAt, page: told('page'), proof: told('proof') })
  const { isProven, proof } = visitor
  const { room } = await ask(env.DB, { room: roomForEnquiry(env.DB, isProven, variables.now) })
  if (visitor.isBusy || !room) return respondContact(context, group, { typed, faults: ['busy'], status: 429 })
  const consent = textIn(visitorLanguage(context), context.var.movement).find.form.consent(variables.movement.name)
  const uid = crypto.randomUUID().replaceAll('-', '')
  await enquire(
    {
      db: env.DB,
      movement: variables.movement,
      actor: { kind: 'system' },
      now: variables.now,
      alongside: { statements: visitor.counts },
    },
    {
      uid,
      group: group.uid,
      name: read.data.name,
      email: read.data.email,
      body: read.data.body,
      consent,
      language: visitorLanguage(context),
      isProven,
      proof,
    },
  )
  return respondSent(context, group)
}

/** The group of the address, where it is shown and somebody there reads mails. */
async function findTaking({ env: { DB }, req }: FeedsContext): Promise<PublishedGroup | null> {
  const uid = req.param('group') ?? ''
  const { group, takes } = await ask(DB, { group: findPublished(DB, uid), takes: takesEnquiries(DB, uid) })
  return takes ? group : null
}

const purposeOf = ({ uid }: PublishedGroup) => `contact:${uid}`

/** The first thing that is wrong with each field. */
function problemsOf({ issues }: z.ZodError): ContactProblems {
  return Object.fromEntries(
    issues.toReversed().map((issue) => [String(issue.path[0]), fieldProblem(new z.ZodError([issue]))]),
  )
}

type Shown = {
  typed: TypedContact
  problems?: ContactProblems
  faults?: readonly ContactFault[]
  status?: number
}

async function respondContact(
  context: FeedsContext,
  group: PublishedGroup,
  { typed, problems = {}, faults = [], status = 200 }: Shown,
): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).find.form
  const page = await makeFormToken(context, purposeOf(group))
  const title = text.title(group.values.name ?? '')
  return respondVisitor(context, {
    title: status !== 200 ? text.faultTitle(title) : title,
    status,
    script: proofPath,
    isTyped: true,
    children: (
      <ContactForm context={context} group={group} typed={typed} problems={problems} faults={faults} page={page} />
    ),
  })
}

/** The same whatever became of it: nobody learns whose address we know. */
function respondSent(context: FeedsContext, group: PublishedGroup): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).find
  return respondVisitor(context, {
    title: text.form.sent.title,
    children: (
      <>
        <h1>{text.form.sent.title}</h1>
        <p>{text.form.sent.body}</p>
        <p>
          <a href={findPath(context, `/find/${group.uid}`)}>{group.values.name}</a>
        </p>
      </>
    ),
  })
}
