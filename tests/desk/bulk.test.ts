import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
]
const bulk = '/desk/bulk'
const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]

let db: D1Database
let close: () => Promise<void>
let desk: DeskPages
let camille: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Lou'], Gap: ['Max'] }, now)
  desk = new DeskPages(db, now, { ...config, coordinators })
  camille = await desk.signIn()
})

async function column(sql: string): Promise<unknown[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}
const states = () => column('SELECT town, state FROM local_group ORDER BY town')
const languages = () => column("SELECT name, coalesce(language, '-') FROM person ORDER BY name")
const events = () => column("SELECT action FROM event WHERE actor = 'coordinator' AND action <> 'sign_in' ORDER BY id")

/** Chooses, reads what will be done, and does it. */
async function act(choice: Record<string, string | null>, groups: readonly string[], session = camille) {
  const { page } = await desk.look(bulk, session)
  const body = new URLSearchParams(page.fields.filter(([name]) => name === 'page').slice(0, 1) as [string, string][])
  for (const uid of groups) body.append('group', uid)
  for (const [name, value] of Object.entries({ ...choice, do: 'look' })) if (value !== null) body.set(name, value)
  const shown = await desk.post(bulk, body, session)
  body.set('do', 'act')
  desk.trips = 0
  return { shown, acted: await desk.post(bulk, body, session), trips: desk.trips }
}

describe('several groups at once', () => {
  test('are closed after they were shown: an event each and one for the whole, in two trips; and put back by one press', async () => {
    const { shown, acted, trips } = await act({ deed: 'state', state: 'closed' }, [pau, dax])
    expect([shown.status, textOf(shown.page)]).toEqual([200, expect.stringMatching(/2 groupes passent.*Archipel Dax/s)])
    expect([acted.status, trips]).toEqual([303, 2])
    expect(await states()).toEqual(['Dax closed', 'Gap active', 'Pau closed'])
    expect(await events()).toEqual(['close_group', 'close_group', 'change_states'])
    expect(await column("SELECT count(*) FROM mail WHERE kind = 'news'")).toEqual(['0'])
    const after = await desk.look(acted.to ?? '', camille)
    expect(textOf(after.page)).toContain('C’est fait : 2 groupes ont changé d’état.')
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    const undone = await desk.send(after.page, bulk, { do: 'undo', event }, camille)
    expect([undone.status, await states()]).toEqual([303, ['Dax active', 'Gap active', 'Pau active']])
    const again = await desk.send(after.page, bulk, { do: 'undo', event }, camille)
    expect([again.status, textOf(again.page)]).toEqual([409, expect.stringContaining('plus rien à remettre')])
  })

  test('are put back as far as nobody has changed them since', async () => {
    const { acted } = await act({ deed: 'state', state: 'closed' }, [pau, dax])
    await desk.act(`/desk/groups/${dax}`, { do: 'reopen' }, camille)
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    const undone = await desk.act(acted.to ?? '', { do: 'undo', event }, camille)
    expect(undone.to).toBe(`${bulk}?said=undone&n=1&kept=1`)
    expect(await states()).toEqual(['Dax active', 'Gap active', 'Pau active'])
  })

  test('have the language of all their referents chosen, and each put back to their own', async () => {
    await db.prepare("UPDATE person SET language = 'nl' WHERE name = 'Sam'").run()
    const { acted } = await act({ deed: 'language', language: 'en' }, [pau])
    expect([acted.status, await languages()]).toEqual([303, ['Lou en', 'Max -', 'Noa -', 'Sam en']])
    const { page } = await desk.look(acted.to ?? '', camille)
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    await desk.send(page, bulk, { do: 'undo', event }, camille)
    expect(await languages()).toEqual(['Lou -', 'Max -', 'Noa -', 'Sam nl'])
  })

  test('have all their referents sent their link again, once each; which asks for a sign-in of the last ten minutes', async () => {
    const { acted } = await act({ deed: 'links' }, [pau, dax])
    expect(acted.to).toBe(
      `${bulk}?said=send_links&n=3&event=${await db.prepare('SELECT max(id) AS id FROM event').first('id')}`,
    )
    expect(
      await column(
        "SELECT person.name FROM mail JOIN person ON person.id = person_id WHERE kind = 'new_link' ORDER BY 1",
      ),
    ).toEqual(['Lou', 'Noa', 'Sam'])
    desk.now = new Date(now.getTime() + 11 * 60_000)
    const late = await act({ deed: 'links' }, [pau])
    expect([late.acted.status, textOf(late.acted.page)]).toEqual([403, expect.stringContaining('Reconnectez-vous')])
  })

  test('are those of one’s own regions', async () => {
    await db.prepare("UPDATE local_group SET region = 'Bretagne' WHERE town = 'Gap'").run()
    const sacha = await desk.signIn('sacha@archipel.example.org')
    const { acted } = await act({ deed: 'state', state: 'closed' }, [pau, groupUid('Gap')], sacha)
    expect(await states()).toEqual(['Dax active', 'Gap closed', 'Pau active'])
    const { page } = await desk.look(acted.to ?? '', sacha)
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    await desk.send(page, bulk, { do: 'undo', event }, sacha)
    expect(await states()).toEqual(['Dax active', 'Gap active', 'Pau active'])
  })

  test('of which none is chosen, or nothing to be done, bring the page back as it was', async () => {
    const { shown } = await act({ deed: 'state', state: 'asleep' }, [])
    expect([shown.status, textOf(shown.page)]).toEqual([422, expect.stringContaining('Choisissez au moins un groupe')])
    const { shown: other } = await act({}, [pau])
    expect([other.status, textOf(other.page)]).toEqual([422, expect.stringContaining('Choisissez ce qu’il faut faire')])
  })
})

test('of more than a hundred groups the first hundred are shown, and the page says so', async () => {
  await makeGroups(db, Object.fromEntries(Array.from({ length: 110 }, (_, at) => [`Ville ${at}`, []])), now)
  desk.trips = 0
  const { page } = await desk.look(bulk, camille)
  expect(desk.trips).toBeLessThanOrEqual(2)
  expect(page.fields.filter(([name]) => name === 'group')).toHaveLength(100)
  expect(textOf(page)).toContain('voici les 100 premiers')
  expect(page.html.length).toBeLessThan(100_000)
})
