import { insertLinkRequest } from '#shared/db/link-requests.ts'
import { findSignIn } from '#shared/db/sign-ins.ts'
import {
  hashToken,
  isTokenShaped,
  knownCookie,
  linkKey,
  readDatedToken,
  signInCookie,
  signInMinutes,
} from '#shared/domain/link.ts'
import { readField } from '#shared/record/field.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import { isLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { ownCookieHeader, readOwnCookie } from '#workers/own-cookie.ts'
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

const purpose = 'sign-in'

export function showSignIn(context: FormsContext): Promise<Response> {
  return showForm(context, {})
}

async function showForm(context: FormsContext, state: AddressState, status = 200): Promise<Response> {
  const { movement } = context.var
  const language = readerLanguage(context)
  const page = await formTokenFor(context, purpose)
  const words = textIn(language, movement).signIn
  return respondForm(
    <AddressForm movement={movement} language={language} path="/sign-in" page={page} words={words} state={state} />,
    {
      status,
    },
  )
}

/** Puts down that a coordinator wants a link to the dashboard, for this browser alone; says the same, with the same work, to anybody. */
export async function requestSignIn(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const typed = form.get('email') ?? ''
  if (isLanguage(form.get('to'))) return showForm(context, { typed })
  if ((await readSubmission(context, purpose, data)) === 'stale')
    return showForm(context, { typed, isStale: true }, 400)
  const { value: address, problem } = readField(emailField, typed)
  if (problem) return showForm(context, { typed, problem }, 422)
  const counted = await countAsk(context)
  const browser = browserOf(context)
  const browserHash = await hashToken(browser)
  const isKnown = (await hasSignedInHere(context, address)) || (await readsMailsOf(context, address, form.get('link')))
  const { DB } = context.env
  const request = { kind: 'sign_in', address, isKnown, browserHash } as const
  await DB.batch([...counted, insertLinkRequest(DB, request, context.var.now)])
  lookLater(context)
  const language = readerLanguage(context)
  const { movement } = context.var
  return respondForm(
    <Sent movement={movement} language={language} path="/sign-in" words={textIn(language, movement).signIn} />,
    {
      headers: { 'set-cookie': browserCookie(context, browser) },
    },
  )
}

/** Somebody who asks and asks for a coordinator's link, to keep them out, does so from another browser. */
async function hasSignedInHere(context: FormsContext, address: string): Promise<boolean> {
  const value = readOwnCookie(context, knownCookie.name) ?? ''
  const at = await readDatedToken(await linkKey(context.env.LINK_SECRET), knownCookie.purpose(address), value)
  return at !== null && context.var.now.getTime() - at.getTime() < knownCookie.days * 86_400_000
}

/** Whoever holds a sign-in link that was sent to an address reads its mails, whichever browser it was for and however old it is. */
async function readsMailsOf(context: FormsContext, address: string, token: string | null): Promise<boolean> {
  if (token === null || !isTokenShaped(token)) return false
  const sent = await findSignIn(context.env.DB, await hashToken(token))
  return sent?.address === address
}

/** Whoever asks again, for the first mail was slow, may open either. */
function browserOf(context: FormsContext): string {
  const kept = readOwnCookie(context, signInCookie.name) ?? ''
  return /^[\w-]{36}$/.test(kept) ? kept : crypto.randomUUID()
}

/** Tells this browser apart for as long as the link works. */
function browserCookie({ env }: FormsContext, browser: string): string {
  return ownCookieHeader(env, signInCookie.name, browser, signInMinutes * 60)
}
