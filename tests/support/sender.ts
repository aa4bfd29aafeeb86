import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { senderConfig } from '#hosts/workerd/config.ts'
import { askControlSocket, type ControlSocket } from '#hosts/workerd/control-socket.ts'
import { startRuntime } from '#hosts/workerd/runtime.ts'
import fixed from '#sample/movement.config.ts'
import { keptSecret } from '#scripts/local/folder.ts'

/** A sender that is a process of its own, over a database that another has open: as on Cloudflare. */
export type Sender = {
  pid: number
  /** Fires the cron; says whether it ended well. */
  tick: (at: Date) => Promise<boolean>
  /** SIGKILL: nothing of it gets to say goodbye. */
  kill: () => Promise<void>
}

type SenderOptions = {
  /** The folder of a world in workerd, and where the way to its database is. */
  folder: string
  controlSocket: ControlSocket
  mailUrl: string
  vars?: Readonly<Record<string, string>>
}

export async function startSender({ folder, controlSocket, mailUrl, vars = {} }: SenderOptions): Promise<Sender> {
  const path = await mkdtemp(join(tmpdir(), 'relance-sender-'))
  const run = join(path, 'run')
  await Promise.all([cp(join(folder, 'run'), run, { recursive: true }), mkdir(join(path, 'd1'))])
  const env = {
    FIXED_SETTINGS: JSON.stringify(fixed),
    PUBLIC_URL: 'https://maj.example.org',
    LINK_SECRET: await keptSecret(folder),
    MAIL_URL: mailUrl,
    // Each tick brings its own time along
    CLOCK: '2026-12-01T00:00:00Z',
    ...vars,
  }
  const config = senderConfig({ authorities: [], variables: Object.keys(env) }, controlSocket)
  const runtime = await startRuntime({ folder: { path, run }, config, env, isQuiet: true })
  return {
    pid: runtime.pid,
    tick: async (at) => {
      const answer = await askControlSocket(runtime.controlSocket, `/tick?at=${at.toISOString()}`).catch(() => null)
      return answer?.status === 200 && JSON.parse(answer.text).outcome === 'ok'
    },
    kill: async () => {
      await runtime.stop()
      await rm(path, { recursive: true, force: true })
    },
  }
}
