import { generateCookie, getCookie } from 'hono/cookie'
import { insertSignIn } from '#shared/db/outbox.ts'
import { hashToken, knownCookie, linkKey, readStamp, signInCookie, signInMinutes } from '#shared/domain/link.ts'
import { readField } from '#shared/record/field.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import { textIn } from '#shared/text/text.ts'
import { AddressForm, type AddressState } from './address-form.tsx'
import type { FormsContext } from './env.ts'
import { readForm, texts } from './form.ts'
import { refuseManyAsks } from './gate.ts'
import { lookAgain } from './look-again.ts'
import { readPress, stampPage } from './page-stamp.ts'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'
import { Sent } from './sent.tsx'

const purpose = 'sign-in'

export function showSignIn(context: FormsContext): Promise<Response> {
  return showForm(context, {})
}

async function showForm(context: FormsContext, state: AddressState, status = 200): Promise<Response> {
  const { movement } = context.var
  const language = readerLanguage(context)
  const page = await stampPage(context, purpose)
  const words = textIn(language).signIn
  return respondForm(
    <AddressForm movement={movement} language={language} path="/sign-in" page={page} words={words} state={state} />,
    {
      status,
    },
  )
}

/** Writes a link to the dashboard to a coordinator, for this browser alone; says the same to anybody. */
export async function requestSignIn(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const typed = texts(data).get('email') ?? ''
  if ((await readPress(context, purpose, data)) === 'stale') return showForm(context, { typed, isStale: true }, 400)
  const { value: address, problem } = readField(emailField, typed)
  if (problem) return showForm(context, { typed, problem }, 422)
  await refuseManyAsks(context)
  const browser = browserOf(context)
  const isCoordinator = context.var.movement.coordinators.some(({ email }) => email === address)
  const browserHash = await hashToken(browser)
  const isKnown = await hasSignedInHere(context, address)
  await insertSignIn(context.env.DB, { address, isCoordinator, isKnown, browserHash }, context.var.now).run()
  if (isCoordinator) lookAgain(context)
  const language = readerLanguage(context)
  const { movement } = context.var
  return respondForm(<Sent movement={movement} language={language} path="/sign-in" words={textIn(language).signIn} />, {
    headers: { 'set-cookie': browserCookie(context, browser) },
  })
}

/** Somebody who asks and asks for a coordinator's link, to keep them out, does so from another browser. */
async function hasSignedInHere(context: FormsContext, address: string): Promise<boolean> {
  const value = getCookie(context, knownCookie.name) ?? ''
  const at = await readStamp(await linkKey(context.env.LINK_SECRET), knownCookie.purpose(address), value)
  return at !== null && context.var.now.getTime() - at.getTime() < knownCookie.days * 86_400_000
}

/** Whoever asks again, for the first mail was slow, may open either. */
function browserOf(context: FormsContext): string {
  const kept = getCookie(context, signInCookie.name) ?? ''
  return /^[\w-]{36}$/.test(kept) ? kept : crypto.randomUUID()
}

/** Tells this browser apart for as long as the link works. */
function browserCookie(context: FormsContext, browser: string): string {
  const secure = context.env.PUBLIC_URL.startsWith('https:')
  return generateCookie(signInCookie.name, browser, {
    path: signInCookie.path,
    maxAge: signInMinutes * 60,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
  })
}
