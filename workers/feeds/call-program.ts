import type { ProgramTrouble } from '#shared/domain/list-program.ts'
import { readStart } from '#shared/text/read-start.ts'
import { urlPart } from '#shared/text/url-part.ts'
import { secondsIn } from './retry-after.ts'

/** Milliseconds that a list program has to answer, and bytes that it may answer: a thousand members are some 600 kB. */
const patience = 30_000
const longestAnswer = 4_000_000

/** What a list program answered: a status, and JSON where there is some. */
export type ProgramAnswer = { status: number; json: unknown }

/** A program that is called: its address, and what shows who calls. */
export type ProgramAddress = { base: string; headers: Readonly<Record<string, string>> }

/** Calls a list program. Whatever is no answer of the list's is a trouble: a wrong key, a rest that it asks for, a fault of its own. */
export async function callProgram(
  { base, headers }: ProgramAddress,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: { form?: Readonly<Record<string, string>>; json?: object },
): Promise<ProgramAnswer | ProgramTrouble> {
  try {
    const response = await fetch(base + path, {
      method,
      headers: {
        ...headers,
        accept: 'application/json',
        ...(body?.json ? { 'content-type': 'application/json' } : {}),
      },
      ...(body?.form
        ? { body: new URLSearchParams(body.form) }
        : body?.json
          ? { body: JSON.stringify(body.json) }
          : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const { status } = response
    const text = await readStart(response, longestAnswer)
    if (status === 401 || status === 403) return { trouble: 'key_refused' }
    if (status === 429) {
      const asked = response.headers.get('x-sib-ratelimit-reset') ?? response.headers.get('retry-after')
      return { trouble: 'busy', retryAfter: secondsIn(asked) ?? 60 }
    }
    if (status >= 500) return { trouble: 'unreachable' }
    return { status, json: jsonIn(text) }
  } catch (error) {
    // No answer, whatever a platform calls it; an address that is none is a setting to be mended, and no answer either
    if (error instanceof Error) return { trouble: 'unreachable' }
    throw error
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** An address that holds a name and a password, apart from them. Null when it is none. */
export function programAddress(url: string): { base: string; name: string; password: string } | null {
  if (!URL.canParse(url)) return null
  const { origin, pathname, username, password: written } = new URL(url)
  const [name, password] = [urlPart(username), urlPart(written)]
  if (name === null || password === null) return null
  return { base: origin + (pathname === '/' ? '' : pathname.replace(/\/$/, '')), name, password }
}
