import { Problem } from '#shared/domain/problem.ts'
import { readPostedForm } from '#workers/posted-form.ts'
import type { FormsContext } from './env.ts'

/** A section of two hundred rows. */
const fieldLimit = 1500

/** What was posted. @throws Problem when it is no form, or too long for one. */
export async function readForm(context: FormsContext): Promise<FormData> {
  const form = await readPostedForm(context.req.raw)
  const posted = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  context.set('posted', posted.slice(0, fieldLimit))
  if (posted.length > fieldLimit) throw new Problem('too_large')
  return form
}

/** What was posted, whatever it is: nothing, where it is no form. @throws Problem when it is too long for one. */
export async function readAny(context: FormsContext): Promise<FormData> {
  try {
    return await readForm(context)
  } catch (error) {
    if (error instanceof Problem && error.code === 'page_stale') return new FormData()
    throw error
  }
}
