import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openSocket, type Socket } from '#scripts/local/socket.ts'
import type { ControlSocket } from './control-socket.ts'
import { startWorkerd, type Workerd } from './process.ts'

/** workerd over a folder's database, with a control socket for programs. */
export type Runtime = Workerd & { controlSocket: ControlSocket }

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
  const controlSocket = { port: socket.port, token: randomBytes(32).toString('base64url') }
  const workerd = await startWorkerd({
    run: folder.run,
    config,
    disk: join(folder.path, 'd1'),
    sockets: { ...sockets, controlSocket: socket },
    env: { ...env, CONTROL_TOKEN: controlSocket.token },
    isQuiet,
  })
  return { ...workerd, controlSocket }
}
