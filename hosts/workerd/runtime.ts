import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openSocket, type Socket } from '#scripts/local/socket.ts'
import type { Door } from './door.ts'
import { startWorkerd, type Workerd } from './process.ts'

/** workerd over a folder's database, with a door for programs. */
export type Runtime = Workerd & { door: Door }

type RuntimeOptions = {
  folder: { path: string; run: string }
  config: string
  sockets?: Record<string, Socket>
  env?: Record<string, string>
  isQuiet?: boolean
}

export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { folder, config, sockets = {}, env = {}, isQuiet = false } = options
  const socket = await openSocket('127.0.0.1', 0)
  const door = { port: socket.port, token: randomBytes(32).toString('base64url') }
  const workerd = await startWorkerd({
    run: folder.run,
    config,
    disk: join(folder.path, 'd1'),
    sockets: { ...sockets, door: socket },
    env: { ...env, DOOR_TOKEN: door.token },
    isQuiet,
  })
  return { ...workerd, door }
}
