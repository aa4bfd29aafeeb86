import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { open, type Sheet } from '#tests/support/browser.ts'
import { bodyOf, post } from './form.ts'
import { type Pace, press } from './load.ts'
import { memoryOf } from './memory.ts'

const [groups, connections, rounds, milliseconds] = [200, 8, 3, 4000]

type Started = { url: string; pid: number; links: string[]; started: number }
type Figures = { host: string; server: ReturnType<typeof fork>; began: Started; forms: Sheet[]; counts: number[] }

/** Node's host and Cloudflare's runtime with its local storage, beside each other in one run: looks, saves, mails, memory. */
export async function benchHosts(): Promise<void> {
  const sink = new Worker(new URL('./smtp-sink.ts', import.meta.url))
  const [port] = (await once(sink, 'message')) as [number]
  const folders = await Promise.all(['node', 'workerd'].map(() => mkdtemp(join(tmpdir(), 'relance-bench-'))))
  const hosts: Figures[] = []
  try {
    for (const [index, host] of ['node', 'workerd'].entries())
      hosts.push(await begin(host, folders[index] ?? '', `smtp://127.0.0.1:${port}?connections=4`))
    await sleep(5000)
    for (const { host, began } of hosts) {
      const { resident, share } = await memoryOf(began)
      console.log(
        `${host.padEnd(9)} at rest    ${resident} MiB resident, ${share} MiB PSS; started in ${Math.round(began.started)} ms`,
      )
    }
    const best = await inTurns(hosts)
    for (const [title, pace] of Object.entries(best))
      console.log(`${title.padEnd(20)} ${Math.round(pace.perSecond)} a second, ${pace.cpu.toFixed(2)} ms of CPU each`)
    for (const { host, server, began } of hosts) {
      const { resident, share } = await memoryOf(began)
      server.send('send')
      const [mails] = (await once(server, 'message')) as [number]
      console.log(
        `${host.padEnd(9)} after it   ${resident} MiB resident, ${share} MiB PSS; ${Math.round(mails)} mails a second`,
      )
    }
  } finally {
    for (const { server } of hosts) {
      server.send('stop')
      await once(server, 'exit')
    }
    await sink.terminate()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

async function begin(host: string, folder: string, mailUrl: string): Promise<Figures> {
  const server = fork(join(import.meta.dirname, 'host-server.ts'), [host, folder, mailUrl, String(groups)])
  const [began] = (await once(server, 'message')) as [Started]
  const forms: Sheet[] = []
  for (const link of began.links) {
    const page = await open(began.url + link)
    const [path = ''] = /\/u\/[\w-]+\/[\w-]+\/identity/.exec(page.html) ?? []
    forms.push(await open(began.url + path))
  }
  return { host, server, began, forms, counts: Array.from({ length: connections }, () => 0) }
}

/** The best of some rounds of each, in turns: whatever else the machine does hits both alike. */
async function inTurns(hosts: readonly Figures[]): Promise<Record<string, Pace>> {
  const best: Record<string, Pace> = {}
  for (let round = 0; round <= rounds; round++)
    for (const [title, request] of [
      ['look', look],
      ['save', save],
    ] as const)
      for (const one of hosts) {
        const { url, pid } = one.began
        const pace = await press({
          port: Number(new URL(url).port),
          pid,
          connections,
          milliseconds,
          request: request(one),
        })
        const name = `${one.host} ${title}`
        if (round > 0 && !(pace.cpu >= (best[name]?.cpu ?? Number.POSITIVE_INFINITY))) best[name] = pace
      }
  return best
}

const look =
  ({ began: { links } }: Figures) =>
  (connection: number) =>
    `GET ${links[connection]} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n`

/** Saves, each with the number of the revision before it; a connection's groups take turns, and no two connections have one. */
const save =
  ({ forms, counts }: Figures) =>
  (connection: number) => {
    const turns = Math.floor(forms.length / connections)
    const count = counts[connection] ?? 0
    counts[connection] = count + 1
    const form = forms[connection + connections * (count % turns)]
    if (!form) throw new Error('every connection has a group')
    return post(new URL(form.url).pathname, bodyOf(form, Math.floor(count / turns)))
  }
