import { Problem } from '#shared/domain/problem.ts'
import { readBody } from '#workers/read-body.ts'
import type { FormsContext } from './env.ts'

/** A tenth of it would be a long evening's typing. */
const bodyLimit = 512 * 1024
/** A section of two hundred rows. */
const fieldLimit = 1500

/** What was posted. @throws Problem when it is no form, or too long for one. */
export async function readForm(context: FormsContext): Promise<FormData> {
  const type = context.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Problem('page_stale')
  const body = await readBody(context.req.raw, bodyLimit)
  if (body === null) throw new Problem('too_large')
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const posted = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    context.set('posted', posted.slice(0, fieldLimit))
    if (posted.length > fieldLimit) throw new Problem('too_large')
    return form
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('page_stale')
    throw error
  }
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

/** The texts of a posted form; a file where text was asked is nothing. Read once: a `FormData` looks at all of its entries for each name. */
export function texts(form: FormData): { get: (name: string) => string | null; getAll: (name: string) => string[] } {
  const held = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const values = held.get(name)
    if (values) values.push(value)
    else held.set(name, [value])
  }
  return { get: (name) => held.get(name)?.[0] ?? null, getAll: (name) => held.get(name) ?? [] }
}
