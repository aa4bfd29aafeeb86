import { linkKey, readStamp, stamp } from '#shared/domain/link.ts'
import type { FormsContext } from './env.ts'

/** How long a page stays good: what is typed in it is taken, even when its link expires meanwhile. */
export const pageLifetime = 24 * 3_600_000

/** The value that a page carries, without which nothing is written. `purpose` says what it may be sent for. */
export async function stampPage(context: FormsContext, purpose: string): Promise<string> {
  return stamp(await linkKey(context.env.LINK_SECRET), `page:${purpose}`, context.var.now)
}

/** Whether a posted form comes from a page that we rendered for this purpose, not long ago. */
export async function isFromPage(context: FormsContext, purpose: string, form: FormData): Promise<boolean> {
  const value = form.get('page')
  if (typeof value !== 'string') return false
  const made = await readStamp(await linkKey(context.env.LINK_SECRET), `page:${purpose}`, value)
  return made !== null && context.var.now.getTime() - made.getTime() < pageLifetime
}
