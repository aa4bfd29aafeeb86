import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createTransport } from 'nodemailer'
import { fillHugely } from '#bench/huge-network.ts'
import movement from '#movement'
import { findRunning } from '#scripts/local/folder.ts'
import { type Relance, startRelance } from '#scripts/local/relance.ts'
import { findPreview } from '#shared/db/preview.ts'
import { countRoundMails } from '#shared/db/rounds.ts'
import type { Letter } from '#shared/mail/letter.ts'
import { openRoundNow } from '#workers/reminders/open-round.ts'
import { prepare } from '#workers/reminders/prepare.ts'

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
    sample: true,
    isQuiet: true,
    clock: now.toISOString(),
    mailUrl,
    vars: chunk ? { MAILS_AT_ONCE: chunk } : {},
  })
  try {
    await fillHugely(relance.db, groups, 0, now)
    await withoutCaps(relance)
    const opening = await timed(() => openRoundNow(relance.db, movement, now))
    const { pending = 0 } = await countRoundMails(relance.db, '2026-12')
    console.log(`\n${groups} groups, ${pending} mails: the round opened in ${seconds(opening)}`)
    const ours = await sendAll(relance, folder, pending)
    const theirs = await nodemailerSends(await sampleLetter(relance), Math.min(pending, 3000))
    console.log(
      `Relance ${ours.toFixed(0)} mails/s, nodemailer ${theirs.toFixed(0)} mails/s, both over ${connections} connections: ${(ours / theirs).toFixed(2)}`,
    )
  } finally {
    await relance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Sends a round, and says every tenth of the way how fast it goes, how much memory it takes and what the database does. */
async function sendAll(relance: Relance, folder: string, mails: number): Promise<number> {
  const before = await taken()
  const { cpu: cpuBefore } = await usage(folder)
  const start = performance.now()
  let told = 0
  for (;;) {
    await relance.tick(now)
    const done = (await taken()) - before
    const { pending = 0, sending = 0 } = await countRoundMails(relance.db, '2026-12')
    if (done >= told + mails / 10 || pending + sending === 0) {
      const work = await relance.trips()
      const { rss, cpu } = await usage(folder)
      const ms = performance.now() - start
      console.log(
        `  ${String(done).padStart(7)} mails, ${seconds(ms)}, ${(work.statements / Math.max(done, 1)).toFixed(2)} statements and ${((cpu - cpuBefore) / Math.max(done, 1)).toFixed(2)} ms of CPU a mail, workerd ${rss} MB`,
      )
      told = done
    }
    if (pending + sending === 0) break
  }
  return (mails * 1000) / (performance.now() - start)
}

async function nodemailerSends({ from, to, subject, html, text, headers }: Letter, mails: number): Promise<number> {
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
async function sampleLetter({ db }: Relance): Promise<Letter> {
  const request = { kind: 'invitation' as const, group: 'group-000001', address: null, movement }
  const departure = await findPreview(db, request)
  const written =
    departure && prepare(departure, 'a'.repeat(43), { movement, publicUrl: 'https://maj.example.org' }, now)
  if (!written || !('letter' in written)) throw new Error('there is nobody to write to')
  return written.letter
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

/** What workerd has in memory (MB), and how long it has had a processor (ms): the sender, its connections and the database together. Linux says. */
async function usage(folder: string): Promise<{ rss: number; cpu: number }> {
  const running = (await findRunning(folder)) as { workerd?: number } | null
  try {
    const [status, stat] = ['status', 'stat'].map((name) => readFileSync(`/proc/${running?.workerd}/${name}`, 'utf8'))
    // proc(5): user and system time, in hundredths of a second, after the name in brackets
    const [user = 0, system = 0] = (stat?.split(') ')[1]?.split(' ').slice(11, 13) ?? []).map(Number)
    return { rss: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0) / 1024), cpu: 10 * (user + system) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { rss: 0, cpu: 0 }
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
