import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import { textOf } from '#tests/support/browser.ts'
import { openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Noé', email: 'noe@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
]
const [pau, dax, gap] = ['Pau', 'Dax', 'Gap'].map(groupUid) as [string, string, string]

let db: D1Database
let close: () => Promise<void>
let desk: DeskPages
let cookie: string
afterEach(() => close())
beforeEach(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Gap: [] }, now)
  desk = new DeskPages(db, now, { ...config, coordinators })
  cookie = await desk.signIn()
})

const path = '/desk/table?column=active_members&column=website'
const members = (uid: string) => `${uid}.active_members`
const site = (uid: string) => `${uid}.website`

async function column(sql: string): Promise<unknown[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}
const kept = () =>
  column("SELECT replace(name, 'Archipel ', ''), active_members, coalesce(website, '-') FROM local_group ORDER BY name")

describe('a coordinator corrects several groups in a table', () => {
  test('with one save: a revision and an event for each group that changed, and none for the others', async () => {
    const saved = await desk.act(path, { [members(pau)]: '31', [site(dax)]: 'https://dax.example.org' }, cookie)
    expect([saved.status, saved.to]).toEqual([303, `${path}&saved=2`])
    expect(await kept()).toEqual(['Dax 12 https://dax.example.org', 'Gap 12 -', 'Pau 31 -'])
    expect(
      await column(
        'SELECT town, number, author_name FROM revision JOIN local_group g ON g.id = group_id WHERE number > 1 ORDER BY 1',
      ),
    ).toEqual(['Dax 2 Camille', 'Pau 2 Camille'])
    expect(
      await column(
        'SELECT town, coordinator, action, revision, details FROM event JOIN local_group g ON g.id = group_id ORDER BY 1',
      ),
    ).toEqual([
      'Dax camille@archipel.example.org update_section 2 {"section":"identity"}',
      'Pau camille@archipel.example.org update_section 2 {"section":"identity"}',
    ])
    expect(textOf((await desk.look(saved.to ?? '', cookie)).page)).toContain('2 groupes corrigés')
  })

  test('and each of its corrections is undone as any other', async () => {
    await desk.act(path, { [members(pau)]: '31' }, cookie)
    const undone = await desk.act(`/desk/groups/${pau}`, { do: 'undo', revision: '2' }, cookie)
    expect(undone.to).toBe(`/desk/groups/${pau}?done=undone`)
    expect((await kept())[2]).toBe('Pau 12 -')
  })

  test('and the referents of these groups hear of it where the box is ticked, and not otherwise', async () => {
    await desk.act(path, { [members(pau)]: '31' }, cookie)
    expect(await column('SELECT kind FROM mail')).toEqual([])
    await desk.act(path, { [members(pau)]: '32', [members(dax)]: '8', tell: 'oui' }, cookie)
    expect(
      await column('SELECT kind, person.name, since_number FROM mail JOIN person ON person.id = person_id ORDER BY 2'),
    ).toEqual(['news Lou 3', 'news Noa 2', 'news Sam 3'])
  })

  test('and a bad value stays in its cell, says what is wrong there, and keeps no other group from being saved', async () => {
    const changes = { [members(pau)]: 'beaucoup', [site(pau)]: 'https://pau.example.org', [members(dax)]: '8' }
    const answer = await desk.act(path, changes, cookie)
    expect(answer.status).toBe(422)
    expect(await kept()).toEqual(['Dax 8 -', 'Gap 12 -', 'Pau 12 -'])
    const { html, fields } = answer.page
    expect(fields).toContainEqual([members(pau), 'beaucoup'])
    expect(fields).toContainEqual([site(pau), 'https://pau.example.org'])
    expect(html).toContain(`href="#${members(pau)}"`)
    expect(textOf(answer.page)).toContain('1 groupe corrigé')
    const again = await desk.send(answer.page, path, { [members(pau)]: '31' }, cookie)
    expect(again.to).toBe(`${path}&saved=1`)
    expect(await kept()).toEqual(['Dax 8 -', 'Gap 12 -', 'Pau 31 https://pau.example.org'])
  })

  test('and what the table does not show stays as it is, boxes too', async () => {
    await db.prepare('UPDATE local_group SET on_map = 1, postcode = 64000').run()
    await desk.act('/desk/table?column=active_members', { [members(pau)]: '31' }, cookie)
    expect(await column('SELECT DISTINCT on_map, postcode FROM local_group')).toEqual(['1 64000'])
    await desk.act('/desk/table?column=on_map', { [`${pau}.on_map`]: 'non' }, cookie)
    expect(await column('SELECT town, on_map FROM local_group ORDER BY name')).toEqual(['Dax 1', 'Gap 1', 'Pau 0'])
  })

  test('of the movement’s own questions as of ours', async () => {
    const options = [
      { key: 'eau', label: { fr: 'Eau' } },
      { key: 'train', label: { fr: 'Train' } },
    ]
    const questions = [
      { key: 'themes', type: 'choices', options, label: { fr: 'Thèmes' } },
      { key: 'debt', type: 'number', label: { fr: 'Dette' }, audience: 'coordinators' },
    ] as const
    await upsertSettings(db, { questions: [...questions] }, now).run()
    const own = '/desk/table?column=own_themes&column=own_debt'
    const { page } = await desk.look(own, cookie)
    const changes = { [`${pau}.own_themes`]: 'eau', [`${pau}.own_debt`]: '40' }
    expect((await desk.send(page, own, changes, cookie)).to).toBe(`${own}&saved=1`)
    expect(await column(`SELECT own FROM local_group WHERE uid = '${pau}'`)).toEqual(['{"themes":"eau","debt":40}'])
    const second = await desk.send(page, own, { [`${pau}.own_debt`]: '50' }, cookie)
    const unchosen = await desk.send(second.page, own, {}, cookie)
    expect([second.status, unchosen.status]).toEqual([409, 409])
    expect(await column(`SELECT own ->> 'debt' FROM local_group WHERE uid = '${pau}'`)).toEqual(['40'])
  })

  test('and a closed group stays closed, whatever is sent', async () => {
    await db.prepare("UPDATE local_group SET state = 'closed', closed_at = '2026-12-01' WHERE uid = ?1").bind(gap).run()
    const closed = '/desk/table?state=closed&column=state&column=website'
    await desk.act(closed, { [`${gap}.state`]: 'active', [site(gap)]: 'https://gap.example.org' }, cookie)
    expect(await column(`SELECT state, website FROM local_group WHERE uid = '${gap}'`)).toEqual([
      'closed https://gap.example.org',
    ])
  })

  test('and a forged revision from before a group was there takes nothing for empty', async () => {
    const saved = await desk.act(path, { [`${pau}.since`]: '0', [members(pau)]: '31' }, cookie)
    expect([saved.to, (await kept())[2]]).toEqual([`${path}&saved=1`, 'Pau 31 -'])
  })

  test('and a name that another group of the same place has is refused, the others are saved', async () => {
    await db
      .prepare(
        "UPDATE local_group SET town = 'Pau', town_key = 'pau', department = '64', region = 'Nouvelle-Aquitaine'",
      )
      .run()
    const named = '/desk/table?column=name&column=active_members'
    const changes = {
      [`${dax}.name`]: 'Archipel Pau',
      [members(dax)]: '9',
      [members(gap)]: '7',
      [`${gap}.name`]: 'Archipel Gap 2',
    }
    const answer = await desk.act(named, changes, cookie)
    expect(answer.status).toBe(422)
    expect(answer.page.html).toContain(`id="${dax}.name-error"`)
    expect(await kept()).toEqual(['Dax 12 -', 'Gap 2 7 -', 'Pau 12 -'])
  })

  test('of a town we do not know we ask once, and keep what is said to be right', async () => {
    await db
      .prepare(
        `INSERT INTO town (country, name_key, department, name, region, latitude, longitude)
         VALUES ('FR', 'brest', '29', 'Brest', 'Bretagne', 48.4, -4.5), ('FR', 'morlaix', '29', 'Morlaix', 'Bretagne', 48.6, -3.8)`,
      )
      .run()
    const towns = '/desk/table?column=town'
    const asked = await desk.act(towns, { [`${pau}.town`]: 'Brezt', [`${dax}.town`]: 'Morlaix' }, cookie)
    expect([asked.status, textOf(asked.page)]).toEqual([422, expect.stringContaining('Est-ce plutôt Brest')])
    const where = () => column("SELECT town, coalesce(department, '-') FROM local_group ORDER BY name")
    expect((await where())[0]).toBe('Morlaix 29')
    expect((await desk.send(asked.page, towns, {}, cookie)).status).toBe(303)
    expect((await where())[2]).toBe('Brezt -')
  })
})

describe('two coordinators at once in the table', () => {
  test('both win where they changed different cells; where they changed the same one, the second sees both and chooses', async () => {
    const noe = await desk.signIn('noe@archipel.example.org')
    const { page } = await desk.look(path, noe)
    await desk.act(path, { [members(pau)]: '31', [site(dax)]: 'https://dax.example.org' }, cookie)
    const second = await desk.send(page, path, { [members(pau)]: '13', [members(dax)]: '9', [members(gap)]: '7' }, noe)
    expect(second.status).toBe(409)
    expect(textOf(second.page)).toContain('Camille a corrigé la même chose en même temps')
    expect(await kept()).toEqual(['Dax 9 https://dax.example.org', 'Gap 7 -', 'Pau 31 -'])
    const unchosen = await desk.send(second.page, path, {}, noe)
    expect([unchosen.status, (await kept())[2]]).toEqual([409, 'Pau 31 -'])
    const chosen = await desk.send(unchosen.page, path, { [members(pau)]: '13' }, noe)
    expect([chosen.status, (await kept())[2]]).toEqual([303, 'Pau 13 -'])
  })

  test('a group that became part of another meanwhile is left as it is, and said', async () => {
    const { page } = await desk.look(path, cookie)
    await db
      .prepare(
        `UPDATE local_group SET merged_into_id = (SELECT id FROM local_group WHERE uid = '${pau}') WHERE uid = '${gap}'`,
      )
      .run()
    const answer = await desk.send(page, path, { [members(gap)]: '7', [members(dax)]: '9' }, cookie)
    expect([answer.status, textOf(answer.page)]).toEqual([409, expect.stringContaining('plus dans la liste')])
    expect(await kept()).toEqual(['Dax 9 -', 'Gap 12 -', 'Pau 12 -'])
    expect(answer.page.fields).toContainEqual([members(gap), '7'])
  })

  test('a page that is too old comes back with all that was typed, and changes nothing', async () => {
    const { page } = await desk.look(path, cookie)
    const answer = await desk.send(page, path, { page: 'made-up', [members(pau)]: '31' }, cookie)
    expect(answer.status).toBe(400)
    expect(answer.page.fields).toContainEqual([members(pau), '31'])
    expect((await kept())[2]).toBe('Pau 12 -')
    expect((await desk.send(answer.page, path, {}, cookie)).to).toBe(`${path}&saved=1`)
  })
})

describe('whoever looks after some regions', () => {
  beforeEach(async () => {
    await db.prepare("UPDATE local_group SET region = iif(town = 'Pau', 'Bretagne', 'Corse')").run()
    cookie = await desk.signIn('sacha@archipel.example.org')
  })

  test('sees and corrects the groups of these alone', async () => {
    const { page } = await desk.look(path, cookie)
    expect(page.fields.filter(([name]) => name === 'row')).toEqual([['row', pau]])
    const forged = await desk.send(page, path, { row: dax, [`${dax}.since`]: '1', [members(dax)]: '99' }, cookie)
    expect([forged.status, forged.page.html.includes('Dax')]).toEqual([409, false])
    expect((await kept())[0]).toBe('Dax 12 -')
  })

  test('and moves none of them elsewhere', async () => {
    const answer = await desk.act('/desk/table?column=town', { [`${pau}.town`]: 'Ajaccio' }, cookie)
    expect(answer.status).toBe(422)
    expect(await column(`SELECT town FROM local_group WHERE uid = '${pau}'`)).toEqual(['Pau'])
  })
})

test('a table shows twenty-five groups a page in two trips at most, is saved in two, and weighs less than 100 kB', async () => {
  await makeGroups(db, Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`Groupe de la ville ${n}`, []])), now)
  const all = new URLSearchParams([
    ...[
      'name',
      'town',
      'postcode',
      'state',
      'founded_on',
      'active_members',
      'website',
      'networks',
      'public_email',
      'on_map',
    ].map((name) => ['column', name] as [string, string]),
  ])
  const wide = `/desk/table?${all}`
  for (const one of ['/desk/table', wide, '/desk/table?text=ville', `${wide}&page=2`]) {
    desk.trips = 0
    const { status, page } = await desk.look(one, cookie)
    expect([one, status, desk.trips <= 2, page.html.length < 100_000]).toEqual([one, 200, true, true])
    expect(page.fields.filter(([name]) => name === 'row').length).toBeLessThanOrEqual(25)
  }
  const { page } = await desk.look('/desk/table', cookie)
  const rows = page.fields.filter(([name]) => name === 'row').map(([, uid]) => uid)
  desk.trips = 0
  const saved = await desk.send(page, '/desk/table', Object.fromEntries(rows.map((uid) => [members(uid), '5'])), cookie)
  expect([saved.to, desk.trips]).toEqual(['/desk/table?saved=25', 2])
})
