import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { listAuthorities } from '#hosts/authorities.ts'
import type { Options, Relance } from '#hosts/relance.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { databaseFile, type Folder, findRunning, keptSecret, takeFolder } from '#scripts/local/folder.ts'
import { forgetErased } from '#scripts/local/forget.ts'
import { migrate } from '#scripts/local/migrate.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { keepSections } from '#shared/actions/keep-sections.ts'
import { settleSecret } from '#shared/actions/revoke-links.ts'
import { uncountAbandoned } from '#shared/db/mail-control.ts'
import { updateAbandoned } from '#shared/db/sending.ts'
import { currentTime } from '#workers/clock.ts'
import { Background } from './background.ts'
import { compileServer } from './bundle.ts'
import { closeWhole } from './close-whole.ts'
import { connectTrusting } from './connect.ts'
import { openSqlite, type SqliteDatabase } from './d1-over-sqlite.ts'
import { Examination } from './examination.ts'
import { type HttpServer, listen } from './http.ts'
import { logHostFault } from './log-fault.ts'
import { mailFolder } from './mail-folder.ts'
import { pagesOf, type Respond } from './pages.ts'
import { runCrons } from './run-crons.ts'
import { isLookingOn, SecondThread } from './second-thread.ts'
import { freeBytes, Troubles } from './troubles.ts'
import type { createWorkers, Env } from './workers.ts'

type CreateWorkers = typeof createWorkers
type Serving = {
  server: HttpServer
  url: string
  folder: Folder
  database: SqliteDatabase
  troubles: Troubles
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
    const troubles = new Troubles(folder.path, () => currentTime(options.clock ? { CLOCK: options.clock } : {}))
    database = openSqlite(databaseFile(folder.path), troubles.onStorageFault)
    await migrate(database.db)
    await keepSections(database.db, options.fixed)
    const url = options.publicUrl ?? `http://localhost:${server.port}`
    const createWorkers = create ?? (await loadWorkers())
    const { answer, relance } = await serve(options, {
      server,
      url,
      folder,
      database,
      troubles,
      secret,
      createWorkers,
    })
    ready.resolve(answer)
    return relance
  } catch (error) {
    await server.stop(0)
    database?.close()
    await folder?.release()
    throw error
  }
}

async function serve(options: Options, serving: Serving) {
  const { server, url, folder, database, troubles, secret, createWorkers } = serving
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
    HOST_HEALTH: async () => ({
      since,
      lastRun,
      freeBytes: await freeBytes(folder.path),
      troubles: troubles.list().map(({ kind }) => kind),
    }),
    REMINDERS: { lookAgain: () => workers.reminders.lookAgain(env) },
    TOWNS: townsOf,
    HOST_TROUBLES: () => troubles.list(),
  }
  const since = currentTime(env)
  // The folder is ours: whoever had claimed mails before is gone
  await database.db.batch([uncountAbandoned(database.db, since), updateAbandoned(database.db, since, { every: true })])
  if (await settleSecret(database.db, secret, currentTime(env))) console.log(words.revokeLinks.closed)
  await folder.announce()
  const background = new Background(logHostFault)
  await troubles.look(database)
  const examination = new Examination(databaseFile(folder.path), () => troubles.onStorageFault('damaged'))
  const lookingOn = secondThread(options, serving, () => background.context.waitUntil(workers.reminders.lookAgain(env)))
  troubles.onChange = (found) => lookingOn?.tellTroubles(found)
  const stop = async (grace: number) => {
    await Promise.all([server.stop(grace), background.settled(grace)])
    await Promise.all([lookingOn?.stop(), examination.stop()])
    await closeWhole(database, folder.path, options.linkSecret ? null : secret)
    await folder.release()
  }
  let stopping: Promise<void> | null = null
  const relance: Relance = {
    url,
    port: server.port,
    db: database.db,
    tick: async (at = currentTime(env)) => {
      troubles.end('clock')
      try {
        await runCrons(workers, env, at)
        database.emptyLog()
        lastRun = at
      } finally {
        await troubles.look(database)
        // Not waited for: the next minute's mails leave meanwhile
        void examination.look()
      }
    },
    suffer: (kind) => troubles.begin(kind),
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
    lookingOn?.isCurrent && isLookingOn(request) && database.isInPlace()
      ? lookingOn.respond(request, clientIp)
      : pages(request, clientIp)
  return { answer, relance }
}

/** The thread that answers whoever looks on; null where one thread does all. */
function secondThread(
  { secondThread: program, fixed, clock, vars = {} }: Options,
  { url: publicUrl, folder, database, troubles, secret }: Serving,
  lookAgain: () => void,
) {
  if (program === undefined) return null
  const file = databaseFile(folder.path)
  return new SecondThread(
    program,
    { fixed, file, publicUrl, secret, clock: clock ?? null, vars, troubles: troubles.list() },
    { write: database.run, lookAgain, onStorageFault: troubles.onStorageFault },
  )
}

/** TypeScript with pages in it is nothing that Node reads. */
async function loadWorkers(): Promise<CreateWorkers> {
  const { href } = pathToFileURL((await compileServer()).whole)
  const { server }: { server: { createWorkers: CreateWorkers } } = await import(href)
  return server.createWorkers
}
