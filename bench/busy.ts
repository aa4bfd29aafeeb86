import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { longWork } from '#bench/busy-work.ts'
import { fillHugely } from '#bench/huge-network.ts'
import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
import { databaseFile, keptSecret, makeFolder } from '#scripts/local/folder.ts'
import { migrate } from '#scripts/local/migrate.ts'
import { linkPath } from '#shared/domain/link.ts'
import { byHand, open, type Sheet } from '#tests/support/browser.ts'
import { coordinator, sessionCookie } from '#tests/support/dashboard.ts'
import { makeLink } from '#tests/support/links.ts'

// How long referents wait for a page, and for a save, while a coordinator or a program asks for much of a huge network:
//   npm run bench:busy [groups [what …]]
// Each is asked for at a fixed pace, and counts from the instant at which it was due. KEEP=folder keeps and takes up a network.

const [size, ...chosen] = process.argv.slice(2)
const groups = Number(size ?? 100_000)
const rounds = 2
const now = new Date('2026-12-09T10:00:00+01:00')
const people = 8
/** Milliseconds between two looks, and between two saves. */
const pace = { look: 100, save: 400 }

const folder = process.env.KEEP ?? (await mkdtemp(join(tmpdir(), 'relance-bench-')))
try {
  await measure(await prepare())
} finally {
  if (!process.env.KEEP) await rm(folder, { recursive: true, force: true })
}

type Prepared = { paths: string[]; cookie: string }

/** A network, links of some of its people, and a session. */
async function prepare(): Promise<Prepared> {
  await makeFolder(folder)
  const isThere = existsSync(databaseFile(folder))
  const { db, emptyLog, close } = openSqlite(databaseFile(folder))
  await migrate(db)
  if (!isThere) await fillHugely(db, groups, rounds, now)
  const secret = await keptSecret(folder)
  const links: string[] = []
  for (let index = 1; index <= people; index++)
    links.push(
      await makeLink(db, `${String(index).padStart(6, '0')}-1`, { secret, expiresAt: new Date('2027-01-09') }, now),
    )
  const cookie = await sessionCookie(db, { secret, email: coordinator }, now)
  emptyLog()
  close()
  return { paths: links.map((token) => linkPath.update(token)), cookie }
}

async function measure({ paths, cookie }: Prepared): Promise<void> {
  const server = fork(join(import.meta.dirname, 'busy-server.ts'), [folder, now.toISOString()])
  const [url] = (await once(server, 'message')) as [string]
  const scratch = await mkdtemp(join(tmpdir(), 'relance-busy-'))
  const all = longWork({ server, url, cookie, folder, scratch })
  const work = Object.entries(all).filter(([name]) => chosen.length === 0 || chosen.includes(name))
  try {
    const forms = await Promise.all(paths.map((path) => openSection(url + path)))
    const walk = walkOf(url, paths, forms)
    await walk(() => sleep(2000, ''))
    console.log(
      `${'while there is'.padEnd(24)}${'look p50'.padStart(10)}${'p99'.padStart(8)}${'most'.padStart(8)}${'save p50'.padStart(10)}${'p99'.padStart(8)}${'most'.padStart(8)}   it took`,
    )
    for (const [name, one] of work) {
      const { looks, saves, seconds, said } = await walk(one)
      console.log(name.padEnd(24) + spread(looks, 10) + spread(saves, 10) + `   ${seconds.toFixed(1)} s ${said}`)
    }
  } finally {
    if (server.connected) server.send('stop')
    await once(server, 'exit')
    await rm(scratch, { recursive: true, force: true })
  }
}

async function openSection(link: string): Promise<Sheet> {
  const page = await open(link)
  const [path = ''] = /\/u\/[\w-]+\/[\w-]+\/identity/.exec(page.html) ?? []
  return open(new URL(path, link).href)
}

/** Looks and saves at a fixed pace for as long as some work lasts. */
function walkOf(url: string, paths: readonly string[], forms: readonly Sheet[]) {
  let saved = 0
  const look = async (index: number) => {
    const response = await fetch(url + paths[index % paths.length])
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`a look: ${response.status}`)
  }
  const save = async () => {
    const [form, turn] = [forms[saved % forms.length] as Sheet, Math.floor(saved / forms.length)]
    saved += 1
    const response = await fetch(form.url, {
      method: 'POST',
      body: bodyOf(form, turn),
      redirect: 'manual',
      headers: byHand,
    })
    await response.arrayBuffer()
    // A sheet may have changed the same number: they see both, and choose
    if (![303, 409].includes(response.status)) throw new Error(`a save: ${response.status}`)
  }
  return async (work: () => Promise<string>) => {
    const begin = performance.now()
    let isOver = false
    const [looks, saves, said] = await Promise.all([
      keepPace(pace.look, () => isOver, look),
      keepPace(pace.save, () => isOver, save),
      work().finally(() => {
        isOver = true
      }),
    ])
    return { looks, saves, said, seconds: (performance.now() - begin) / 1000 }
  }
}

/** The section's form with another number of members each time. */
function bodyOf({ fields }: Sheet, turn: number): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of fields) {
    const isMembers = name.endsWith('.active_members')
    body.append(name, isMembers ? String(100 + (turn % 7)) : name === 'since' ? String(Number(value) + turn) : value)
  }
  return body
}

/** Begins one each so many milliseconds, whether the former has ended or not; gives how long each took. */
async function keepPace(
  every: number,
  isOver: () => boolean,
  one: (index: number) => Promise<void>,
): Promise<number[]> {
  const times: number[] = []
  const running: Promise<void>[] = []
  const begin = performance.now()
  for (let index = 0; !isOver(); index++) {
    const due = begin + index * every
    await sleep(Math.max(0, due - performance.now()))
    const asked = one(index).then(() => void times.push(performance.now() - due))
    // What fails is thrown once all have ended
    asked.catch(() => undefined)
    running.push(asked)
  }
  await Promise.all(running)
  return times.sort((a, b) => a - b)
}

function spread(times: readonly number[], width: number): string {
  const at = (share: number) =>
    `${Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)}`
  return at(0.5).padStart(width) + at(0.99).padStart(8) + `${Math.round(times.at(-1) ?? 0)}`.padStart(8)
}
