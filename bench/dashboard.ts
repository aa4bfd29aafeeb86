import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { addressOfPage, coordinators, pages, rowsAllowed } from '#bench/day.ts'
import { fillHugely } from '#bench/huge-network.ts'
import { type RelanceInWorkerd, startInWorkerd } from '#hosts/workerd/relance.ts'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { playPast } from '#sample/past/past.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { keptSecret } from '#scripts/local/folder.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'

// How long each page of the dashboard takes, and how many rows it reads, for the sample movement and for a huge one:
//   npm run bench:dashboard [groups …]
// Times say something only against the bare select of the same run, on the same machine. KEEP=folder keeps and takes up a network, ROUNDS=3 gives it a shorter past.

const rounds = Number(process.env.ROUNDS ?? 24)
const now = new Date('2026-12-09T10:00:00+01:00')
const repeats = 5

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [0, 100_000]) await measure(size)

/** `groups` of 0 is the sample movement. */
async function measure(groups: number): Promise<void> {
  const kept = process.env.KEEP ? join(process.env.KEEP, String(groups)) : null
  const isThere = kept !== null && existsSync(kept)
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'relance-bench-'))
  mkdirSync(folder, { recursive: true })
  const relance = await startInWorkerd({
    folder,
    port: 0,
    fixed,
    isQuiet: true,
    clock: now.toISOString(),
    linkSecret: await keptSecret(folder),
  })
  try {
    const begin = performance.now()
    if (!isThere) await fill(relance, groups)
    await report(relance, folder, performance.now() - begin)
  } finally {
    await relance.stop()
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}

async function fill({ db }: RelanceInWorkerd, groups: number): Promise<void> {
  if (groups > 0) return fillHugely(db, groups, rounds, now)
  await importSample(db, movement, now)
  await playPast(db, { movement, now, rounds })
}

async function report(relance: RelanceInWorkerd, folder: string, filling: number): Promise<void> {
  const { db } = relance
  const size = await db
    .prepare('SELECT count(*) AS groups, (SELECT count(*) FROM round) AS rounds FROM local_group')
    .first()
  const group = await db.prepare('SELECT uid FROM local_group LIMIT 1 OFFSET 50').first<{ uid: string }>()
  const cookie = await sessionOf(db, folder)
  const bare = await median(() => db.prepare('SELECT key FROM round LIMIT 1').first())
  console.log(`\n${JSON.stringify(size)}; filled in ${Math.round(filling / 1000)} s; bare select ${bare.toFixed(1)} ms`)
  console.log(line('page', 'ms', '× bare', 'trips', 'statements', 'rows read', 'kB'))
  let aDay = 0
  for (const [name, page] of Object.entries(pages)) {
    const path = page.path.replace('{uid}', group?.uid ?? '')
    const url = `${relance.url}${addressOfPage(path)}`
    let bytes = 0
    const look = async () => {
      const response = await fetch(url, { headers: { cookie } })
      if (response.status !== 200) throw new Error(`${name}: ${response.status}`)
      bytes = (await response.text()).length
    }
    const before = await relance.trips()
    await look()
    const after = await relance.trips()
    const ms = await median(look)
    const rows = after.rowsRead - before.rowsRead
    aDay += rows * page.aDay
    const counts = [after.trips - before.trips, after.statements - before.statements, rows]
    console.log(line(name, ms.toFixed(1), (ms / bare).toFixed(1), ...counts, Math.round(bytes / 1000)))
  }
  const share = ((aDay * coordinators) / rowsAllowed) * 100
  console.log(
    `a day of ${coordinators} coordinators: ${aDay * coordinators} rows read, ${share.toFixed(2)} % of the free plan's day`,
  )
}

function line(name: string, ...cells: (string | number)[]): string {
  return name.padEnd(32) + cells.map((cell) => String(cell).padStart(11)).join('')
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < repeats; index++) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? Number.NaN
}

/** The cookie of a coordinator who has signed in. */
async function sessionOf(db: D1Database, folder: string): Promise<string> {
  const secret = (await readFile(join(folder, 'secret'), 'utf8')).trim()
  return sessionCookie(db, { secret, email: movement.coordinators[0]?.email ?? '' }, now)
}
