import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { openDatabase } from '#scripts/local/database.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { root } from '#scripts/local/paths.ts'
import { makeWebhook } from '#shared/actions/webhooks.ts'
import { insertEvent } from '#shared/db/events.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startReceiver } from '#tests/support/receiver.ts'
import { copyDatabase } from '#tests/support/template.ts'

/** As many are a minute's work on a small machine: `KILLS=500 npx vitest run tests/feeds/webhooks-killed.test.ts`. */
const kills = Number(process.env.KILLS ?? 12)
/** Steps of a run in which something is delivered: two at each trip to the database and each call. */
const steps = 24

const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
await copyDatabase(folder)
const { db, close } = await openDatabase(folder)
// Compiled once: a program that reads all its sources takes a second to start
const program = join(folder, 'delivering.mjs')
await build({
  entryPoints: [join(root, 'tests/support/delivering.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
})
const receiver = await startReceiver()
afterAll(async () => {
  close()
  await receiver.stop()
  await rm(folder, { recursive: true, force: true })
})

const start = Date.parse('2026-12-01T09:00:00Z')

async function runOnce(minute: number, step: number): Promise<'killed' | 'ended'> {
  const at = new Date(start + minute * 60_000).toISOString()
  const child = spawn(process.execPath, [program, databaseFile(folder), at, String(step)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code, signal] = await once(child, 'exit')
  expect([0, null]).toContain(code)
  return signal === 'SIGKILL' ? 'killed' : 'ended'
}

test(
  `whatever step a run is killed at, nothing is lost, and each group and person has its events heard in their order (${kills} times)`,
  async () => {
    const now = new Date(start)
    await makeGroups(db, { Pau: ['Lou'], Dax: ['Noa'], Lyon: ['Sam'] }, now)
    const acting = { db, movement, actor: { kind: 'system' as const }, now }
    await makeWebhook(acting, {
      uid: 'webhook-of-a-test',
      name: 'n8n',
      url: receiver.url,
      format: 'standard',
      actions: ['update_section', 'set_consents'],
      regions: null,
      tellsPeople: true,
      language: null,
      digestAt: null,
    })
    let written = 0
    let consents = 0
    let killed = 0
    for (let run = 0; killed < kills; run += 1) {
      const towns = ['Pau', 'Dax', 'Lyon', 'Pau']
      for (const town of towns) {
        written += 1
        const event = { action: 'update_section', group: groupUid(town), revision: written } as const
        await insertEvent(db, { kind: 'system' }, event, now).run()
      }
      for (const name of ['Lou', 'Lou', 'Noa']) {
        consents += 1
        const event = { action: 'set_consents', details: { number: consents } } as const
        await insertEvent(db, { kind: 'referent', person: personUid(name) }, event, now).run()
      }
      if ((await runOnce(run * 2, (run % steps) + 1)) === 'killed') killed += 1
    }
    for (let run = 0; run < 3; run += 1) await runOnce(kills * 10 + run * 2, 0)
    type Heard = { event: number; group?: { id: string }; revision: number; by?: { name: string } }
    const all = receiver.calls.map(({ body }) => JSON.parse(body).data as Heard)
    const heard = all.filter(({ group }) => Boolean(group))
    for (const name of ['Lou', 'Noa']) {
      const own = [...new Set(all.filter(({ by, group }) => !group && by?.name === name).map(({ event }) => event))]
      expect(own).toEqual([...own].sort((a, b) => a - b))
      expect(own).toHaveLength(name === 'Lou' ? (consents / 3) * 2 : consents / 3)
    }
    expect(new Set(heard.map(({ revision }) => revision)).size).toBe(written)
    for (const town of ['Pau', 'Dax', 'Lyon']) {
      // Said twice where nobody could know that it was heard, and never before what came earlier
      const first = [
        ...new Set(heard.filter(({ group }) => group?.id === groupUid(town)).map(({ revision }) => revision)),
      ]
      expect(first).toEqual([...first].sort((a, b) => a - b))
    }
    const state = `SELECT count(*) AS others FROM delivery WHERE state <> 'delivered'`
    expect(await db.prepare(state).first('others')).toBe(0)
  },
  // A machine that does much else beside takes some seconds for each
  60_000 + kills * 20_000,
)
