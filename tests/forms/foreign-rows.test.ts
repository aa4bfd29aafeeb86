import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { makeCampaigns } from '#tests/support/form-states.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// A form that names what is not its group's.

const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, world.now())
  await makeCampaigns(world)
  await world.db.batch([
    world.db
      .prepare(
        `INSERT INTO activity (uid, group_id, title, held_on) SELECT 'activity-of-dax', id, 'Stand', '2026-11-01' FROM local_group WHERE uid = ?1`,
      )
      .bind(dax),
    world.db
      .prepare(
        `INSERT INTO training (uid, group_id, theme, held_on) SELECT 'training-of-dax', id, 'Parole', '2026-11-01' FROM local_group WHERE uid = ?1`,
      )
      .bind(dax),
  ])
})

const pageOf = async (section: string, name = 'Lou', group = pau): Promise<Sheet> =>
  open(`${await world.linkOf(name)}/${group}/${section}`)
/** The form as it came, with a row of these answers beside, and none of its own. */
const sendRow = (page: Sheet, uid: string, answers: Record<string, string>) => {
  const fields = page.fields.filter(([name]) => name === 'page' || name === 'since')
  const typed = Object.entries(answers).map(([name, value]) => [`${uid}.${name}`, value])
  return submit({ ...page, fields }, { row: uid, ...Object.fromEntries(typed) })
}
const everything = async () => {
  const tables = [
    'revision',
    'activity',
    'training',
    'participation',
    'section_check',
    'answer',
    'event',
    'subscription',
  ]
  const read = tables.map((table) => world.db.prepare(`SELECT * FROM ${table}`))
  const people = world.db.prepare('SELECT name, email, phone FROM person')
  return JSON.stringify((await world.db.batch([...read, people])).map(({ results }) => results))
}

describe('a row that is another group’s, or nobody’s, is refused, with nothing written and nothing counted as checked:', () => {
  test.each([
    ['identity', dax, { active_members: '99' }],
    ['identity', 'group-of-nobody', { active_members: '99' }],
    ['lists', personUid('Noa'), { newsletter: 'oui' }],
    ['lists', 'person-nobody', { newsletter: 'oui' }],
    ['campaigns', 'campaign-of-nobody', { role: 'organises', people: '12' }],
    ['activities', 'activity-of-dax', { title: 'À nous', held_on: '12/11/2026' }],
    ['activities', 'activity-of-dax', { title: 'Stand', held_on: '01/11/2026', remove: 'oui' }],
    ['activities', 'activity-of-nobody', { remove: 'oui' }],
    ['trainings', 'training-of-dax', { theme: 'À nous', held_on: '12/11/2026' }],
    ['trainings', 'training-of-dax', { remove: 'oui' }],
    ['referents', personUid('Noa'), { remove: 'oui' }],
  ])('%s, %s, %j', async (section, uid, answers) => {
    const page = await pageOf(section)
    const before = await everything()
    const sent = await sendRow(page, uid, answers)
    expect(sent.status).toBe(409)
    expect(textOf(sent)).toContain('n’est pas, ou plus, celle de votre groupe')
    expect(await everything()).toBe(before)
  })
})

test('what was typed beside the row of another group is there still, and is saved as one of the group’s own', async () => {
  const sent = await sendRow(await pageOf('activities'), 'activity-of-dax', {
    title: 'Marche des lanternes',
    held_on: '12/11/2026',
  })
  expect(sent.html).toContain('value="Marche des lanternes"')
  expect((await submit(sent)).url).toContain('done=saved')
  const { results } = await world.db
    .prepare('SELECT local_group.uid, title FROM activity JOIN local_group ON local_group.id = group_id ORDER BY title')
    .all()
  expect(results).toEqual([
    { uid: pau, title: 'Marche des lanternes' },
    { uid: dax, title: 'Stand' },
  ])
})

test('a new referent under the uid of somebody of elsewhere is somebody new', async () => {
  const answers = { name: 'Kim Roy', email: 'kim@example.org' }
  expect((await sendRow(await pageOf('referents'), personUid('Noa'), answers)).url).toContain('done=saved')
  const { results } = await world.db
    .prepare('SELECT uid, name FROM person WHERE email IN (?1, ?2)')
    .bind('noa@example.org', answers.email)
    .all()
  expect(results).toContainEqual({ uid: personUid('Noa'), name: 'Noa' })
  expect(results.filter(({ uid }) => uid === personUid('Noa'))).toHaveLength(1)
})

test('a row whose uid another group has taken meanwhile is not put back, and the history says so', async () => {
  const mine = await sendRow(await pageOf('activities'), 'activity-of-pau', { title: 'Fête', held_on: '12/11/2026' })
  expect(mine.url).toContain('done=saved')
  const page = await pageOf('activities')
  await submit(page, { 'activity-of-pau.remove': 'oui' })
  await world.db
    .prepare(
      `INSERT INTO activity (uid, group_id, title, held_on) SELECT 'activity-of-pau', id, 'Pris', '2026-11-01' FROM local_group WHERE uid = ?1`,
    )
    .bind(dax)
    .run()
  const history = await pageOf('history')
  const number = await world.db
    .prepare("SELECT max(number) AS n FROM revision WHERE changes LIKE '%removed%'")
    .first('n')
  const undone = await submit(history, { revision: String(number) })
  expect(undone.status).toBe(409)
  expect(await world.db.prepare("SELECT title FROM activity WHERE uid = 'activity-of-pau'").first('title')).toBe('Pris')
})

test('a revision that the group does not have takes nothing back', async () => {
  await submit(await pageOf('identity', 'Noa', dax), { [`${dax}.active_members`]: '77' })
  const before = await everything()
  const page = await open(`${await world.linkOf('Lou')}/${pau}`)
  for (const revision of ['2', '99', '-1', '1e3', 'x', ''])
    expect((await submit(page, { revision }, `${page.url}/history`)).status).toBe(409)
  expect(await everything()).toBe(before)
})

test('a section that there is none of is not taken for all of them', async () => {
  const page = await open(`${await world.linkOf('Lou')}/${pau}`)
  const before = await everything()
  expect((await submit(page, { section: 'nothing' })).status).toBe(404)
  expect(await everything()).toBe(before)
})

test('a part in a campaign of long ago stays when the latest are corrected', async () => {
  const campaigns = Array.from({ length: 45 }, (_, n) => ({
    uid: `campaign-number-${n}`,
    name: `Campagne ${n}`,
    held: `20${String(10 + Math.floor(n / 12)).padStart(2, '0')}-${String((n % 12) + 1).padStart(2, '0')}-01`,
  }))
  await world.db.batch([
    ...campaigns.map(({ uid, name, held }) =>
      world.db
        .prepare('INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES (?1, ?2, ?2, ?3, ?3)')
        .bind(uid, name, held),
    ),
    world.db
      .prepare(
        `INSERT INTO participation (group_id, campaign_id, role, people)
         SELECT g.id, campaign.id, 'joins', 7 FROM local_group g JOIN campaign ON campaign.uid = 'campaign-number-0' WHERE g.uid = ?1`,
      )
      .bind(pau),
  ])
  const page = await pageOf('campaigns')
  expect((await submit(page, { 'campaign-number-44.role': 'joins' })).url).toContain('done=saved')
  const { results } = await world.db
    .prepare('SELECT campaign.uid FROM participation JOIN campaign ON campaign.id = campaign_id ORDER BY campaign.uid')
    .all()
  expect(results.map(({ uid }) => uid)).toEqual(['campaign-number-0', 'campaign-number-44'])
})

test('a row whose name nobody can read is said to be lost, never to be checked', async () => {
  const page = await pageOf('referents')
  const before = await everything()
  const answered = await submit(page, { row: 'past-person-65-5.0', 'past-person-65-5.0.phone': '06 11 22 33 44' })
  expect(answered.status).toBe(409)
  expect(textOf(answered)).toContain('Une ligne de cette page n’est pas, ou plus, celle de votre groupe')
  expect(textOf(answered)).not.toContain('C’est vérifié')
  expect(await everything()).toEqual(before)
})

test('of two people with one address the one who was given it now is told', async () => {
  const [lou, sam] = [personUid('Lou'), personUid('Sam')]
  const answered = await submit(await pageOf('referents'), { [`${lou}.email`]: 'sam@example.org' })
  expect(answered.html).toContain(`href="#${lou}.email"`)
  expect(answered.html).not.toContain(`href="#${sam}.email"`)
  expect(textOf(answered)).toContain('Référent·e 1, Lou, Adresse mail : déjà écrit à un autre endroit de cette page')
})
