import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({
    clock: '2026-12-03T10:00:00+01:00',
    towns: { Pau: ['Lou'], Dax: ['Noa'] },
    round: '2026-12',
  })
  session = await signIn(world)
  const pau = `(SELECT id FROM local_group WHERE town = 'Pau')`
  const training = (day: string, theme: string, people: number | null) =>
    world.db
      .prepare(`INSERT INTO training (uid, group_id, theme, held_on, attendees) VALUES (?1, ${pau}, ?2, ?3, ?4)`)
      .bind(`training-${day}`, theme, day, people)
  await world.db.batch([
    training('2026-11-12', 'Animer une réunion', 8),
    training('2026-10-02', 'Désobéir', null),
    training('2025-03-01', 'Désobéir', 4),
    world.db.prepare(
      `INSERT INTO activity (uid, group_id, title, held_on) VALUES ('activity-1', ${pau}, 'Vélorution', '2026-11-20')`,
    ),
  ])
})
afterAll(() => world.stop())

const text = async (path: string) => textOf(await look(world, session, `/dashboard${path}`))

test('groups that gave trainings are shown with which, when and for how many', async () => {
  const page = await text('/groups?activity=training&from=2026-01-01&until=2026-12-31')
  expect(page).toMatch(/Pau .*12 novembre 2026, Animer une réunion \(8 personnes\) 2 octobre 2026, Désobéir/)
  expect(page).not.toContain('2025')
  expect(await text('/groups?theme=D%C3%A9sob%C3%A9ir')).toMatch(
    /2 octobre 2026, Désobéir 1er mars 2025, Désobéir \(4 personnes\)/,
  )
  expect(await text('/groups?activity=activity')).toContain('20 novembre 2026, Vélorution')
  expect(await text('/groups')).not.toContain('Vélorution')
})

test('and so does the file of this list', async () => {
  const file = await fetch(`${world.url}/dashboard/groups.csv?activity=training&column=town`, {
    headers: { cookie: session },
  })
  expect(await file.text()).toMatch(
    /id,Groupe,Ville,Formations\r\n.*Pau,2026-11-12 Animer une réunion \(8\spersonnes\) ; 2026-10-02 Désobéir ; 2025-03-01 /,
  )
})
