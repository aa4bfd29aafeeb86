import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { listAuthorities } from '#hosts/authorities.ts'
import { type Options, type Relance, TickError } from '#hosts/relance.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { latestCopy } from '#scripts/local/check-data.ts'
import { databaseFile, type Folder, findRunning, keptSecret, takeFolder } from '#scripts/local/folder.ts'
import { forgetErased } from '#scripts/local/forget.ts'
import { migrate } from '#scripts/local/migrate.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { keepSections } from '#shared/actions/keep-sections.ts'
import { settleSecret } from '#shared/actions/revoke-links.ts'
import { updateAbandoned } from '#shared/db/sending.ts'
import type { StorageFault } from '#shared/db/storage-fault.ts'
import { currentTime } from '#workers/clock.ts'
import { Background } from './background.ts'
import { compileWorkers } from './bundle.ts'
import { connectTrusting } from './connect.ts'
import { openSqlite, type SqliteDatabase } from './d1-over-sqlite.ts'
import { type HttpServer, listen } from './http.ts'
import { logHostFault } from './log-fault.ts'
import { mailFolder } from './mail-folder.ts'
import { pagesOf, type Respond } from './pages.ts'
import { isLookingOn, SecondThread } from './second-thread.ts'
import type { createWorkers, Env, Workers } from './workers.ts'

type CreateWorkers = typeof createWorkers
type Serving = {
  server: HttpServer
  url: string
  folder: Folder
  database: SqliteDatabase
  secret: string
  createWorkers: CreateWorkers
}

/**
 * Starts everything in this process, the database migrated. `create` makes the workers; they are compiled where whoever starts does not have them.
 * @throws Stop when the address or the folder cannot be had.
 */
export async function startRelance(options: Options, create?: CreateWorkers): Promise<Relance> {
  const { host = '127.0.0.1' } = options
  // The address is ours before anything else is done. Who comes early waits.
  const ready = Promise.withResolvers<Respond>()
  const server = await listen(async (...asked) => (await ready.promise)(...asked), {
    host,
    port: options.port,
    onFault: logHostFault,
  })
  let folder: Folder | null = null
  let database: SqliteDatabase | null = null
  try {
    folder = await takeFolder(options.folder)
    if (!folder) throw new Stop(words.folderTaken(options.folder, (await findRunning(options.folder))?.pid ?? null))
    const secret = options.linkSecret ?? (await keptSecret(folder.path))
    if (existsSync(databaseFile(folder.path))) await forgetErased(folder.path)
    database = openSqlite(databaseFile(folder.path), sayStorageFaults(folder.path))
    await migrate(database.db)
    await keepSections(database.db, options.fixed)
    const url = options.publicUrl ?? `http://localhost:${server.port}`
    const createWorkers = create ?? (await loadWorkers())
    const { answer, relance } = await serve(options, { server, url, folder, database, secret, createWorkers })
    ready.resolve(answer)
    return relance
  } catch (error) {
    await server.stop(0)
    database?.close()
    await folder?.release()
    throw error
  }
}

async function serve(options: Options, { server, url, folder, database, secret, createWorkers }: Serving) {
  const log = options.isQuiet ? { log: () => undefined } : {}
  const workers = createWorkers(options.fixed, { connect: connectTrusting(await listAuthorities()), ...log })
  const mails = await mailFolder(options.mailUrl)
  let lastRun: Date | null = null
  let env: Env & { REMINDERS: { lookAgain: () => Promise<void> }; TOWNS: typeof townsOf } = {
    ...options.vars,
    ...(options.mailUrl ? { MAIL_URL: options.mailUrl } : {}),
    ...(options.clock ? { CLOCK: options.clock } : {}),
    ...(mails ? { MAIL_FOLDER: mails } : {}),
    DB: database.db,
    PUBLIC_URL: url,
    LINK_SECRET: secret,
    HOST_HEALTH: async () => ({ since, lastRun, freeBytes: await freeBytes(folder.path) }),
    REMINDERS: { lookAgain: () => workers.reminders.lookAgain(env) },
    TOWNS: townsOf,
  }
  const since = currentTime(env)
  // The folder is ours: whoever had claimed mails before is gone
  await updateAbandoned(database.db, currentTime(env), { every: true }).run()
  if (await settleSecret(database.db, secret, currentTime(env))) console.log(words.revokeLinks.closed)
  await folder.announce()
  const background = new Background(logHostFault)
  const lookingOn = secondThread(options, { url, folder, database, secret }, () =>
    background.context.waitUntil(workers.reminders.lookAgain(env)),
  )
  const stop = async (grace: number) => {
    await Promise.all([server.stop(grace), background.settled(grace)])
    await lookingOn?.stop()
    database.close()
    await forgetErased(folder.path)
    await folder.release()
  }
  let stopping: Promise<void> | null = null
  const relance: Relance = {
    url,
    port: server.port,
    db: database.db,
    tick: async (at = currentTime(env)) => {
      await runCrons(workers, env, at)
      database.emptyLog()
      lastRun = at
    },
    finishSending: () => workers.reminders.finish(),
    trips: async () => ({ ...database.trips }),
    setClock: async (clock) => {
      env = { ...env, CLOCK: clock }
      lookingOn?.setClock(clock)
    },
    stop: (grace = 0) => {
      stopping ??= stop(grace)
      return stopping
    },
  }
  const pages = pagesOf(workers, () => env, background.context)
  const answer: Respond = (request, clientIp) =>
    lookingOn?.isCurrent && isLookingOn(request) ? lookingOn.respond(request, clientIp) : pages(request, clientIp)
  return { answer, relance }
}

type Place = Pick<Serving, 'url' | 'folder' | 'database' | 'secret'>

/** The thread that answers whoever looks on; null where one thread does all. */
function secondThread(
  { secondThread: program, fixed, clock, vars = {} }: Options,
  place: Place,
  lookAgain: () => void,
) {
  if (program === undefined) return null
  const { url: publicUrl, folder, database, secret } = place
  const file = databaseFile(folder.path)
  return new SecondThread(
    program,
    { fixed, file, publicUrl, secret, clock: clock ?? null, vars },
    { write: database.run, lookAgain, onStorageFault: sayStorageFaults(folder.path) },
  )
}

/** TypeScript with pages in it is nothing that Node reads. */
async function loadWorkers(): Promise<CreateWorkers> {
  const { href } = pathToFileURL(await compileWorkers())
  const workers: { createWorkers: CreateWorkers } = await import(href)
  return workers.createWorkers
}

/** Every cron of every worker, as the platform fires them. */
async function runCrons({ reminders, crons }: Workers, env: Env, at: Date): Promise<void> {
  const run = { scheduledTime: at.getTime(), noRetry: () => undefined, waitUntil: () => undefined }
  let fault: unknown = null
  for (const { worker, cron } of [{ worker: reminders, cron: '* * * * *' }, ...crons]) {
    try {
      await worker.scheduled({ ...run, cron }, env)
    } catch (error) {
      fault ??= error
    }
  }
  if (fault) throw new TickError(fault instanceof Error ? fault.name : typeof fault)
}

/** Room for who is not root; null where the system does not say. */
async function freeBytes(path: string): Promise<number | null> {
  const found = await statfs(path).catch(() => null)
  return found && found.bavail * found.bsize
}

/** Minutes between two times that the same is said. */
const quietMinutes = 10

/** Says in the log what is wrong with the disk, and what to do. */
function sayStorageFaults(folder: string): (fault: StorageFault) => void {
  const said = new Map<StorageFault, number>()
  return async (fault) => {
    const last = said.get(fault)
    if (last !== undefined && performance.now() - last < quietMinutes * 60_000) return
    said.set(fault, performance.now())
    if (fault === 'full') console.error(words.diskFullNow(folder))
    else if (fault === 'readonly') console.error(words.folderNotWritable(folder))
    else console.error(words.databaseDamaged(databaseFile(folder), await latestCopy(folder)))
  }
}
