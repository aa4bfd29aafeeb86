import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listAuthorities } from '#hosts/authorities.ts'
import { type Options, type Relance, TickError, type Trips } from '#hosts/relance.ts'
import { migrate } from '#scripts/local/migrate.ts'
import { openSocket, type Socket } from '#scripts/local/socket.ts'
import { keepSections } from '#shared/actions/keep-sections.ts'
import { currentTime } from '#workers/clock.ts'
import { bundleForWorkerd } from './bundle.ts'
import { relanceConfig } from './config.ts'
import { askControlSocket, type ControlPath, type ControlSocket, databaseBehind } from './control-socket.ts'
import { type Runtime, startRuntime } from './runtime.ts'

/** The same with the rows that statements read and wrote, as D1 counts and bills them. */
export type Work = Trips & { rowsRead: number; rowsWritten: number }

/** Relance in Cloudflare's runtime, for development and tests: what is asked of D1 is counted. */
export type RelanceInWorkerd = Omit<Relance, 'trips'> & {
  trips: () => Promise<Work>
  /** Where a sender of another process comes to the database. */
  controlSocket: () => ControlSocket
}

type InWorkerd = Options & {
  linkSecret: string
  /** The folder's `run` holds the workers already. */
  isBundled?: boolean
}

/** Starts everything over an empty folder, the database migrated. @throws Stop when the address cannot be had. */
export async function startInWorkerd(options: InWorkerd): Promise<RelanceInWorkerd> {
  const socket = await openSocket(options.host ?? '127.0.0.1', options.port)
  try {
    return await serve(options, socket)
  } finally {
    socket.close()
  }
}

async function serve(options: InWorkerd, socket: Socket): Promise<RelanceInWorkerd> {
  const url = options.publicUrl ?? `http://localhost:${socket.port}`
  const folder = { path: options.folder, run: join(options.folder, 'run') }
  await mkdir(join(folder.path, 'd1'), { recursive: true })
  const [authorities] = await Promise.all([listAuthorities(), options.isBundled || bundleForWorkerd(folder.run)])
  let env = variables({ ...options, publicUrl: url })
  const launch = async (pages: Socket) => {
    const config = relanceConfig({ authorities, variables: Object.keys(env) })
    return startRuntime({ folder, config, sockets: { pages }, env, isQuiet: options.isQuiet ?? false })
  }
  let runtime = await launch(socket)
  const db = databaseBehind(() => runtime.controlSocket)
  try {
    await migrate(db)
    await keepSections(db, options.fixed)
  } catch (error) {
    await runtime.stop()
    throw error
  }
  const ask = (path: ControlPath) => askRuntime(runtime, path)
  return {
    url,
    port: socket.port,
    db,
    controlSocket: () => runtime.controlSocket,
    tick: async (at = currentTime(env)) => {
      const { outcome } = await ask(`/tick?at=${at.toISOString()}`)
      if (outcome !== 'ok') throw new TickError(String(outcome))
    },
    finishSending: () => ask('/finish'),
    trips: () => ask('/trips'),
    setClock: async (clock) => {
      env = { ...env, CLOCK: clock }
      await runtime.stop()
      runtime = await launch(await openSocket(socket.host, socket.port))
    },
    // Coordinators are told by whoever runs Cloudflare's network
    suffer: () => undefined,
    stop: (grace) => runtime.stop(grace),
  }
}

async function askRuntime({ controlSocket }: Runtime, path: ControlPath) {
  const { status, text } = await askControlSocket(controlSocket, path)
  if (status !== 200) throw new TickError(String(status))
  return JSON.parse(text)
}

function variables(options: InWorkerd): Record<string, string> {
  const { fixed, publicUrl, linkSecret, mailUrl, clock, vars } = options
  return {
    FIXED_SETTINGS: JSON.stringify(fixed),
    PUBLIC_URL: publicUrl ?? '',
    LINK_SECRET: linkSecret,
    ...(mailUrl ? { MAIL_URL: mailUrl } : {}),
    ...(clock ? { CLOCK: clock } : {}),
    ...vars,
  }
}
