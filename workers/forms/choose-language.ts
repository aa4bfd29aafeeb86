import { returnPath } from '#shared/domain/return-path.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { isLanguage } from '#shared/text/language.ts'
import { texts } from '#workers/posted-form.ts'
import { choose } from './chosen-language.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { readSubmission } from './form-token.ts'
import { languagePurpose, openLinkSession } from './link-session.ts'

/** Keeps the language with the person: pages and mails follow. A press that may be a robot's changes what this browser shows and nothing else. */
export async function pickLanguage(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const session = await openLinkSession(context, { isReturning: true })
  const to = form.get('to')
  const path = returnPath(form.get('back') ?? '', session.path)
  if (!isLanguage(to)) return redirectTo(path)
  const submission = await readSubmission(context, languagePurpose(session.hash), data, 'switch')
  await choose(context, session, to, submission)
  // A browser that keeps nothing has this one page in the language
  const said = submission === 'deliberate' ? 'done=language' : `lang=${to}`
  return redirectTo(`${path}${path.includes('?') ? '&' : '?'}${said}`)
}
