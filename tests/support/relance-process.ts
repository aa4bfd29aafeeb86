import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { startRelance } from '#scripts/local/relance.ts'

/** The three workers in a process of their own, which a test can kill. */
export type RelanceProcess = {
  /** Fires the cron at an instant; settles when its work is done, or the process is gone. */
  tick: (at: Date) => Promise<void>
  /** SIGKILL: nothing of it gets to say goodbye. */
  kill: () => Promise<void>
}

export async function startRelanceProcess(options: {
  folder: string
  mailUrl: string
  clock: Date
}): Promise<RelanceProcess> {
  const args = [options.folder, options.mailUrl, options.clock.toISOString()]
  const child = spawn(process.execPath, ['--conditions=sample', import.meta.filename, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A group of its own, so that what it started dies with it
    detached: true,
  })
  const ended = once(child, 'exit')
  await answer(child, ended)
  return {
    tick: async (at) => {
      child.send(at.toISOString())
      await answer(child, ended)
    },
    kill: async () => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

async function answer(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  await Promise.race([once(child, 'message'), ended])
}

// The process itself: each message is an instant to tick at
if (import.meta.main) {
  const [folder = '', mailUrl = '', clock = ''] = process.argv.slice(2)
  const relance = await startRelance({ folder, port: 0, sample: true, mailUrl, clock })
  process.on('message', async (instant: string) => {
    await relance.tick(new Date(instant))
    process.send?.('done')
  })
  process.send?.('ready')
}
