import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMailUrl } from '#shared/mail/transports/mail-url.ts'
import type { RemindersEnv } from '#workers/reminders/env.ts'

/** The folder of `MAIL_URL=file:///…`, made if it is not there; null for every other way. */
export async function mailFolder(mailUrl: string | undefined): Promise<RemindersEnv['MAIL_FOLDER'] | null> {
  const route = mailUrl ? readMailUrl(mailUrl) : null
  if (route?.to !== 'folder') return null
  const { path } = route
  await mkdir(path, { recursive: true, mode: 0o700 })
  return {
    fetch: async (url, { body }) => {
      await writeFile(join(path, new URL(url).pathname), body, { mode: 0o600 })
      return { ok: true, status: 204 }
    },
  }
}
