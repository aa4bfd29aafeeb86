import { linkKey, readStamp, stamp } from '#shared/domain/link.ts'
import { type Presser, presserOf } from './deliberate.ts'
import type { FormsContext } from './env.ts'

/** How long a page stays good: what is typed in it is taken, even when its link expires meanwhile. */
export const pageLifetime = 24 * 3_600_000

/** Where a posted form comes from: no page of ours, or one that is too old; or a page, and whoever pressed there. */
export type Press = 'stale' | Presser

/** The value that a page carries, without which nothing is written. `purpose` says what it may be sent for. */
export async function stampPage(context: FormsContext, purpose: string): Promise<string> {
  return stampOf(context, `page:${purpose}`)
}

export async function stampOf({ env, var: { now } }: FormsContext, what: string): Promise<string> {
  return stamp(await linkKey(env.LINK_SECRET), what, now)
}

/** `name` is of the control that holds the page's value. */
export async function readPress(context: FormsContext, purpose: string, form: FormData, name = 'page'): Promise<Press> {
  const value = form.get(name)
  if (typeof value !== 'string') return 'stale'
  const made = await readStamp(await linkKey(context.env.LINK_SECRET), `page:${purpose}`, value)
  if (made === null || context.var.now.getTime() - made.getTime() >= pageLifetime) return 'stale'
  return presserOf(context, made, form)
}
