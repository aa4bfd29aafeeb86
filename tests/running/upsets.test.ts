import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open, submit } from '#tests/support/browser.ts'
import { addressOf, groupUid } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { startWorldInWorkerd, type WorldInWorkerd } from '#tests/support/world.ts'

const names = ['Lou', 'Sam', 'Noa']
const noon = '2026-12-01T12:00:00+01:00'

let world: WorldInWorkerd
beforeAll(async () => {
  world = await startWorldInWorkerd({ towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, sends: true, clock: noon })
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

test('workers that start again under load keep what they had taken, and answer afterwards', async () => {
  await world.setClock(noon)
  const form = `${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`
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
  const looking = [person(), look(), look()]
  async function look(): Promise<void> {
    while (!isOver) statuses.push((await fetch(form).catch(() => null))?.status ?? 0)
  }
  await expect.poll(() => taken.length).toBeGreaterThan(2)
  await world.restart()
  const before = taken.length
  await expect.poll(() => taken.length).toBeGreaterThan(before + 1)
  isOver = true
  await Promise.all(looking)
  // 0 is a connection that was cut, which a browser says by itself
  expect([...new Set(statuses)].filter((status) => status !== 0 && status !== 200)).toEqual([])
  const { results } = await world.db
    .prepare('SELECT changes FROM revision WHERE author = ?1')
    .bind('referent')
    .all<{ changes: string }>()
  const kept = results.map(({ changes }) => changes).join()
  expect(taken.filter((website) => !kept.includes(`"${website}"`))).toEqual([])
})

/** Opens the section and saves it with another website; gives the status of the page that follows. */
async function save(form: string, website: string): Promise<number> {
  const sheet = await open(form)
  const [name = ''] = sheet.fields.find(([field]) => field.endsWith('.website')) ?? []
  return (await submit(sheet, { [name]: website })).status
}
