import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { Session } from './session.ts'

/** What a worker that coordinators sign in to is given. */
export type TeamEnv = {
  /** Where people reach Relance, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  /** Where Cloudflare Access stands before it: `https://<team>.cloudflareaccess.com`, and the application's audience tag. */
  ACCESS_TEAM?: string
  ACCESS_AUDIENCE?: string
  CLOCK?: string
}

export type TeamApp = {
  Bindings: TeamEnv
  Variables: {
    movement: Movement
    now: Date
    /** What the reader chose with the language switch. */
    chosen: Language | null
    language: Language
    session: Session
  }
}
