import { insertNewLink } from '#shared/db/outbox.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import { readField } from '#shared/record/field.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { AddressForm, type AddressState } from './address-form.tsx'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { refuseManyAsks } from './gate.ts'
import { lookAgain } from './look-again.ts'
import { readPress, stampPage } from './page-stamp.ts'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'
import { Sent } from './sent.tsx'

const purpose = 'new-link'

export function showLinkRequest(context: FormsContext): Promise<Response> {
  return showForm(context, {})
}

async function showForm(context: FormsContext, state: AddressState, status = 200): Promise<Response> {
  const { movement } = context.var
  const language = readerLanguage(context)
  const page = await stampPage(context, purpose)
  const words = textIn(language).newLink
  return respondForm(
    <AddressForm movement={movement} language={language} path="/new-link" page={page} words={words} state={state} />,
    {
      status,
    },
  )
}

/** Writes a new link to whoever asks, and says the same whether or not we know them. */
export async function requestLink(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const typed = form.get('email') ?? ''
  if ((await readPress(context, purpose, data)) === 'stale') return showForm(context, { typed, isStale: true }, 400)
  await refuseManyAsks(context)
  const token = form.get('link') ?? ''
  const read = readField(emailField, typed)
  if (isTokenShaped(token)) await send(context, { linkHash: await hashToken(token) })
  else if (read.problem) return showForm(context, { typed, problem: read.problem }, 422)
  else await send(context, { address: read.value })
  const language = readerLanguage(context)
  const { movement } = context.var
  return respondForm(<Sent movement={movement} language={language} path="/new-link" words={textIn(language).newLink} />)
}

async function send(context: FormsContext, asker: { address: string } | { linkHash: string }): Promise<void> {
  await insertNewLink(context.env.DB, asker, context.var.now).run()
  lookAgain(context)
}
