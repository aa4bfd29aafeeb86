import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fillHugely } from '#bench/huge-network.ts'
import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
import { databaseFile, keptSecret, makeFolder } from '#scripts/local/folder.ts'
import { migrate } from '#scripts/local/migrate.ts'
import { linkPath } from '#shared/domain/link.ts'
import { open, type Sheet } from '#tests/support/browser.ts'
import { makeLink } from '#tests/support/links.ts'
import { type Program, startProgram } from '#tests/support/program.ts'
import { bodyOf, post } from './form.ts'
import { press } from './load.ts'

const network = { groups: 2000, rounds: 2 }
/** Connections that stay open, groups that each of them looks at and corrects in turns (so many that no link comes to its limit an hour), and looks before each save. */
const load = { connections: 10, groups: 160, looks: 3 }
const seconds = { rest: 10, reading: 5, load: 60 * Number(process.env.MINUTES ?? 5) }
/** MiB of proportional share, at most. */
const allowed = { rest: 128, load: 200 }

/**
 * The memory of `npm start`, at rest, and for five minutes in which ten connections look and save as fast as they are answered. Read in Linux's
 * /proc; MINUTES=1 is shorter.
 */
export async function benchMemory(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'))
  const links = await fill(folder)
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0' } })
  try {
    const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
    await sleep(seconds.rest * 1000)
    console.log(`at rest          ${told(await memoryOf(program))}, of at most ${allowed.rest}`)
    const forms = await openSections(links.map((token) => url + linkPath.update(token)))
    // A form that is sent as soon as it is shown is asked about
    await sleep(seconds.reading * 1000)
    const { port } = new URL(url)
    const watch = new Watch(program)
    const pace = await press({
      port: Number(port),
      pid: program.pid,
      connections: load.connections,
      milliseconds: seconds.load * 1000,
      request: looksAndSaves(links, forms),
    })
    const most = await watch.end()
    const { perSecond, cpu } = pace
    console.log(`under load       ${told(most)}, of at most ${allowed.load}: the most of ${seconds.load} seconds`)
    console.log(
      `                 ${Math.round(perSecond)} requests a second, a save in ${load.looks + 1}; ${cpu.toFixed(2)} ms of CPU each`,
    )
    await sleep(seconds.rest * 1000)
    console.log(`after it         ${told(await memoryOf(program))}`)
  } finally {
    program.signal('SIGTERM')
    await program.ended
    await rm(folder, { recursive: true, force: true })
  }
}

/** A network, and a link of one referent of each group that is asked for. */
async function fill(folder: string): Promise<string[]> {
  const now = new Date()
  await makeFolder(folder)
  const { db, close } = openSqlite(databaseFile(folder))
  await migrate(db)
  await fillHugely(db, network.groups, network.rounds, now)
  const secret = await keptSecret(folder)
  const expiresAt = new Date(now.getTime() + 30 * 86_400_000)
  const links: string[] = []
  for (let index = 1; index <= load.connections * load.groups; index++)
    links.push(await makeLink(db, `${String(index).padStart(6, '0')}-1`, { secret, expiresAt }, now))
  close()
  return links
}

/** As many at once as there are connections: more of them would be what is measured. */
async function openSections(links: readonly string[]): Promise<Sheet[]> {
  const opened: Sheet[] = []
  for (let from = 0; from < links.length; from += load.connections)
    opened.push(...(await Promise.all(links.slice(from, from + load.connections).map(openSection))))
  return opened
}

async function openSection(link: string): Promise<Sheet> {
  const page = await open(link)
  const [path = ''] = /\/u\/[\w-]+\/[\w-]+\/identity/.exec(page.html) ?? []
  return open(new URL(path, link).href)
}

/** Requests of a connection: its groups in turns, each looked at and then saved with another number of members. */
function looksAndSaves(links: readonly string[], forms: readonly Sheet[]): (connection: number) => string {
  const counts = Array.from({ length: load.connections }, () => 0)
  return (connection) => {
    const count = counts[connection] ?? 0
    counts[connection] = count + 1
    const turn = Math.floor(count / (load.looks + 1))
    const at = connection * load.groups + (turn % load.groups)
    const form = forms[at]
    if (!form) throw new Error('every connection has its groups')
    if (count % (load.looks + 1) < load.looks) return get(linkPath.update(links[at] ?? ''))
    return post(new URL(form.url).pathname, bodyOf(form, Math.floor(turn / load.groups)))
  }
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip, br\r\n\r\n`

type Memory = { resident: number; share: number }

/** Looks at a program's memory each five seconds, and keeps the most. */
class Watch {
  readonly #program: Program
  readonly #over = new AbortController()
  readonly #most: Promise<Memory>

  constructor(program: Program) {
    this.#program = program
    this.#most = this.#look()
  }

  end(): Promise<Memory> {
    this.#over.abort()
    return this.#most
  }

  async #look(): Promise<Memory> {
    let most: Memory = { resident: 0, share: 0 }
    for (let isOver = false; !isOver; ) {
      isOver = await sleep(5000, false, { signal: this.#over.signal }).catch(() => true)
      const now = await memoryOf(this.#program)
      if (now.share > most.share) most = now
    }
    return most
  }
}

const told = ({ resident, share }: Memory) => `${resident} MiB resident, ${share} MiB PSS`

/** Of a process, in MiB. Read in Linux's /proc. */
export async function memoryOf({ pid }: { pid: number }): Promise<Memory> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const of = (kind: string) => Math.round(Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(rollup)?.[1]) / 1024)
  return { resident: of('Rss'), share: of('Pss') }
}
