import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import { startMailbox } from '#scripts/mailbox/mailbox.ts'
import { open } from '#tests/support/browser.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'

// Whether time tells who is known: how well the time of an answer, and of the next request, parts known addresses from unknown ones.
//   npm run bench:asking [pairs]
// 0.5 says nothing, 1 says all (area under the curve, AUC). Quieter machines tell more than busy ones.

const pairs = Number(process.argv[2] ?? 400)
const now = new Date('2026-12-01T10:00:00+01:00')
/** Milliseconds from an answer to the request after it, and from there to the next pair. */
const [breath, rest] = [5, 30]

type Times = { answer: number[]; next: number[] }

const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'))
const mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
const relance = await startRelance({
  folder,
  port: 0,
  fixed,
  isQuiet: true,
  clock: now.toISOString(),
  mailUrl: mailbox.smtpUrl,
  vars: { READING_MS: '0', TRUSTED_PROXIES: '1' },
})
try {
  const names = Array.from({ length: pairs }, (_, n) => `Lou ${n}`)
  const towns = Object.fromEntries(names.map((name, n) => [`Pau ${n}`, [name]]))
  await makeGroups(relance.db, towns, now)
  await relance.db
    .prepare(`UPDATE local_group SET on_map = 1, latitude = 43, longitude = 0, region = 'Occitanie'`)
    .run()
  await relance.tick()
  const referent = (n: number) => addressOf(names[n] ?? '')
  for (const [path, knownAt, more] of [
    ['/new-link', referent, {}],
    ['/sign-in', () => 'camille@archipel.example.org', {}],
    ['/join', referent, { groupName: 'Nord', town: 'Pau', name: 'Alix', consent: 'yes' }],
    ['/lists/annonces', referent, {}],
    [`/find/${groupUid('Pau 0')}/contact`, referent, { name: 'Alix', body: 'Bonjour', consent: 'yes' }],
  ] as const)
    await measure(path, knownAt, more)
} finally {
  await relance.stop()
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
}

type Fields = Readonly<Record<string, string>>

async function measure(path: string, knownAt: (n: number) => string, more: Fields): Promise<void> {
  const times = { known: { answer: [], next: [] } as Times, unknown: { answer: [], next: [] } as Times }
  const page = (await open(relance.url + path)).fields.find(([name]) => name === 'page')?.[1] ?? ''
  for (let n = 0; n < pairs; n++) {
    // Coordinators are written to six times an hour, and of visitors few may wait
    if (path === '/sign-in') await relance.db.prepare("DELETE FROM mail WHERE kind = 'sign_in'").run()
    for (const table of ['registration', 'list_subscriber', 'enquiry'])
      await relance.db.prepare(`DELETE FROM ${table}`).run()
    const asks = [
      ['known', knownAt(n)],
      ['unknown', `nobody-${n}@example.org`],
    ] as const
    for (const [who, email] of n % 2 === 0 ? asks : asks.toReversed()) {
      times[who].answer.push(await timed(() => post(path, { ...more, email, page }, n)))
      await new Promise((done) => setTimeout(done, breath))
      times[who].next.push(await timed(() => open(relance.url + path)))
      await new Promise((done) => setTimeout(done, rest))
    }
  }
  for (const what of ['answer', 'next'] as const) {
    const [known, unknown] = [times.known[what], times.unknown[what]]
    const ms = (values: number[]) => median(values).toFixed(2)
    console.log(
      `${path} ${what}: known ${ms(known)} ms, unknown ${ms(unknown)} ms, AUC ${auc(known, unknown).toFixed(3)}`,
    )
  }
}

async function post(path: string, fields: Fields, n: number): Promise<void> {
  const { status } = await open(relance.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'x-forwarded-for': `10.1.${n >> 8}.${n & 255}` },
  })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** How often a known one takes longer than an unknown one. */
function auc(known: readonly number[], unknown: readonly number[]): number {
  const longer = known.flatMap((one) => unknown.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)))
  return longer.reduce((sum, value) => sum + value, 0) / longer.length
}
