import type { D1Database } from '@cloudflare/workers-types'
import config from '#sample/movement.config.ts'
import { databaseOver } from '#shared/db/database-over.ts'
import { isQuestion } from '#shared/db/read-only.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { createDesk } from '#workers/desk/index.tsx'
import { createForms } from '#workers/forms/index.tsx'
import { byHand, readSheet, type Sheet } from './browser.ts'
import { sessionCookie } from './dashboard.ts'
import { makeLink } from './links.ts'

export const secret = 'a secret of at least thirty-two characters'
export type Answer = { status: number; to: string | null; page: Sheet }

/** The desk and the form over a database, without any server: pages are looked at and sent as a browser without scripts would. */
export class DeskPages {
  readonly #db: D1Database
  readonly #desk: ReturnType<typeof createDesk>
  readonly #forms: ReturnType<typeof createForms>
  /** Trips to the database. */
  trips = 0
  now: Date
  /** What somebody else does once, just before the next page writes what it decided on. */
  meanwhile: (() => Promise<unknown>) | null = null
  constructor(db: D1Database, now: Date, fixed: SomeSettings = config) {
    this.#db = databaseOver(async (statements) => {
      this.trips++
      const other = this.meanwhile
      if (other && !statements.every(({ sql }) => isQuestion(sql))) {
        this.meanwhile = null
        await other()
      }
      return db.batch(statements.map(({ sql, params }) => db.prepare(sql).bind(...params)))
    })
    this.#desk = createDesk(fixed)
    this.#forms = createForms(fixed)
    this.now = now
  }

  signIn(email?: string): Promise<string> {
    return sessionCookie(this.#db, { secret, ...(email ? { email } : {}) }, this.now)
  }

  /** The path of somebody's link, as if a mail had brought it. */
  async linkOf(name: string): Promise<string> {
    const expiresAt = new Date(this.now.getTime() + 30 * 86_400_000)
    return `/u/${await makeLink(this.#db, name, { secret, expiresAt }, this.now)}`
  }

  async look(path: string, cookie = ''): Promise<Answer> {
    return this.#ask(path, { headers: { cookie } })
  }

  /** Sends what a page's forms hold, with other values; null leaves a control out. */
  async act(path: string, changes: Record<string, string | null>, cookie = ''): Promise<Answer> {
    const { page } = await this.look(path, cookie)
    return this.send(page, path, changes, cookie)
  }

  /** Sends a page that was looked at before. */
  send(page: Sheet, path: string, changes: Record<string, string | null>, cookie = ''): Promise<Answer> {
    const body = new URLSearchParams()
    const sent = new Set<string>()
    for (const [name, value] of page.fields) {
      if (name in changes || (name === 'page' && sent.has(name))) continue
      sent.add(name)
      body.append(name, value)
    }
    for (const [name, value] of Object.entries(changes)) if (value !== null) body.append(name, value)
    return this.post(path, body, cookie)
  }

  post(path: string, body: URLSearchParams, cookie = '', headers: Record<string, string> = byHand): Promise<Answer> {
    return this.#ask(path, { method: 'POST', body, headers: { cookie, ...headers } })
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const env = { DB: this.#db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: this.now.toISOString() }
    const request = new Request(`http://localhost${path}`, { redirect: 'manual', ...init })
    const worker = path.startsWith('/desk') ? this.#desk : this.#forms
    const response = await worker.fetch(request, env as never)
    return { status: response.status, to: response.headers.get('location'), page: await readSheet(response) }
  }
}
