import { compileServer } from '#hosts/node/bundle.ts'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { countRoundMails, readSenderState } from '#shared/db/rounds.ts'
import { nextRound, opening } from '#shared/domain/round.ts'

// Relance over the folder that is named, for bench/busy.ts, in a process of its own: whoever measures must not be held up with it. ONE_THREAD=1 is without the second.

const [folder = '', clock = ''] = process.argv.slice(2)
const relance = await startRelance({
  folder,
  port: 0,
  fixed: { ...fixed, feeds: { map: 'public' } },
  isQuiet: true,
  clock,
  ...(process.env.ONE_THREAD ? {} : { secondThread: (await compileServer()).secondThread }),
  vars: { READING_MS: '0', SUBMISSIONS_PER_HOUR: '1000000000' },
})
process.on('message', async (asked) => {
  if (asked === 'open') process.send?.(`${await openRound()} mails`)
  else if (asked === 'publish') process.send?.(await publish())
  else {
    await relance.stop()
    process.disconnect?.()
  }
})
process.send?.(relance.url)

/** Ticks until the map of all is there, part by part. */
async function publish(): Promise<string> {
  for (let minutes = 0; ; minutes += 5) {
    await relance.tick(new Date(new Date(clock).getTime() + minutes * 60_000))
    const { status } = await fetch(`${relance.url}/feeds/groups.geojson`, { method: 'HEAD' })
    if (status === 200 || minutes > 24 * 60) return `${status} after ${minutes} minutes of its clock`
  }
}

/** Ticks on the day of the next round until all of it is written; gives how many mails. Nobody sends them here. */
async function openRound(): Promise<number> {
  const next = nextRound(new Date(clock), movement)
  if (!next) return 0
  const from = opening(next).dueAt.getTime()
  for (let minutes = 0; ; minutes++) {
    const at = new Date(from + minutes * 60_000)
    await relance.tick(at)
    const { last, unfinished } = await readSenderState(relance.db, at)
    if (last?.key === next.key && !unfinished) break
  }
  return (await countRoundMails(relance.db, next.key)).pending ?? 0
}
