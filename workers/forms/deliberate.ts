import type { FormsContext } from './env.ts'

/** Nobody gets a page, reads it and presses its button sooner than this, in milliseconds. */
const readingTime = 1000

/** Who seems to have pressed. Whoever is in doubt is asked to press once more, so a wrong guess costs a person one press. */
export type Presser = 'scripted' | 'hasty' | 'deliberate'

/**
 * Mail scanners open links in real browsers, run scripts and press buttons: through a script, and browsers then leave out
 * `Sec-Fetch-User` (W3C Fetch Metadata), which they send with what somebody pressed; or as soon as the page is there.
 */
export function presserOf(context: FormsContext, renderedAt: Date): Presser {
  const isBrowser = context.req.header('sec-fetch-site') !== undefined
  if (isBrowser && context.req.header('sec-fetch-user') !== '?1') return 'scripted'
  const shortest = Number(context.env.READING_MS ?? readingTime)
  return context.var.now.getTime() - renderedAt.getTime() < shortest ? 'hasty' : 'deliberate'
}
