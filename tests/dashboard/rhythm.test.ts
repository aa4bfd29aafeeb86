import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { answer } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const at = (instant: string) => new Date(instant)
beforeAll(async () => {
  world = await startWorld({
    clock: '2027-01-20T10:00:00+01:00',
    fixed: { ...sample, calendar: { ...sample.calendar, every: 12 } },
  })
  await makeGroups(world.db, { Pau: ['Lou'], Dax: ['Noa'] }, at('2024-01-01T00:00:00Z'))
  await round('2024-01', { Pau: 'Lou' })
  await round('2026-01', { Pau: 'Lou', Dax: 'Noa' })
  await round('2027-01', { Pau: 'Lou' })
  session = await signIn(world)
})
afterAll(() => world.stop())

/** A round in which they answer the next day. */
async function round(key: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await makeStep(world.db, key, 'invitation', at(`${key}-05T08:00:00Z`))
  for (const [town, by] of Object.entries(answers))
    await answer(world.db, { round: key, town, by }, at(`${key}-06T07:00:00Z`))
  if (key < '2027') await makeStep(world.db, key, 'silent_groups', at(`${key}-26T08:00:00Z`))
}

test('two updates of one month are told apart by their years', async () => {
  const page = await look(world, session, '/dashboard')
  expect(textOf(page)).toMatch(/en 2 jours janv\. 27 50\D+janv\. 26 100\D/)
  expect(page.html).toMatch(/class="end now"[^>]*>janv\. 27</)
})

test('where there is an update a year, the network is shown over four years, and not over the one update of a year', async () => {
  const page = textOf(await look(world, session, '/dashboard/network'))
  expect(page).toContain('Depuis janvier 2024')
  expect(page).toContain('24 personnes, comme au début de la période.')
})

test('an update that did not take place keeps its place on the axis, and says so', async () => {
  const { html } = await look(world, session, '/dashboard/network')
  const [, groups = ''] = html.split('aria-labelledby="groups"')
  const readings = [...groups.matchAll(/<span class="reading">([^<]+) <b>(.+?)<\/b>/g)].slice(0, 4)
  expect(readings.map(([, month, value]) => [month, value])).toEqual([
    ['janvier 2024', '2'],
    ['janvier 2025', 'pas de mise à jour'],
    ['janvier 2026', '2'],
    ['janvier 2027', '2'],
  ])
  expect(groups).toMatch(/<path class="now" d="M0,\S+?C\S*?66\.667,/)
})

test('one update makes no curve, whichever it is', async () => {
  const page = textOf(await look(world, session, '/dashboard/network?from=2026-01&until=2026-01'))
  expect(page).toContain('Une seule mise à jour dans ces mois : une courbe en demande deux.')
})
