import { mkdir } from 'node:fs/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { keepSections } from '#shared/actions/keep-sections.ts'
import { updateAbandoned } from '#shared/db/sending.ts'
import { readMailUrl } from '#shared/mail/transports/mail-url.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { currentTime } from '#workers/clock.ts'
import { bundleWorkers } from './bundle.ts'
import { listAuthorities } from './certificates.ts'
import { askDoor, type DoorPath, databaseBehind } from './door.ts'
import { type Folder, findRunning, keptSecret, takeFolder } from './folder.ts'
import { forgetErased } from './forget.ts'
import { migrate } from './migrate.ts'
import { type Runtime, startRuntime, whereabouts } from './runtime.ts'
import { openSocket, type Socket } from './socket.ts'
import { relanceConfig } from './workerd/config.ts'

export type Options = {
  /** What is fixed of the movement. */
  fixed: SomeSettings
  folder: string
  /** 0 takes any free port. */
  port: number
  host?: string
  /** What links, pages and sessions are derived from; without it, a secret that the folder keeps. */
  linkSecret?: string
  /** Where mails go; none, and they wait. */
  mailUrl?: string
  /** Where people reach this server, when it is not `http://localhost:<port>`. */
  publicUrl?: string
  /** The instant to believe, in place of the machine's clock. */
  clock?: string
  /** The folder's `run` holds what workerd is to run: it was put there for this start. */
  isBundled?: boolean
  /** What workers say of their work is left out; what goes wrong is not. */
  isQuiet?: boolean
  /** Further variables of the workers. */
  vars?: Readonly<Record<string, string>>
}

export type Work = { trips: number; statements: number; rowsRead: number; rowsWritten: number; milliseconds: number }

/** The workers in one process, over one database. */
export type Relance = {
  url: string
  port: number
  db: D1Database
  /** Fires the cron once and waits until its work is done. Under a clock that stands still, `at` is another instant for this run. */
  tick: (at?: Date) => Promise<void>
  /** Lets the mails that are leaving leave, and begins no more, for good; says whether that ended, after some seconds at most. */
  finishSending: () => Promise<boolean>
  /** How often workers went to the database since the start, with how many statements, and how many rows these read and wrote. */
  trips: () => Promise<Work>
  /** Believes another instant from now on. */
  setClock: (clock: string) => Promise<void>
  /** Starts the workers again, after they ended by themselves. */
  restart: () => Promise<void>
  /** Settles when the workers have ended, by themselves or not. */
  ended: () => Promise<void>
  /** Lets requests finish for `grace` milliseconds. */
  stop: (grace?: number) => Promise<void>
}

/** Starts everything, the database migrated. @throws Stop when the address or the folder cannot be had. */
export async function startRelance(options: Options): Promise<Relance> {
  const socket = await openSocket(options.host ?? '127.0.0.1', options.port)
  try {
    const folder = await takeFolder(options.folder)
    if (!folder) throw new Stop(words.folderTaken(options.folder, (await findRunning(options.folder))?.pid ?? null))
    try {
      return await serve(options, folder, socket)
    } catch (error) {
      await folder.release()
      throw error
    }
  } finally {
    socket.close()
  }
}

async function serve(options: Options, folder: Folder, socket: Socket): Promise<Relance> {
  const url = options.publicUrl ?? `http://localhost:${socket.port}`
  const [secret, authorities] = await Promise.all([
    options.linkSecret ?? keptSecret(folder.path),
    listAuthorities(),
    options.isBundled || bundleWorkers(folder.run),
  ])
  let env = variables({ ...options, publicUrl: url, linkSecret: secret })
  const mailFolder = await madeMailFolder(options.mailUrl)
  const launch = async (pages: Socket) => {
    const config = relanceConfig({ authorities, variables: Object.keys(env), hasMailFolder: mailFolder !== undefined })
    return startRuntime({ folder, config, sockets: { pages }, env, isQuiet: options.isQuiet ?? false, mailFolder })
  }
  await forgetErased(folder.path)
  let runtime = await launch(socket)
  const db = databaseBehind(() => runtime.door)
  await stoppedOnError(runtime, async () => {
    await migrate(db)
    await keepSections(db, options.fixed)
    // The folder is ours: whoever had claimed mails before is gone
    await updateAbandoned(db, currentTime(env), { every: true }).run()
    await folder.announce(whereabouts(runtime))
  })
  const restart = async () => {
    await runtime.stop()
    await forgetErased(folder.path)
    runtime = await launch(await openSocket(socket.host, socket.port))
    await folder.announce(whereabouts(runtime))
  }
  const ask = (path: DoorPath) => askRuntime(runtime, path)
  return {
    url,
    port: socket.port,
    db,
    tick: async (at = currentTime(env)) => {
      const { outcome } = await ask(`/tick?at=${at.toISOString()}`)
      if (outcome !== 'ok') throw new TickError(String(outcome))
    },
    finishSending: () => ask('/finish'),
    trips: () => ask('/trips'),
    setClock: async (clock) => {
      env = { ...env, CLOCK: clock }
      await restart()
    },
    restart,
    ended: () => runtime.ended,
    stop: async (grace) => {
      await runtime.stop(grace)
      await forgetErased(folder.path)
      await folder.release()
    },
  }
}

/** The folder of `MAIL_URL=file:///…`, made if it is not there. */
async function madeMailFolder(mailUrl: string | undefined): Promise<string | undefined> {
  const route = mailUrl ? readMailUrl(mailUrl) : null
  if (route?.to !== 'folder') return undefined
  await mkdir(route.path, { recursive: true, mode: 0o700 })
  return route.path
}

/** The cron's work ended with a fault. Its message is the runtime's word for it, such as `exception`. */
export class TickError extends Error {
  override name = 'TickError'
}

async function askRuntime({ door }: Runtime, path: DoorPath) {
  const { status, text } = await askDoor(door, path)
  if (status !== 200) throw new TickError(String(status))
  return JSON.parse(text)
}

async function stoppedOnError(runtime: Runtime, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await runtime.stop()
    throw error
  }
}

function variables({ fixed, publicUrl, linkSecret, mailUrl, clock, vars }: Options): Record<string, string> {
  return {
    FIXED_SETTINGS: JSON.stringify(fixed),
    PUBLIC_URL: publicUrl ?? '',
    LINK_SECRET: linkSecret ?? '',
    ...(mailUrl ? { MAIL_URL: mailUrl } : {}),
    ...(clock ? { CLOCK: clock } : {}),
    ...vars,
  }
}
