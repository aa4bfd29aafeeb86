import { compileSecondThread } from '#hosts/node/bundle.ts'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'

// Relance over the folder that is named, for bench/busy.ts, in a process of its own: whoever measures must not be held up with it. ONE_THREAD=1 is without the second.

const [folder = '', clock = ''] = process.argv.slice(2)
const relance = await startRelance({
  folder,
  port: 0,
  fixed: { ...fixed, feeds: { map: 'public' } },
  isQuiet: true,
  clock,
  ...(process.env.ONE_THREAD ? {} : { secondThread: await compileSecondThread() }),
  vars: { READING_MS: '0', PRESSES_PER_HOUR: '1000000000' },
})
process.once('message', async () => {
  await relance.stop()
  process.disconnect?.()
})
process.send?.(relance.url)
