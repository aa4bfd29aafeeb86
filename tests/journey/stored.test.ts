import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, submit } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// Values that their own rule refuses: put in by another program, or by a rule of before.

const start = new Date('2026-12-03T09:00:00Z')
const pau = groupUid('Pau')
let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: start.toISOString(), sends: true })
})
afterAll(() => world.stop())

/** Everything that is said of a group: to its referents, to coordinators, to programs and by mail. */
async function readEverywhere(): Promise<Map<string, string>> {
  const link = await world.linkOf('Lou')
  const sections = ['identity', 'referents', 'activities', 'campaigns', 'trainings', 'lists']
  const pages = ['', '/history', '/part', ...sections.map((section) => `/${section}`)].map((path) => `/${pau}${path}`)
  const seen = new Map<string, string>()
  for (const path of [...pages, '/me', '/me/download']) {
    const { status, html } = await open(link + path)
    expect({ path, status }).toEqual({ path, status: 200 })
    seen.set(path, html)
  }
  const all = ['', `/groups/${pau}`, '/groups', '/groups.csv', '/groups.json', '/changes', '/network', '/map', '/mails']
  for (const path of all) {
    const { status, html } = await look(world, session, `/dashboard${path}`)
    expect({ path, status }).toEqual({ path, status: 200 })
    seen.set(`/dashboard${path}`, html)
  }
  return seen
}

const makePau = async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'] }, start)
  session = await signIn(world)
  const ofPau = `SELECT id FROM local_group WHERE uid = '${pau}'`
  await world.db.batch([
    world.db.prepare(
      `INSERT INTO activity (uid, group_id, title, held_on, kind) VALUES ('activity-1', (${ofPau}), 'Stand', '2026-11-12', 'x')`,
    ),
    world.db.prepare(
      `INSERT INTO training (uid, group_id, theme, held_on) VALUES ('training-1', (${ofPau}), 'Voix', '2026-11-12')`,
    ),
  ])
}

const long = 'a value that is far too long '.repeat(200)
describe('a value that its own rule refuses is shown as it is, on every page', () => {
  test.each([
    ['a phone that is no number', `UPDATE person SET phone = '+1 not a number'`],
    ['an address without a domain', `UPDATE person SET email = 'a@b' WHERE uid = '${personUid('Lou')}'`],
    ['a name that is empty', `UPDATE person SET name = ''`],
    ['a name that nobody can see', `UPDATE person SET name = char(8203)`],
    ['a name that is too long', `UPDATE person SET name = '${long}'`],
    ['a role that is too long', `UPDATE referent SET role = '${long}'`],
    ['a site that is none', `UPDATE local_group SET website = 'not a site'`],
    ['networks that are too long', `UPDATE local_group SET networks = '${long}', note = '${long}'`],
    ['a public address that is none', `UPDATE local_group SET public_email = 'nobody'`],
    ['a postal code that is none', `UPDATE local_group SET postcode = 'ABC'`],
    [
      'a town and a region that are too long',
      `UPDATE local_group SET town = '${long}', region = '${long}', department = '${long}'`,
    ],
    ['more members than there are people', 'UPDATE local_group SET active_members = 99999999999'],
    ['a year that nobody will see', `UPDATE local_group SET founded_on = '9999-12-31'`],
    ['a title and a theme that are empty', `UPDATE activity SET title = '', kind = ''`],
    ['a title that is too long', `UPDATE activity SET title = '${long}', attendees = 9007199254740993`],
    ['a theme that is too long', `UPDATE training SET theme = '${long}', held_on = '0001-01-01'`],
    ['a mailing list that is gone', `INSERT INTO subscription SELECT id, 'gone', '2026-01-01T00:00:00Z' FROM person`],
    ['a language that is gone', `UPDATE person SET language = NULL`],
  ])('%s', { timeout: 60_000 }, async (_, sql) => {
    await makePau()
    await world.db.prepare(sql).run()
    await readEverywhere()
  })
})

describe('a history of what is not known any more is told as it is', () => {
  const change = (value: object) => ({ list: 'activities', row: 'activity-1', ...value })
  test.each([
    ['a day that is none', [change({ field: 'held_on', before: '2026-13-45', after: 'soon' })], '2026-13-45'],
    [
      'a phone that is no number',
      [{ list: 'referents', row: personUid('Sam'), field: 'phone', before: '06 no', after: null }],
      '06 no',
    ],
    ['a field that is gone', [change({ field: 'weather', before: 'rain', after: 'sun' })], 'rain'],
    ['a list that is gone', [{ list: 'quarrels', row: 'quarrel-1', added: { about: 'the rent' } }], 'the rent'],
    [
      'a list that every object has',
      [{ list: 'constructor', row: 'x', field: 'name', before: 'one', after: 'two' }],
      'one',
    ],
    [
      'a state that is gone',
      [{ list: 'group', row: pau, field: 'state', before: 'closed', after: 'dissolved' }],
      'dissolved',
    ],
    ['values that are no values', [change({ field: 'title', before: ['a', 'b'], after: { c: 'inner' } })], 'inner'],
    ['a row that is none', [change({ added: null }), change({ removed: [1, 2] }), change({ added: 'text' })], ''],
    ['no change at all', [null, 7, 'text', [], {}, { list: 'activities' }], ''],
    ['no list of changes', { list: 'activities' }, ''],
  ])('%s', { timeout: 60_000 }, async (_, changes, shown) => {
    await makePau()
    await world.db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, person_id, changes)
         SELECT g.id, 2, ?1, 'referent', person.id, ?2
         FROM local_group g, person
         WHERE g.uid = ?3 AND person.uid = ?4`,
      )
      .bind(start.toISOString(), JSON.stringify(changes), pau, personUid('Lou'))
      .run()
    const seen = await readEverywhere()
    for (const path of [`/${pau}/history`, '/dashboard/changes', `/dashboard/groups/${pau}`])
      expect(seen.get(path), path).toContain(shown)
    // Taking back what cannot be read takes nothing back, and says so
    const history = await open(`${await world.linkOf('Lou')}/${pau}/history`)
    expect((await submit(history, { revision: '2' })).status).toBeLessThan(500)
  })
})

test('a value of somebody else that its rule refuses does not keep anybody from saving the page that shows it', async () => {
  await makePau()
  await world.db.prepare(`UPDATE person SET phone = '+1 not a number' WHERE uid = ?1`).bind(personUid('Sam')).run()
  const page = await open(`${await world.linkOf('Lou')}/${pau}/referents`)
  const own = `${personUid('Lou')}.role`
  expect((await submit(page, { [own]: 'accueil' })).url).toContain('done=saved')
  const refused = await submit(page, { [own]: 'presse', [`${personUid('Sam')}.phone`]: 'no number either' })
  expect(refused.status).toBe(422)
})

test('a mail about values that their rule refuses leaves all the same', async () => {
  await makePau()
  await world.db.prepare(`UPDATE person SET phone = '+1 not a number', name = '${long}'`).run()
  await makeStep(world.db, '2026-12', 'invitation', start)
  await world.tick(start)
  const { results } = await world.db.prepare('SELECT state, reason FROM mail WHERE round_key IS NOT NULL').all()
  expect(results).toEqual([
    { state: 'sent', reason: null },
    { state: 'sent', reason: null },
  ])
})
