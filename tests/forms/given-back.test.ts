import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { agree, setGroup } from '#tests/support/feeds.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const towns: Record<string, [latitude: number, longitude: number]> = {
  Pau: [43.3, -0.37],
  Tarbes: [43.23, 0.08],
  Dax: [43.71, -1.05],
  Auch: [43.65, 0.58],
  Toulouse: [43.6, 1.44],
  Lille: [50.63, 3.06],
}
const page = async (name: string, path = '') => open(`${await world.linkOf(name)}/${groupUid('Pau')}${path}`)
const answer = async () => submit(await page('Lou'))
const plan = (table: 'activity' | 'training', town: string, on: string, title: string) =>
  world.db
    .prepare(
      `INSERT INTO ${table} (uid, group_id, held_on, ${table === 'activity' ? 'title' : 'theme'})
       SELECT ?1, id, ?2, ?3 FROM local_group WHERE uid = ?4`,
    )
    .bind(`${table}-${title}-of-${town}`.toLowerCase().replaceAll(' ', '-').slice(0, 40), on, title, groupUid(town))
    .run()

beforeEach(async () => {
  await world.clear()
  await makeGroups(
    world.db,
    { Pau: ['Lou', 'Zoé'], Tarbes: ['Noa'], Dax: ['Sam'], Auch: ['Ida'], Toulouse: ['Max'], Lille: ['Ada'] },
    world.now(),
  )
  for (const [town, [latitude, longitude]] of Object.entries(towns))
    await setGroup(world, town, { on_map: 1, latitude, longitude })
  await makeStep(world.db, '2026-12', 'invitation', world.now())
})

describe('whoever has answered', () => {
  test('sees the three nearest groups, and of their people what they agreed to', async () => {
    await agree(world, 'Noa', ['name', 'email'])
    await agree(world, 'Sam', ['name'])
    const text = textOf(await answer())
    expect(text).toMatch(
      /Les groupes les plus proches Archipel Tarbes à 37 km Noa noa@example\.org Archipel Dax à \d+ km Sam Archipel Auch à/,
    )
    expect(text).not.toMatch(/Toulouse|Lille|sam@|Ida|ida@/)
  })

  test('sees no group that does not want to be shown, sleeps, or is closed', async () => {
    await setGroup(world, 'Tarbes', { on_map: 0 })
    await setGroup(world, 'Dax', { state: 'asleep' })
    await setGroup(world, 'Auch', { state: 'closed', closed_at: '2026-11-01' })
    expect(textOf(await answer())).toMatch(/proches Archipel Toulouse à \d+ km Garder|proches Archipel Toulouse/)
    expect(textOf(await page('Lou'))).not.toMatch(/Archipel (Tarbes|Dax|Auch)/)
  })

  test('sees what groups near them plan next, and how many have answered', async () => {
    await plan('activity', 'Tarbes', '2026-12-20', 'Fête')
    await plan('training', 'Dax', '2026-12-12', 'Accueillir')
    await plan('activity', 'Dax', '2026-11-30', 'Passée')
    await plan('activity', 'Lille', '2026-12-05', 'Loin')
    await submit(await open(`${await world.linkOf('Noa')}/${groupUid('Tarbes')}`))
    const text = textOf(await answer())
    expect(text).toMatch(
      /Bientôt près de chez vous Accueillir 12 décembre 2026 · Archipel Dax Fête 20 décembre 2026 · Archipel Tarbes/,
    )
    expect(text).not.toMatch(/Passée|Loin/)
    expect(text).toContain('2 groupes ont répondu ce mois-ci, sur 6.')
  })

  test('sees it again when they come back, and nobody before they answer', async () => {
    expect(textOf(await page('Lou'))).not.toContain('Autour de vous')
    await answer()
    expect(textOf(await page('Lou'))).toContain('Autour de vous')
    expect(textOf(await page('Zoé'))).not.toContain('Autour de vous')
  })

  test('of a group whose place nobody knows sees that others answer, and no neighbours', async () => {
    await setGroup(world, 'Pau', { latitude: null, longitude: null })
    await submit(await open(`${await world.linkOf('Noa')}/${groupUid('Tarbes')}`))
    const text = textOf(await answer())
    expect(text).toContain('2 groupes ont répondu')
    expect(text).not.toContain('Les groupes les plus proches')
  })
})

describe('a group keeps', () => {
  const file = async (name: string) => fetch(`${(await page('Lou')).url}/keep/${name}`)

  test('its record as a sheet, without what is a formula', async () => {
    await setGroup(world, 'Pau', { website: 'https://pau.example.org', note: '=1+1' })
    const response = await file('record')
    expect(response.headers.get('content-disposition')).toContain('record.csv')
    const rows = parse(await response.text(), { delimiter: ';', bom: true }) as string[][]
    expect(rows[0]).toEqual(['Partie', 'Ligne', 'Question', 'Réponse'])
    expect(rows).toContainEqual(expect.arrayContaining(['https://pau.example.org']))
    expect(rows).toContainEqual(['Référent·es', 'Lou', expect.any(String), 'lou@example.org'])
    expect(rows.flat().filter((cell) => cell.startsWith('='))).toEqual([])
  })

  test('its history, all of it', async () => {
    await submit(await page('Lou', '/identity'), { [`${groupUid('Pau')}.active_members`]: '31' })
    // As many more as take a second read
    await world.db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, person_id, changes)
         SELECT group_id, number + value, made_at, author, person_id, changes
         FROM revision, json_each(?1)
         WHERE number = 2`,
      )
      .bind(JSON.stringify(Array.from({ length: 24 }, (_, index) => index + 1)))
      .run()
    const rows = parse(await (await file('history')).text(), { delimiter: ';', bom: true }) as string[][]
    expect(rows.filter(([, by]) => by === 'Lou')).toHaveLength(25)
    expect(rows[1]).toEqual(['2026-12-01', 'Lou', 'Personnes actives', '12', '31'])
    const all = JSON.parse(await (await file('whole')).text())
    expect(all.history).toHaveLength(26)
    expect(all.record.referents.map(({ name }: { name: string }) => name)).toEqual(['Lou', 'Zoé'])
  })

  test('what it plans, for a calendar', async () => {
    await plan('activity', 'Pau', '2026-12-20', 'Fête, et danse')
    const text = await (await file('calendar')).text()
    expect(text).toMatch(/UID:activity-activity-.*@/)
    expect(text).toContain('SUMMARY:Fête\\, et danse\r\n')
    expect(text).toContain('DTSTART;VALUE=DATE:20261220\r\n')
  })

  test('nothing of another group', async () => {
    const link = await world.linkOf('Lou')
    for (const name of ['record', 'history', 'calendar', 'whole', ''])
      expect((await fetch(`${link}/${groupUid('Dax')}/keep/${name}`)).status).toBe(404)
    expect((await file('secret')).status).toBe(404)
    expect(textOf(await page('Lou', '/keep'))).toContain('La fiche, pour un tableur')
  })
})
