import { Problem } from '#shared/domain/problem.ts'
import { readBody } from './read-body.ts'

/** A tenth of it would be a long evening's typing. */
const bodyLimit = 512 * 1024

/** What was posted, of at most `limit` bytes. @throws Problem when it is no form, or too long for one. */
export async function readPostedForm(request: Request, limit = bodyLimit): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Problem('page_stale')
  const body = await readBody(request, limit)
  if (body === null) throw new Problem('too_large')
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('page_stale')
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
