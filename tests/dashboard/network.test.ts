import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upsertRows } from '#shared/db/section-writes.ts'
import { trainings } from '#shared/record/sections/trainings.ts'
import { inspect, openAxePage, openBrowser } from '#tests/support/axe.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { answer } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const at = (instant: string) => new Date(instant)
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
  await makeGroups(world.db, { Pau: ['Lou'], Dax: ['Noa'] }, at('2025-01-01T00:00:00Z'))
  await world.db.prepare(`UPDATE local_group SET region = 'Corse', department = '2A' WHERE town = 'Dax'`).run()
  await round('2025-10', ['Pau'])
  await round('2026-10', ['Pau', 'Dax'])
  await makeGroups(world.db, { Sète: ['Zoé'] }, at('2026-10-20T00:00:00Z'))
  await round('2026-11', ['Pau'])
  await makeStep(world.db, '2026-12', 'invitation', at('2026-12-01T08:00:00Z'))
  const training = { group: groupUid('Pau'), theme: 'Accueil' }
  await upsertRows(world.db, trainings, [
    { ...training, uid: 'training-1', held_on: '2026-10-12', attendees: 9 },
    { ...training, uid: 'training-2', held_on: '2026-11-12', attendees: null },
    { ...training, uid: 'training-3', held_on: '2025-11-12', attendees: 5 },
  ]).run()
  await world.db.batch([
    world.db.prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', 'Marche d’automne', 'marche d automne', '2026-11-07', '')`,
    ),
    world.db.prepare(
      `INSERT INTO participation (group_id, campaign_id, role, people) SELECT local_group.id, campaign.id, iif(town = 'Pau', 'organises', 'joins'), 40 FROM local_group, campaign WHERE town <> 'Sète'`,
    ),
  ])
  session = await signIn(world)
})
afterAll(() => world.stop())

/** A round in which these towns answer two days after the invitation. */
async function round(key: string, towns: string[]): Promise<void> {
  await makeStep(world.db, key, 'invitation', at(`${key}-02T08:00:00Z`))
  for (const town of towns)
    await answer(world.db, { round: key, town, by: { Pau: 'Lou', Dax: 'Noa' }[town] ?? '' }, at(`${key}-04T08:00:00Z`))
  await makeStep(world.db, key, 'silent_groups', at(`${key}-23T08:00:00Z`))
}

const network = async (query = '') => textOf(await look(world, session, `/dashboard/network${query}`))

describe('the network over time', () => {
  test('is the last year, against the year before', async () => {
    const page = await network()
    expect(page).toMatch(/Le réseau à la mise à jour de décembre 2026 3 groupes, 36 personnes actives/)
    expect(page).toContain('Depuis octobre 2026 : 1 groupe de plus, 12 personnes actives de plus.')
    expect(page).toContain('60 % des groupes ont répondu, en moyenne sur la période.')
    expect(page).toContain('La moitié de ceux qui répondent le font en 2,1 jours')
    expect(page).toMatch(/Part des groupes qui répondent 60 % 50 % \+10 pt/)
    expect(page).toMatch(/Formations 2 1 \+1 Personnes formées 9 5 \+4/)
    expect(page).toMatch(/Personnes mobilisées 80 0 \+80/)
  })

  test('does not count the round that is still open among the rates', async () => {
    const page = await network()
    const rates = page.slice(page.indexOf('Part des groupes qui répondent'), page.indexOf('Temps pour répondre'))
    expect(rates).toContain('novembre 2026')
    expect(rates).not.toContain('décembre 2026')
  })

  test('can be any period against any other', async () => {
    const page = await network('?from=2026-11&until=2026-11&against_from=2026-10&against_until=2026-10')
    expect(page).toMatch(/Groupes, en fin de période 3 2 \+1/)
    expect(page).toMatch(/Part des groupes qui répondent 33 % 100 % -67 pt/)
  })

  test('can be one region or department', async () => {
    for (const place of ['region=Corse', 'department=2A']) {
      const page = await network(`?${place}`)
      expect(page).toContain('1 groupe, 12 personnes actives')
      expect(page).toContain('Aucune formation inscrite dans ces mois.')
      expect(page).toMatch(/Marche d’automne 0 1 0 40/)
    }
  })

  test('is told region by region, for an annual report, which adds up to the whole', async () => {
    const response = await fetch(`${world.url}/dashboard/network/byregion.csv`, { headers: { cookie: session } })
    const [head = '', ...rows] = (await response.text()).trim().split('\r\n')
    expect(head.split(';').length).toBe(9)
    expect(rows.map((row) => row.split(';'))).toEqual([
      ['Corse', '1', '12', '0', '0', '0', '0', '1', '40'],
      ['Région inconnue', '2', '24', '2', '9', '0', '0', '1', '40'],
    ])
  })

  test('says so where there was no round', async () => {
    expect(await network('?from=2024-01&until=2024-06')).toContain(
      'Il n’y a pas encore eu de mise à jour dans ces mois',
    )
  })

  test('does not trip over months that are none', async () => {
    const page = await look(world, session, '/dashboard/network?from=2026-13&until=now&against_from=x&region=%00')
    expect(page.status).toBe(200)
  })
})

describe('a figure leads to the groups behind it', () => {
  test.each([
    ['theme=Accueil', 'theme=Accueil&amp;from=2026-01-01&amp;until=2026-12-31', 1],
    ['campaign=', `campaign=${encodeURIComponent('Marche d’automne').replaceAll('%20', '+')}`, 2],
  ])('%s', async (_, query, groups) => {
    const { html } = await look(world, session, '/dashboard/network')
    expect(html).toContain(`href="/dashboard/groups?${query}"`)
    const list = textOf(await look(world, session, `/dashboard/groups?${query.replaceAll('&amp;', '&')}`))
    expect(list).toContain(groups === 1 ? '1 groupe ' : `${groups} groupes `)
  })
})

describe('in a real browser,', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each([1280, 320])('the network is accessible and fits %d pixels', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const [name = '', value = ''] = session.split('=')
    await context.addCookies([{ name, value, url: `${world.url}/dashboard` }])
    const { faults, overflow, status } = await inspect(await openAxePage(context), `${world.url}/dashboard/network`)
    expect({ faults, overflow, status }).toEqual({ faults: [], overflow: 0, status: 200 })
    await context.close()
  })
})
