import { readdirSync, readFileSync } from 'node:fs'
import { startRelance } from '#hosts/node/relance.ts'
import { startInWorkerd } from '#hosts/workerd/relance.ts'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { openRoundNow } from '#shared/actions/open-round.ts'
import { countRoundMails } from '#shared/db/rounds.ts'
import { linkPath } from '#shared/domain/link.ts'
import { makeLink } from '#tests/support/links.ts'
import { makeGroups } from '#tests/support/movement.ts'

// A host in a process of its own, for bench/hosts.ts: over a small movement, with a link of one person of each group.

const [host = '', folder = '', mailUrl = '', groups = ''] = process.argv.slice(2)
const now = new Date('2026-12-01T10:00:00+01:00')
const secret = 'a secret of at least thirty-two characters'
const options = {
  folder,
  port: 0,
  fixed,
  isQuiet: true,
  clock: now.toISOString(),
  linkSecret: secret,
  mailUrl,
  vars: { READING_MS: '0', SUBMISSIONS_PER_HOUR: '1000000000', MAILS_PER_RUN: '100000', RUN_MS: '60000' },
}
const begin = performance.now()
const relance = await (host === 'node' ? startRelance(options) : startInWorkerd(options))
const started = performance.now() - begin
const names = Array.from({ length: Number(groups) }, (_, index) => String(index).padStart(4, '0'))
await makeGroups(relance.db, Object.fromEntries(names.map((name) => [`Ville ${name}`, [`Lou ${name}`]])), now)
const links: string[] = []
for (const name of names)
  links.push(
    linkPath.update(await makeLink(relance.db, `Lou ${name}`, { secret, expiresAt: new Date('2027-01-09') }, now)),
  )
process.on('message', async (asked) => {
  if (asked === 'send') process.send?.(await send())
  else {
    await relance.stop()
    process.disconnect?.()
  }
})
process.send?.({ url: relance.url, pid: host === 'node' ? process.pid : runtimeOf(process.pid), links, started })

/** Opens a round and sends its mails; gives how many a second. */
async function send(): Promise<number> {
  await openRoundNow({ db: relance.db, movement, actor: { kind: 'system' }, now })
  const { pending: all = 0 } = await countRoundMails(relance.db, '2026-12')
  const from = performance.now()
  for (let left = all, ticks = 0; left > 0 && ticks < 1000; ticks++) {
    await relance.tick(now)
    left = (await countRoundMails(relance.db, '2026-12')).pending ?? 0
  }
  return all / ((performance.now() - from) / 1000)
}

/** The process of Cloudflare's runtime that this one has started. */
function runtimeOf(parent: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
  return Number(children[0])
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    // It has just ended
    return 0
  }
}
