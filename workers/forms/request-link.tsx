import { insertLinkRequest } from '#shared/db/link-requests.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import { readField } from '#shared/record/field.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import { isLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { AddressForm, type AddressState } from './address-form.tsx'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { lookLater } from './look-again.ts'
import { readerLanguage } from './reader.ts'
import { countAsk } from './request-guards.ts'
import { respondForm } from './respond-form.ts'
import { Sent } from './sent.tsx'

const purpose = 'new-link'

export function showLinkRequest(context: FormsContext): Promise<Response> {
  return showForm(context, {})
}

async function showForm(context: FormsContext, state: AddressState, status = 200): Promise<Response> {
  const { movement } = context.var
  const language = readerLanguage(context)
  const page = await formTokenFor(context, purpose)
  const words = textIn(language, movement).newLink
  return respondForm(
    <AddressForm movement={movement} language={language} path="/new-link" page={page} words={words} state={state} />,
    {
      status,
    },
  )
}

/** Puts down that somebody wants a new link, and says the same, with the same work, whether or not we know them. */
export async function requestLink(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const typed = form.get('email') ?? ''
  if (isLanguage(form.get('to'))) return showForm(context, { typed })
  if ((await readSubmission(context, purpose, data)) === 'stale')
    return showForm(context, { typed, isStale: true }, 400)
  const counted = await countAsk(context)
  const token = form.get('link') ?? ''
  const read = readField(emailField, typed)
  const { DB } = context.env
  if (!isTokenShaped(token) && read.problem) {
    await DB.batch(counted)
    return showForm(context, { typed, problem: read.problem }, 422)
  }
  const asker = isTokenShaped(token) ? { linkHash: await hashToken(token) } : { address: read.value ?? '' }
  await DB.batch([...counted, insertLinkRequest(DB, { kind: 'new_link', ...asker }, context.var.now)])
  lookLater(context)
  const language = readerLanguage(context)
  const { movement } = context.var
  return respondForm(
    <Sent movement={movement} language={language} path="/new-link" words={textIn(language, movement).newLink} />,
  )
}
