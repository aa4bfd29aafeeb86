import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import { keptSecret } from '#scripts/local/folder.ts'
import { linkPath } from '#shared/domain/link.ts'
import { open, submit } from '#tests/support/browser.ts'
import { makeLink } from '#tests/support/links.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { copyDatabase } from '#tests/support/template.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const names = ['Lou', 'Sam', 'Noa']
const noon = '2026-12-01T12:00:00+01:00'

let world: World
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, sends: true, clock: noon })
})
afterAll(() => world.stop())

test('a machine whose clock jumps back and forth writes to nobody twice, and opens no month twice', async () => {
  const instants = ['2026-11-30T12:00', '2026-12-01T12:00', '2026-11-02T12:00', '2025-12-02T12:00', '2026-12-01T12:01']
  for (const instant of instants) {
    const at = `${instant}:00+01:00`
    await world.setClock(at)
    await world.tick(new Date(at))
    await world.tick(new Date(at))
  }
  const invitations = (await readOutbox(world.db)).filter(({ kind }) => kind === 'invitation')
  expect(new Set(invitations.map(({ round, state }) => `${round} ${state}`))).toEqual(new Set(['2026-12 sent']))
  expect(names.map((name) => world.mailbox.messages.deliveriesTo(addressOf(name)))).toEqual([1, 1, 1])
})

test('a server that starts again under load keeps what it had taken, and answers afterwards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  await copyDatabase(folder)
  const begin = (port: number) =>
    startRelance({ fixed, folder, port, isQuiet: true, clock: noon, vars: { READING_MS: '0', LOOK_LATER_MS: '0' } })
  let relance = await begin(0)
  await makeGroups(relance.db, { Pau: ['Lou'] }, new Date(noon))
  const link = { secret: await keptSecret(folder), expiresAt: new Date('2027-01-01') }
  const token = await makeLink(relance.db, 'Lou', link, new Date(noon))
  const form = `${relance.url}${linkPath.update(token)}/${groupUid('Pau')}/identity`
  let isOver = false
  const statuses: number[] = []
  const taken: string[] = []
  const person = async (count = 0): Promise<void> => {
    if (isOver) return
    const website = `https://example.org/${count}`
    const status = await save(form, website).catch(() => 0)
    statuses.push(status)
    if (status === 200) taken.push(website)
    // A link may write a hundred times an hour
    await sleep(50)
    return person(count + 1)
  }
  const look = async (): Promise<void> => {
    if (isOver) return
    statuses.push(await statusOf(form).catch(() => 0))
    await sleep(1)
    return look()
  }
  const people = [person(), look(), look()]
  await expect.poll(() => taken.length).toBeGreaterThan(2)
  await relance.stop(1_000)
  relance = await begin(relance.port)
  const before = taken.length
  await expect.poll(() => taken.length).toBeGreaterThan(before + 1)
  isOver = true
  await Promise.all(people)
  // 0 is a connection that was cut, which a browser says by itself
  expect(statuses.filter((status) => status !== 0 && status !== 200)).toEqual([])
  const { results } = await relance.db
    .prepare('SELECT changes FROM revision WHERE author = ?1')
    .bind('referent')
    .all<{ changes: string }>()
  const kept = results.map(({ changes }) => changes).join()
  expect(taken.filter((website) => !kept.includes(`"${website}"`))).toEqual([])
  await relance.stop()
  await rm(folder, { recursive: true, force: true })
})

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url)
  await response.text()
  return response.status
}

/** Opens the section and saves it with another website; gives the status of the page that follows. */
async function save(form: string, website: string): Promise<number> {
  const sheet = await open(form)
  const [name = ''] = sheet.fields.find(([field]) => field.endsWith('.website')) ?? []
  return (await submit(sheet, { [name]: website })).status
}
