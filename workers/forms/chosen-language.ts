import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { chooseLanguage } from '#shared/actions/choose-language.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { isSecure } from '#workers/own-cookie.ts'
import type { FormsContext } from './env.ts'
import type { Submission } from './form-token.ts'
import type { OpenLinkSession } from './link-session.ts'
import { actingFor } from './submission.ts'

/**
 * A language that was chosen where nothing showed that it was somebody: this browser keeps it for this link, and it is the
 * person's from their first press that shows it (`actingFor`). A robot's choice stays in the robot's browser.
 */
const cookie = 'chosen'
/** Seconds: as long as a link works, about. */
const lifetime = 60 * 86_400

export function readChosen(context: FormsContext): Language | null {
  const chosen = getCookie(context, cookie)
  return isLanguage(chosen) ? chosen : null
}

/** Gives this browser the choice, or takes it back where the person has it. */
export function keepChosen(context: FormsContext): void {
  const { choice } = context.var
  const [, , token] = context.req.path.split('/')
  if (choice === undefined || !token) return
  const path = `/u/${token}`
  if (choice === null) deleteCookie(context, cookie, { path })
  else
    setCookie(context, cookie, choice, {
      path,
      maxAge: lifetime,
      sameSite: 'Lax',
      httpOnly: true,
      secure: isSecure(context.env),
    })
}

/** Takes a press on another language. */
export async function choose(
  context: FormsContext,
  session: OpenLinkSession,
  to: Language,
  submission: Submission,
): Promise<void> {
  if (submission === 'deliberate') await chooseLanguage(actingFor(context, session), session.person.uid, to)
  else context.set('choice', to)
}
