import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createTransport } from 'nodemailer'
import { cpuOf } from '#bench/cpu.ts'
import { fillHugely } from '#bench/huge-network.ts'
import { startRelance } from '#hosts/node/relance.ts'
import type { Relance } from '#hosts/relance.ts'
import fixed from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { openRoundNow } from '#shared/actions/open-round.ts'
import { prepare } from '#shared/actions/send-due/prepare.ts'
import { findPreview } from '#shared/db/preview.ts'
import { countRoundMails } from '#shared/db/rounds.ts'
import type { MailMessage } from '#shared/mail/message.ts'

// How many mails a second leave for a local server, against nodemailer in the same run; and a round of a huge network:
//   npm run bench:mails [groups …]
// Figures say something only against those of the same run, on the same machine.

const now = new Date('2026-12-01T10:00:00+01:00')
const connections = 4
/** Mails that are claimed together, when it is not what budget.ts says. */
const chunk = process.env.CHUNK

const sink = new Worker(new URL('./smtp-sink.ts', import.meta.url))
const [port] = (await once(sink, 'message')) as [number]
const sizes = process.argv.slice(2).map(Number)
try {
  for (const groups of sizes.length > 0 ? sizes : [1500, 100_000]) await measure(groups)
} finally {
  await sink.terminate()
}

async function measure(groups: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'relance-bench-'))
  const mailUrl = `smtp://127.0.0.1:${port}?connections=${connections}`
  const relance = await startRelance({
    folder,
    port: 0,
    fixed,
    isQuiet: true,
    clock: now.toISOString(),
    mailUrl,
    vars: chunk ? { MAILS_AT_ONCE: chunk } : {},
  })
  try {
    await fillHugely(relance.db, groups, 0, now)
    await withoutCaps(relance)
    const opening = await timed(() => openRoundNow({ db: relance.db, movement, actor: { kind: 'system' }, now }))
    const { pending = 0 } = await countRoundMails(relance.db, '2026-12')
    console.log(`\n${groups} groups, ${pending} mails: the round opened in ${seconds(opening)}`)
    const ours = await sendAll(relance, pending)
    const theirs = await nodemailerSends(await sampleMessage(relance), Math.min(pending, 3000))
    console.log(
      `Relance ${ours.toFixed(0)} mails/s, nodemailer ${theirs.toFixed(0)} mails/s, both over ${connections} connections: ${(ours / theirs).toFixed(2)}`,
    )
  } finally {
    await relance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How far a round is: mails that the server took, and what they cost so far. */
type Progress = { mails: number; ms: number; cpu: number; database: number }

/** Sends a round, and says of every tenth of it how fast it went, what it cost, how long the database was busy and how much memory there is. */
async function sendAll(relance: Relance, mails: number): Promise<number> {
  const { pid } = process
  const arrivedBefore = await taken()
  const progress = async (): Promise<Progress & { statements: number }> => {
    const { milliseconds, statements } = await relance.trips()
    const cpu = cpuOf(pid) ?? Number.NaN
    return { mails: (await taken()) - arrivedBefore, ms: performance.now(), cpu, database: milliseconds, statements }
  }
  const begin = await progress()
  let last = begin
  for (;;) {
    await relance.tick(now)
    const { pending = 0, sending = 0 } = await countRoundMails(relance.db, '2026-12')
    const isDone = pending + sending === 0
    const next = await progress()
    if (isDone || next.mails >= last.mails + mails / 10) {
      tell(last, next, pid)
      last = next
    }
    if (isDone) break
  }
  const of = (what: 'ms' | 'cpu' | 'database' | 'statements') => last[what] - begin[what]
  console.log(
    `  together: ${seconds(of('ms'))}, of which the database ${seconds(of('database'))} (${((100 * of('database')) / of('ms')).toFixed(0)} %); ${(of('statements') / mails).toFixed(2)} statements and ${(of('cpu') / mails).toFixed(2)} ms of CPU a mail`,
  )
  return (mails * 1000) / of('ms')
}

function tell(last: Progress, next: Progress, pid: number): void {
  const mails = next.mails - last.mails
  const ms = next.ms - last.ms
  console.log(
    `  ${String(next.mails).padStart(7)} mails, ${((1000 * mails) / ms).toFixed(0).padStart(4)} a second, the database busy ${((100 * (next.database - last.database)) / ms).toFixed(0)} % of the time, ${((next.cpu - last.cpu) / mails).toFixed(2)} ms of CPU a mail, ${residentOf(pid)} MB with the mail server`,
  )
}

async function nodemailerSends(
  { from, to, subject, html, text, headers }: MailMessage,
  mails: number,
): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
  })
  const start = performance.now()
  await Promise.all(
    Array.from({ length: mails }, (_, n) =>
      transport.sendMail({ from, to: { name: to.name, address: `p${n}@example.org` }, subject, html, text, headers }),
    ),
  )
  transport.close()
  return (mails * 1000) / (performance.now() - start)
}

/** The mail that most people get. */
async function sampleMessage({ db }: Relance): Promise<MailMessage> {
  const request = { kind: 'invitation' as const, group: 'group-000001', address: null, movement, now }
  const mail = await findPreview(db, request)
  const written = mail && prepare(mail, 'a'.repeat(43), { movement, publicUrl: 'https://maj.example.org' }, now)
  if (!written || !('message' in written)) throw new Error('there is nobody to write to')
  return written.message
}

/** The caps are not what is measured. */
async function withoutCaps({ db }: Relance): Promise<void> {
  await db.batch(
    ['INSERT', 'UPDATE'].map((verb) =>
      db.prepare(`CREATE TRIGGER uncapped_${verb} AFTER ${verb} ON mail_hour BEGIN DELETE FROM mail_hour; END`),
    ),
  )
}

async function taken(): Promise<number> {
  sink.postMessage('how many?')
  const [count] = (await once(sink, 'message')) as [number]
  return count
}

/** What a process has in memory (MB): Linux says. */
function residentOf(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Number.NaN
    throw error
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
