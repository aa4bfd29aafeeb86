import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { beginRedirect, pause, resume, stopRedirect } from '#scripts/mails/control.ts'
import { takeStep } from '#shared/actions/open-round.ts'
import { open, submit } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam', 'Ada'], Dax: ['Noa', 'Ida'] } })
})
afterAll(() => world.stop())
beforeEach(() => world.db.prepare('DELETE FROM event').run())

/** Who did what to which group, as the log has it. */
async function events(): Promise<string[]> {
  const { results } = await world.db
    .prepare(
      `SELECT event.actor, person.name, event.coordinator, event.action, g.name AS town, event.revision
       FROM event
       LEFT JOIN person ON person.id = event.actor_id
       LEFT JOIN local_group g ON g.id = event.group_id
       ORDER BY event.id`,
    )
    .all<Record<'actor' | 'name' | 'action' | 'town' | 'revision', string | number | null>>()
  return results.map(({ actor, name, action, town, revision }) =>
    [`${actor} ${name ?? '–'}: ${action}`, ...(town ? [town] : []), ...(revision ? [revision] : [])].join(' '),
  )
}

const page = async (name: string, path: string) => open((await world.linkOf(name)) + path)
const pau = `/${groupUid('Pau')}`

describe('what somebody does by their link is in the log, with who did it', () => {
  test.each<[what: string, act: () => Promise<unknown>, told: string]>([
    ['all is right', async () => submit(await page('Lou', pau)), 'confirm_sections Archipel Pau'],
    [
      'a correction',
      async () => submit(await page('Lou', `${pau}/identity`), { [`${groupUid('Pau')}.active_members`]: '31' }),
      'update_section Archipel Pau 2',
    ],
    [
      'a correction taken back',
      async () => submit(await page('Lou', `${pau}/history`), { revision: '2' }),
      'undo_revision Archipel Pau 3',
    ],
    ['a pause', async () => submit(await page('Lou', `${pau}/part`), { do: 'pause' }), 'pause_group Archipel Pau 4'],
    [
      'the end of a pause',
      async () => submit(await page('Lou', `${pau}/part`), { do: 'wake' }),
      'wake_group Archipel Pau 5',
    ],
    ['a consent', async () => submit(await page('Lou', '/me'), { name: 'oui' }), 'set_consents'],
    ['a note', async () => submit(await page('Lou', '/word'), { body: 'Bonjour' }), 'write_note'],
  ])('%s', async (_what, act, told) => {
    await act()
    expect(await events()).toEqual([`referent Lou: ${told}`])
  })

  test('leaving, and what follows when an address is left', async () => {
    await submit(await page('Ada', `${pau}/part?do=leave`), { do: 'leave' })
    expect(await events()).toEqual(['referent Ada: leave_group Archipel Pau 6'])
  })

  test('a link stopped, mails stopped and begun again', async () => {
    const link = await world.linkOf('Sam')
    const unsubscribe = link.replace('/u/', '/unsubscribe/')
    await submit(await open(unsubscribe), { do: 'stop' })
    await submit(await open(unsubscribe), { do: 'back' })
    await submit(await open(`${link}/not-me`), {})
    expect(await events()).toEqual(['unsubscribe', 'resubscribe', 'revoke_link'].map((act) => `referent Sam: ${act}`))
  })

  test('an erasure, without who was forgotten', async () => {
    const link = await world.linkOf('Noa')
    await submit(await open(`${link}/me`), { sure: 'oui' }, `${link}/me/erase`)
    expect(await events()).toEqual(['referent –: erase_person'])
    const { results } = await world.db.prepare('SELECT * FROM event').all()
    expect(JSON.stringify(results)).not.toContain(personUid('Noa'))
  })

  test('nothing where nothing was done', async () => {
    await open((await world.linkOf('Ida')) + pau)
    await submit(await page('Lou', `${pau}/identity`), { [`${groupUid('Pau')}.active_members`]: 'douze' })
    expect(await events()).toEqual([])
  })
})

test('what a command does to all mails is in the log', async () => {
  const desk = { db: world.db, movement, now: world.now() }
  await pause(desk, '')
  await resume(desk)
  await beginRedirect(desk, '')
  await stopRedirect(desk, 'drop')
  expect(await events()).toEqual(
    ['pause_mails', 'resume_mails', 'redirect_mails', 'end_redirect'].map((act) => `system –: ${act}`),
  )
})

test('a step that two senders open is told once, by the one that opened it', async () => {
  const step = { name: 'invitation', kind: 'invitation', on: '2027-01-05', dueAt: world.now() } as const
  const due = { opens: true, round: '2027-01', step, skipped: [] }
  const later = new Date(world.now().getTime() + 1000)
  await Promise.all([world.now(), later].map((now) => takeStep(world.db, movement, due, now)))
  expect(await events()).toEqual(['system –: open_step'])
})
