import { linkKey, stamp } from '#shared/domain/link.ts'
import { makePageToken, readPageToken } from '#workers/page-token.ts'
import { type Presser, presserOf } from './deliberate.ts'
import type { FormsContext } from './env.ts'

/** Where a posted form comes from: no page of ours, or one that is too old; or a page, and whoever pressed there. */
export type Press = 'stale' | Presser

/** The value that a page carries, without which nothing is written. `purpose` says what it may be sent for. */
export function stampPage(context: FormsContext, purpose: string): Promise<string> {
  return makePageToken(context, purpose)
}

export async function stampOf({ env, var: { now } }: FormsContext, what: string): Promise<string> {
  return stamp(await linkKey(env.LINK_SECRET), what, now)
}

/** `name` is of the control that holds the page's value. */
export async function readPress(context: FormsContext, purpose: string, form: FormData, name = 'page'): Promise<Press> {
  const made = await readPageToken(context, purpose, form.get(name))
  return made === null ? 'stale' : presserOf(context, made, form)
}
