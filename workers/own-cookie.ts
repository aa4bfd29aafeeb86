import type { Context } from 'hono'
import { deleteCookie, generateCookie, getCookie, setCookie } from 'hono/cookie'

/** A worker that knows by which address people reach it. */
type Reached = { Bindings: { PUBLIC_URL: string } }

/** Where people come by HTTPS, cookies travel no other way. */
export function isSecure({ PUBLIC_URL }: Reached['Bindings']): boolean {
  return PUBLIC_URL.startsWith('https:')
}

/** How our cookies are kept: out of reach of scripts and of what other sites send, and over HTTPS alone where there is one. */
function habits(env: Reached['Bindings']) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(env) } as const
}

/** Over HTTPS a cookie's name says that this very host made it (`__Host-`, RFC 6265bis §4.1.3). */
function nameOf(env: Reached['Bindings'], name: string): string {
  return isSecure(env) ? `__Host-${name}` : name
}

export function readOwnCookie<App extends Reached>(context: Context<App>, name: string): string | undefined {
  return getCookie(context, nameOf(context.env, name))
}

/** `maxAge` in seconds. */
export function setOwnCookie<App extends Reached>(
  context: Context<App>,
  name: string,
  value: string,
  maxAge: number,
): void {
  setCookie(context, nameOf(context.env, name), value, { ...habits(context.env), maxAge })
}

/** The same as a header, for an answer that is made apart. */
export function ownCookieHeader(env: Reached['Bindings'], name: string, value: string, maxAge: number): string {
  return generateCookie(nameOf(env, name), value, { ...habits(env), maxAge })
}

export function deleteOwnCookie<App extends Reached>(context: Context<App>, name: string): void {
  deleteCookie(context, nameOf(context.env, name), habits(context.env))
}

const languageCookie = 'lang'

/** The language that somebody chose in this browser, whom we may not know. */
export function readLanguageCookie<App extends Reached>(context: Context<App>): string | undefined {
  return getCookie(context, languageCookie)
}

/** Not bound to the host by its name: it holds nothing that another could use. */
export function keepLanguage<App extends Reached>(context: Context<App>, language: string): void {
  setCookie(context, languageCookie, language, { ...habits(context.env), maxAge: 31_536_000 })
}
