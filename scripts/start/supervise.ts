import { startRelance } from '#hosts/node/relance.ts'
import { createWorkers } from '#hosts/node/workers.ts'
import type { Options, Relance } from '#hosts/relance.ts'
import { soundly } from '#scripts/local/database.ts'
import { serveUntilSignal } from '#scripts/local/keep-serving.ts'
import { inWords } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { Heartbeat } from './heartbeat.ts'
import { type FactsPlan, NightlyFacts } from './nightly-facts.ts'

/** What was found out before: this program has no part of the movement's. It is in the environment, as the secrets in it were. */
export type Plan = {
  options: Options
  name: string
  next: string | null
  facts: FactsPlan | null
  pingUrl: string | null
}

/** Keeps the server, as the start planned it, until a signal asks to end. */
export const supervise = () => inWords(() => keep(JSON.parse(process.env.RELANCE_PLAN ?? '') as Plan))

async function keep({ options, name, next, facts: planned, pingUrl }: Plan): Promise<void> {
  const relance = await soundly(options.folder, () => startRelance(options, createWorkers))
  const { folder, mailUrl, publicUrl } = options
  const facts = planned && new NightlyFacts(planned, relance.db)
  // Not waited for: the next minute's mails leave meanwhile
  const look = () => facts?.look(new Date()).catch((error: unknown) => console.error(words.factsFailed, codeOf(error)))
  const heart = pingUrl ? new Heartbeat(pingUrl, `http://${hostOf(options)}:${relance.port}/health`) : null
  const beat = () => heart?.beat(new Date()).catch((error: unknown) => console.error(words.pingFailed(codeOf(error))))
  const tick: Relance['tick'] = async (at) => {
    await relance.tick(at)
    look()
    beat()
  }
  // Whoever reads that it runs may ask it to end at once
  const ended = serveUntilSignal({ ...relance, tick })
  const mail = mailUrl ? mailsGoTo(mailUrl) : null
  console.log(words.started({ movement: name, url: relance.url, folder, mail, next }))
  if (mailUrl && !publicUrl) console.error(words.publicUrlMissing(relance.url))
  try {
    await soundly(folder, () => ended)
  } finally {
    facts?.stop()
  }
}

/** Where this server is reached from its own machine. */
function hostOf({ host = '127.0.0.1' }: Options): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
}

/** The kind of a fault, without its words. */
function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** Where mails go, without who we are there: a server, or a folder. */
export function mailsGoTo(mailUrl: string): string {
  const { protocol, host, pathname } = new URL(mailUrl)
  return protocol === 'file:' ? `${protocol}//${pathname}` : `${protocol}//${host}`
}
