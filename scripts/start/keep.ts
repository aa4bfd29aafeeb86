import { startRelance } from '#hosts/node/relance.ts'
import { createWorkers } from '#hosts/node/workers.ts'
import type { Options } from '#hosts/relance.ts'
import { serveUntilSignal } from '#scripts/local/keep-serving.ts'
import { inWords } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'

/** What was found out before: this program has no part of the movement's. It is in the environment, as the secrets in it were. */
export type Plan = { options: Options; name: string; next: string | null }

await inWords(async () => {
  const { options, name, next } = JSON.parse(process.env.RELANCE_PLAN ?? '') as Plan
  const relance = await startRelance(options, createWorkers)
  const { folder, mailUrl, publicUrl } = options
  const mail = mailUrl ? mailServer(mailUrl) : null
  console.log(words.started({ movement: name, url: relance.url, folder, mail, next }))
  if (mailUrl && !publicUrl) console.error(words.publicUrlMissing(relance.url))
  await serveUntilSignal(relance)
})

/** Where mails go, without who we are there. */
function mailServer(mailUrl: string): string {
  const { protocol, host } = new URL(mailUrl)
  return `${protocol}//${host}`
}
