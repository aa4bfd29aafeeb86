import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Door } from './door.ts'
import type { Folder } from './folder.ts'
import { openSocket, type Socket } from './socket.ts'
import { startWorkerd, type Workerd } from './workerd.ts'

/** workerd over a folder's database, with a door for programs. */
export type Runtime = Workerd & { door: Door }

type RuntimeOptions = {
  folder: Pick<Folder, 'path' | 'run'>
  config: string
  sockets?: Record<string, Socket>
  env?: Record<string, string>
  isQuiet?: boolean
  mailFolder?: string | undefined
}

export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { folder, config, sockets = {}, env = {}, isQuiet = false, mailFolder } = options
  const socket = await openSocket('127.0.0.1', 0)
  const door = { port: socket.port, token: randomBytes(32).toString('base64url') }
  const workerd = await startWorkerd({
    run: folder.run,
    config,
    disk: join(folder.path, 'd1'),
    mailFolder,
    sockets: { ...sockets, door: socket },
    env: { ...env, DOOR_TOKEN: door.token },
    isQuiet,
  })
  return { ...workerd, door }
}

/** Where other programs find a running database. */
export function whereabouts({ pid, door }: Runtime): Door & { workerd: number } {
  return { ...door, workerd: pid }
}
