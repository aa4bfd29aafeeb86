import { WorkerEntrypoint } from 'cloudflare:workers'
import type { RemindersEnv } from './env.ts'

/** What other workers may ask of the sender: only to look again. What is due is in the database. */
export class Reminders extends WorkerEntrypoint<RemindersEnv> {
  async lookAgain(): Promise<void> {
    // Nothing is sent yet
  }
}

export default {
  async scheduled(): Promise<void> {
    // Nothing is sent yet
  },
  async fetch(): Promise<Response> {
    return new Response(null, { status: 404 })
  },
}
