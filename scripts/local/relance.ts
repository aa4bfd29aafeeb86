import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { Miniflare, type WorkerOptions } from 'miniflare'
import { bundleWorkers, type WorkerName } from './bundle.ts'
import { compatibilityDate, databaseFolder, databaseId } from './database.ts'
import { migrate } from './migrate.ts'
import { announce } from './running.ts'

export type Options = {
  folder: string
  /** 0 takes any free port. */
  port: number
  host?: string
  /** Where mails go; none, and they wait. */
  mailUrl?: string
  /** Where people reach this server, when it is not `http://localhost:<port>`. */
  publicUrl?: string
  /** Runs the sample movement instead of `movement.config.ts`. */
  sample?: boolean
  /** The instant to believe, in place of the machine's clock. */
  clock?: string
  /** Further variables of the workers. */
  vars?: Readonly<Record<string, string>>
}

/** The three workers in one process, over one database. */
export type Relance = {
  url: string
  db: D1Database
  /** Fires the cron once and waits until its work is done. Under a clock that stands still, `at` is another instant for this run. */
  tick: (at?: Date) => Promise<void>
  /** Believes another instant from now on. */
  setClock: (clock: string) => Promise<void>
  stop: () => Promise<void>
}

/** Starts everything, the database migrated. */
export async function startRelance(options: Options): Promise<Relance> {
  await mkdir(options.folder, { recursive: true })
  const [scripts, secret] = await Promise.all([
    bundleWorkers({ sample: options.sample ?? false }),
    linkSecret(options.folder),
  ])
  let settings = options
  const miniflare = new Miniflare(miniflareOptions(scripts, secret, settings))
  try {
    const url = await miniflare.ready
    settings = { ...options, port: Number(url.port), publicUrl: options.publicUrl ?? `http://localhost:${url.port}` }
    if (options.publicUrl === undefined && options.port === 0)
      await miniflare.setOptions(miniflareOptions(scripts, secret, settings))
    const open = async () => (await miniflare.getD1Database('DB', 'forms')) as unknown as D1Database
    let opened = await open()
    const db = following(() => opened)
    await migrate(db)
    const close = await announce(options.folder, db)
    return {
      url: settings.publicUrl ?? url.origin,
      db,
      tick: async (at = settings.clock ? new Date(settings.clock) : new Date()) => {
        const reminders = await miniflare.getWorker('reminders')
        await reminders.scheduled({ cron: '* * * * *', scheduledTime: at })
      },
      setClock: async (clock) => {
        settings = { ...settings, clock }
        await miniflare.setOptions(miniflareOptions(scripts, secret, settings))
        opened = await open()
      },
      stop: async () => {
        await close()
        await miniflare.dispose()
      },
    }
  } catch (error) {
    await miniflare.dispose()
    throw error
  }
}

/** One database to hold on to, while miniflare gives another object each time its options change. */
function following(opened: () => D1Database): D1Database {
  return {
    prepare: (sql: string) => opened().prepare(sql),
    batch: (statements: D1PreparedStatement[]) => opened().batch(statements),
  } as unknown as D1Database
}

function miniflareOptions(scripts: Record<WorkerName, string>, secret: string, options: Options) {
  const bindings = {
    PUBLIC_URL: options.publicUrl ?? `http://localhost:${options.port}`,
    LINK_SECRET: secret,
    ...(options.mailUrl ? { MAIL_URL: options.mailUrl } : {}),
    ...(options.clock ? { CLOCK: options.clock } : {}),
    ...options.vars,
  }
  const worker = (name: WorkerName, routes: string[]): WorkerOptions => ({
    name,
    routes,
    modules: true,
    script: scripts[name],
    compatibilityDate,
    compatibilityFlags: ['nodejs_compat'],
    bindings,
    d1Databases: { DB: databaseId },
    ...(name === 'forms' ? { serviceBindings: { REMINDERS: { name: 'reminders', entrypoint: 'Reminders' } } } : {}),
  })
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port,
    d1Persist: databaseFolder(options.folder),
    workers: [worker('forms', ['*/*']), worker('dashboard', ['*/dashboard', '*/dashboard/*']), worker('reminders', [])],
  }
}

/** The folder's secret, made on first use. `LINK_SECRET` has the last word. */
async function linkSecret(folder: string): Promise<string> {
  const given = process.env.LINK_SECRET
  if (given) return given
  const file = join(folder, 'secret')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept) return kept.trim()
  const made = randomBytes(32).toString('hex')
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
  return made
}
