import { gzipSync } from 'node:zlib'
import { type BrowserHarness, startBrowserHarness } from '#scripts/screenshots/browser-harness.ts'
import { byHand, open, type Sheet } from '#tests/support/browser.ts'
import { type Floor, startFloor } from './floor.ts'
import { type Pace, press } from './load.ts'

const connections = 8
const rounds = 3
const milliseconds = 3000

/** The form's view and save against the least that a page over a database can be, what a first visit weighs, and how often the database is asked. */
export async function benchForm(): Promise<void> {
  const harness = await startBrowserHarness()
  const floor = await startFloor()
  try {
    await harness.play('opening')
    const visitors = await listVisitors(harness)
    await weigh(visitors[0] ?? '')
    await countTrips(harness, visitors[0] ?? '')
    await comparePaces(harness, floor, visitors)
  } finally {
    await floor.stop()
    await harness.stop()
  }
}

/** The links of people with one group, each of another group. */
async function listVisitors({ mailbox, relance, origin }: BrowserHarness): Promise<string[]> {
  const messages = await mailbox.messages.list()
  const links = new Map<string, string>()
  for (const { subject, text } of messages) {
    const [, group] = /^(Archipel .+) : /.exec(subject.replaceAll('\u00a0', ' ')) ?? []
    const [link] = new RegExp(`${relance.url}/u/\\S+`).exec(text) ?? []
    if (group && link) links.set(group, link.replace(relance.url, origin))
  }
  return [...links.values()]
}

async function weigh(link: string): Promise<void> {
  const page = await (await fetch(link)).text()
  const [script = ''] = /\/form\.\w+\.js/.exec(page) ?? []
  const code = await (await fetch(new URL(script, link))).text()
  const scriptSize = gzipSync(code).length
  const sent = await sentBytes(link)
  print('first visit', `${sent} bytes sent for the page, headers included; ${page.length} before gzip`)
  print('', `${scriptSize} bytes for the script, which nothing waits for`)
}

/** What goes over the wire for a page, headers included. */
async function sentBytes(link: string): Promise<number> {
  const { hostname, port, pathname } = new URL(link)
  const { connect } = await import('node:net')
  return new Promise((resolve, reject) => {
    let size = 0
    const socket = connect(Number(port), hostname)
    socket.on('data', (chunk) => (size += chunk.length))
    socket.on('error', reject)
    socket.on('close', () => resolve(size))
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\nconnection: close\r\n\r\n`)
  })
}

async function countTrips({ relance }: BrowserHarness, link: string): Promise<void> {
  const counted = async (title: string, work: () => Promise<unknown>) => {
    const before = await relance.trips()
    await work()
    const after = await relance.trips()
    print(title, `${after.trips - before.trips} trips, ${after.statements - before.statements} statements`)
  }
  await counted('view', () => open(link))
  const form = await openSection(link)
  await counted('a section', () => open(form.url))
  await counted('save', () => fetch(form.url, saving(form, 0)))
}

function saving(form: Sheet, index: number): RequestInit {
  return {
    method: 'POST',
    body: new URLSearchParams(bodyOf(form, index)),
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-user': '?1' },
  }
}

async function openSection(link: string): Promise<Sheet> {
  const page = await open(link)
  const [path = ''] = /\/u\/[\w-]+\/[\w-]+\/identity/.exec(page.html) ?? []
  return open(new URL(path, link).href)
}

/** The section's form with another number of members each time, as from a page that has just been opened. */
export function bodyOf({ fields }: Sheet, index: number): string {
  const body = new URLSearchParams()
  for (const [name, value] of fields) {
    const isMembers = name.endsWith('.active_members')
    body.append(name, isMembers ? String(10 + (index % 7)) : name === 'since' ? String(Number(value) + index) : value)
  }
  return body.toString()
}

async function comparePaces(harness: BrowserHarness, floor: Floor, links: readonly string[]): Promise<void> {
  const { relance } = harness
  // This very process: its CPU is that of Relance and of whoever asks
  const ours = { port: relance.port, pid: process.pid, connections, milliseconds }
  const theirs = { ...floor, connections, milliseconds }
  const view = (encoding: string) => (at: number) =>
    `GET ${new URL(links[at] ?? '').pathname} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: ${encoding}\r\n\r\n`
  const forms = await Promise.all(links.map(openSection))
  // Whoever has two groups is asked which one first
  const nextSave = saver(forms.filter(({ url }) => url.endsWith('/identity')))
  const runs: Record<string, () => Promise<Pace>> = {
    select: () => press({ ...theirs, request: () => 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n' }),
    view: () => press({ ...ours, request: view('identity') }),
    'view, gzip': () => press({ ...ours, request: view('gzip') }),
    insert: () => press({ ...theirs, request: () => post('/', 'value=one') }),
    save: async () => {
      // A link may write so often an hour
      await relance.db.prepare('DELETE FROM submission_count').run()
      return press({ ...ours, request: nextSave })
    },
  }
  const paces = await inTurns(runs)
  for (const name of ['select', 'insert']) print(`floor: ${name}`, told(paces[name]))
  for (const [name, base] of [
    ['view', 'select'],
    ['view, gzip', 'select'],
    ['save', 'insert'],
  ] as const)
    print(name, `${told(paces[name])}; ${share(paces[name], paces[base])} of the ${base}`)
}

/** `0.43 (0.45 by CPU)`: on a machine that does something else too, only the second says much. */
function share(ours: Pace = { perSecond: 0, cpu: 0 }, floor: Pace = { perSecond: 0, cpu: 0 }): string {
  return `${(ours.perSecond / floor.perSecond).toFixed(2)} (${(floor.cpu / ours.cpu).toFixed(2)} by CPU)`
}

/** Saves, each with the number of the revision before it; a connection's groups take turns, and no two connections have one. */
function saver(forms: readonly Sheet[]): (connection: number) => string {
  const turns = Math.floor(forms.length / connections)
  const counts = Array.from({ length: connections }, () => 0)
  return (connection) => {
    const count = counts[connection] ?? 0
    counts[connection] = count + 1
    const form = forms[connection + connections * (count % turns)]
    if (!form) throw new Error('every connection has a group')
    return post(new URL(form.url).pathname, bodyOf(form, Math.floor(count / turns)))
  }
}

/** A form that somebody sends by hand, as it goes over the wire. */
export function post(path: string, body: string): string {
  const hand = Object.entries(byHand).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${hand.join('')}content-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

/** The best of some rounds of each, in turns, after one that warms up: whatever else the machine does hits all alike. */
async function inTurns(runs: Record<string, () => Promise<Pace>>): Promise<Record<string, Pace>> {
  const best: Record<string, Pace> = {}
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const pace = await run()
      const kept = best[name]
      if (round > 0 && (!kept || pace.perSecond > kept.perSecond)) best[name] = pace
    }
  }
  return best
}

function told(pace: Pace | undefined): string {
  return `${Math.round(pace?.perSecond ?? 0)} a second, ${pace?.cpu.toFixed(2)} ms of CPU each`
}

function print(title: string, text: string): void {
  console.log(`${title.padEnd(16)} ${text}`)
}
