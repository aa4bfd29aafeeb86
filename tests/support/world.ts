import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileServer } from '#hosts/node/bundle.ts'
import { startRelance } from '#hosts/node/relance.ts'
import type { Options, Relance } from '#hosts/relance.ts'
import { type RelanceInWorkerd, startInWorkerd } from '#hosts/workerd/relance.ts'
import sample from '#sample/movement.config.ts'
import { keptSecret } from '#scripts/local/folder.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { linkPath } from '#shared/domain/link.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { clearDatabase } from './database.ts'
import { makeLink } from './links.ts'
import { makeGroups, type Towns } from './movement.ts'
import { makeStep } from './rounds.ts'
import { copyDatabase, copyWorkerd } from './template.ts'

export type WorldOptions = {
  /** The instant at which everything happens, in the movement's winter time. */
  clock?: string
  towns?: Towns
  /** A round that is open already, by its key; its mails are in the outbox. */
  round?: string
  /** Mails leave, for the world's mailbox. Otherwise they wait in the outbox. */
  sends?: boolean
  /** Mails leave for another server. */
  mailUrl?: string
  /** Mails leave at night too. */
  sleepless?: boolean
  /** Seconds that the sender waits for a mail server; 30 otherwise. */
  patience?: number
  /** How long it takes to read a page, in milliseconds; tests press at once, under a clock that stands still. */
  readingMs?: number
  /** What is fixed of another movement than the sample's. */
  fixed?: SomeSettings
  /** Whoever looks on is answered by a second thread, as where `npm start` runs. */
  secondThread?: boolean
  /** Further variables of the workers. */
  vars?: Readonly<Record<string, string>>
}

/** The workers at a frozen instant, over a small movement in a folder of its own. */
type WorldOf<Host extends Omit<Relance, 'trips'>> = Host & {
  folder: string
  mailbox: Mailbox
  now: () => Date
  /** What links are derived from. */
  secret: () => Promise<string>
  /** Takes everything and everybody away, mails and faults too. */
  clear: () => Promise<void>
  /** The address of a working link of somebody's, as in a mail. */
  linkOf: (name: string, options?: { expiresAt?: Date; revokedAt?: Date }) => Promise<string>
}

/** As on one machine. */
export type World = WorldOf<Relance>
/** As on Cloudflare, where rows are counted and a sender is a process of its own. */
export type WorldInWorkerd = WorldOf<RelanceInWorkerd>

const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

export function startWorld(options: WorldOptions = {}): Promise<World> {
  return startOn(options, async (folder, given) => {
    await copyDatabase(folder)
    return startRelance({
      ...given,
      ...(options.secondThread ? { secondThread: (await compileServer()).secondThread } : {}),
    })
  })
}

export function startWorldInWorkerd(options: WorldOptions = {}): Promise<WorldInWorkerd> {
  return startOn(options, async (folder, given) => {
    await copyWorkerd(folder)
    return startInWorkerd({ ...given, isBundled: true, linkSecret: await keptSecret(folder) })
  })
}

type Start<Host> = (folder: string, options: Options) => Promise<Host>

async function startOn<Host extends Omit<Relance, 'trips'>>(
  options: WorldOptions,
  start: Start<Host>,
): Promise<WorldOf<Host>> {
  let clock = options.clock ?? '2026-12-01T10:00:00+01:00'
  const now = () => new Date(clock)
  const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  const relance = await start(folder, {
    folder,
    port: 0,
    fixed: options.fixed ?? sample,
    isQuiet: true,
    clock,
    vars: {
      READING_MS: String(options.readingMs ?? 0),
      LOOK_LATER_MS: '0',
      ...options.vars,
      ...(options.sleepless ? { QUIET_HOURS: 'off' } : {}),
    },
    ...(options.sends ? { mailUrl: `${mailbox.smtpUrl}?timeout=${options.patience ?? 30}` } : {}),
    ...(options.mailUrl ? { mailUrl: options.mailUrl } : {}),
  })
  if (options.towns) await makeGroups(relance.db, options.towns, now())
  if (options.round) await makeStep(relance.db, options.round, 'invitation', now())
  const secret = async () => (await readFile(join(folder, 'secret'), 'utf8')).trim()
  return {
    ...relance,
    folder,
    secret,
    mailbox,
    now,
    clear: async () => {
      await clearDatabase(relance.db)
      mailbox.messages.clear()
      mailbox.faults.clear()
    },
    linkOf: async (name, given = {}) => {
      const token = await makeLink(
        relance.db,
        name,
        { secret: await secret(), expiresAt: daysAfter(now(), 30), ...given },
        now(),
      )
      return relance.url + linkPath.update(token)
    },
    setClock: async (next) => {
      clock = next
      await relance.setClock(next)
    },
    stop: async () => {
      await relance.stop()
      await mailbox.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
