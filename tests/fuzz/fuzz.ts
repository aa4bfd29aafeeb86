import { setTimeout as sleep } from 'node:timers/promises'
import { rawRequest, sendRaw } from '#tests/support/raw-http.ts'
import type { World } from '#tests/support/world.ts'
import { faultOf } from './answers.ts'
import { type Ask, askForm, askRoute, isReading } from './asks.ts'
import { formsIn, type PageForm } from './forms.ts'
import { freshNetwork, type Network } from './network.ts'
import { type Random, randomFrom } from './random.ts'

/** Requests after which the movement is as it was: whatever was erased, left or revoked is there again. */
const perBlock = 500
/** An answer over this is slow, in milliseconds. */
const slow = 1000

export type Finding = { block: number; fault: string; ask: string }
/** How long an answer took, and what it took of the processor, which does not depend on what else the machine does; both in milliseconds. */
export type Slow = { block: number; took: number; cpu: number; ask: string }
export type Report = {
  requests: number
  statuses: Map<number, number>
  reads: number
  writes: number
  slow: Slow[]
  slowest: Slow
  findings: Finding[]
}

export type Options = {
  requests: number
  seed: number /** The block to begin with, to see one again. */
  block?: number
}

/** Sends requests of every kind to a world, and tells what no answer to them may be. */
export async function fuzz(world: World, { requests, seed, block: first = 0 }: Options): Promise<Report> {
  const report: Report = {
    requests: 0,
    statuses: new Map(),
    reads: 0,
    writes: 0,
    slow: [],
    slowest: { block: first, took: 0, cpu: 0, ask: '' },
    findings: [],
  }
  for (let block = first; report.requests < requests; block++) {
    const random = randomFrom(seed * 1_000_003 + block)
    const step = stepsOf(world, await freshNetwork(world), random, { report, block })
    for (let left = Math.min(perBlock, requests - report.requests); left > 0; left--)
      for (const finding of await step()) report.findings.push({ block, ...finding })
  }
  return report
}

/** The steps of one block. The forms of the pages that were seen are the next to be sent. */
function stepsOf(
  world: World,
  network: Network,
  random: Random,
  run: { report: Report; block: number },
): () => Promise<Omit<Finding, 'block'>[]> {
  const forms: PageForm[] = []
  return async () => {
    const form = forms.length > 0 && random.chance(0.6) ? random.pick(forms) : null
    const ask = form ? askForm(random, network, form) : askRoute(random, network)
    const before = isReading(ask, network) ? await countChanges(world) : null
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const answer = await sendRaw(world.port, requestOf(ask), ask.method === 'HEAD')
    const { user, system } = process.cpuUsage(cpu)
    const spent = { took: performance.now() - start, cpu: (user + system) / 1000 }
    note(run, ask, { status: answer.status, ...spent, isReading: before !== null })
    if (answer.status === 200) forms.push(...formsIn(answer.body, ask.target.split('?')[0] ?? '/'))
    forms.splice(0, forms.length - formsKept)
    const isWritten = before !== null && (await countChanges(world)) !== before && (await writesAgain(world, ask))
    const faults = [faultOf(answer), isWritten ? 'written by a reader' : null]
    return faults.flatMap((fault) => (fault === null ? [] : [{ fault, ask: shown(ask) }]))
  }
}

const formsKept = 40

/** Milliseconds in which the sender does what was asked for before. */
const settling = 3_000

/** Whether the same request writes by itself: what an earlier one left to be done may have been written meanwhile. */
async function writesAgain(world: World, ask: Ask): Promise<boolean> {
  await sleep(settling)
  const before = await countChanges(world)
  await sendRaw(world.port, requestOf(ask), ask.method === 'HEAD')
  return (await countChanges(world)) !== before
}

/** Rows that were written since the database was opened: only a write moves it. */
function countChanges({ db }: World): Promise<number | null> {
  return db.prepare('SELECT total_changes() AS n').first<number>('n')
}

type Noted = { status: number; took: number; cpu: number; isReading: boolean }

function note(
  { report, block }: { report: Report; block: number },
  ask: Ask,
  { status, took, cpu, isReading: isOfReader }: Noted,
): void {
  report.requests += 1
  report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1)
  if (isOfReader) report.reads += 1
  else report.writes += 1
  if (took <= slow && took <= report.slowest.took) return
  const one = { block, took, cpu, ask: shown(ask) }
  if (took > slow) report.slow.push(one)
  if (took > report.slowest.took) report.slowest = one
}

function requestOf({ method, target, headers, body }: Ask): string {
  const line = `${method} ${target.replace(/[^\x21-\x7e\x80-\xff]/g, '') || '/'}`
  return rawRequest(line, headers, body)
}

function shown({ method, target, headers, body }: Ask): string {
  const line = [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value}`), body]
  return line.map((part) => JSON.stringify(part).slice(1, 200)).join(' | ')
}

const told = ({ block, took, cpu, ask }: Slow) =>
  `block ${block}: ${Math.round(took)} ms, ${Math.round(cpu)} ms of the processor: ${ask}`

/** What a run found, for people. */
export function summaryOf({ requests, statuses, reads, writes, slow: slowOnes, slowest, findings }: Report): string {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  return [
    `${requests} requests, ${reads} that may not write and ${writes} that may`,
    counts.join(', '),
    `${slowOnes.length} over a second, ${slowOnes.filter(({ cpu }) => cpu > slow).length} of them of the processor; the slowest: ${told(slowest)}`,
    ...slowOnes.slice(0, 30).map(told),
    `${findings.length} faults`,
    ...findings.slice(0, 50).map(({ block, fault, ask }) => `block ${block}: ${fault}: ${ask}`),
  ].join('\n')
}
