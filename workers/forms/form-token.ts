import { datedToken, linkKey } from '#shared/domain/link.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { checkHuman, type HumanCheck } from './deliberate.ts'
import type { FormsContext } from './env.ts'

/** Where a posted form comes from: no page of ours, or one that is too old; or a page, and whoever pressed there. */
export type Submission = 'stale' | HumanCheck

/** The value that a page carries, without which nothing is written. `purpose` says what it may be sent for. */
export function formTokenFor(context: FormsContext, purpose: string): Promise<string> {
  return makeFormToken(context, purpose)
}

export async function datedTokenFor({ env, var: { now } }: FormsContext, what: string): Promise<string> {
  return datedToken(await linkKey(env.LINK_SECRET), what, now)
}

/** `name` is of the control that holds the page's value. */
export async function readSubmission(
  context: FormsContext,
  purpose: string,
  form: FormData,
  name = 'page',
): Promise<Submission> {
  const made = await readFormToken(context, purpose, form.get(name))
  return made === null ? 'stale' : checkHuman(context, made, form)
}
