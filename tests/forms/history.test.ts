import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Zoé'], Brest: ['Zoé'], Metz: ['Rose'], Foix: ['Eva'] },
  })
})
afterAll(() => world.stop())

const edit = async (name: string, town: string, section: string) =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/${section}`)
const history = async (name: string, town: string) => open(`${await world.linkOf(name)}/${groupUid(town)}/history`)
const group = (town: string) =>
  world.db.prepare('SELECT active_members, town FROM local_group WHERE uid = ?1').bind(groupUid(town)).first()
const memberships = (town: string) =>
  world.db
    .prepare(
      `SELECT person.name FROM referent JOIN person ON person.id = referent.person_id
       WHERE referent.until_at IS NULL AND referent.group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY person.name`,
    )
    .bind(groupUid(town))
    .all<{ name: string }>()
    .then(({ results }) => results.map(({ name }) => name))

describe('the history of a group', () => {
  test('tells everybody of the group what was changed, by whom, before and after', async () => {
    await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.active_members`]: '20' })
    const page = await history('Sam', 'Pau')
    expect(textOf(page)).toMatch(/1er décembre 2026 Lou, \d\d:\d\d Personnes actives : avant : 12 → maintenant : 20/)
    expect(textOf(page)).toContain('La fiche du groupe a été créée')
  })

  test('takes a correction back by one press, as a revision of its own', async () => {
    const page = await history('Sam', 'Pau')
    const done = await submit(page, { revision: '2' })
    expect(textOf(done)).toContain('C’est annulé')
    expect(await group('Pau')).toMatchObject({ active_members: 12 })
    expect(textOf(done)).toMatch(/Sam est revenu·e en arrière/)
    const again = await submit(page, { revision: '2' })
    expect(again.status).toBe(409)
  })

  test('gives a removed referent back, with what we know of them now', async () => {
    await submit(await edit('Noa', 'Dax', 'referents'), { [`${personUid('Zoé')}.remove`]: 'oui' })
    expect(await memberships('Dax')).toEqual(['Noa'])
    await submit(await edit('Zoé', 'Brest', 'referents'), { [`${personUid('Zoé')}.phone`]: '06 12 34 56 78' })
    await submit(await history('Noa', 'Dax'), { revision: '2' })
    expect(await memberships('Dax')).toEqual(['Noa', 'Zoé'])
    const phone = await world.db
      .prepare('SELECT phone FROM person WHERE uid = ?1')
      .bind(personUid('Zoé'))
      .first('phone')
    expect(phone).toBe('+33612345678')
  })

  test('shows a person’s new phone in each of their groups', async () => {
    expect(textOf(await history('Zoé', 'Brest'))).toContain('Zoé, téléphone')
    await submit(await edit('Zoé', 'Brest', 'referents'), { [`${personUid('Zoé')}.phone`]: '06 99 99 99 99' })
    expect(textOf(await history('Noa', 'Dax'))).toMatch(
      /Zoé, téléphone : avant : 06 12 34 56 78 → maintenant : 06 99 99 99 99/,
    )
  })

  test('goes back as far as there is something, page by page, and is taken back from any page', async () => {
    await world.db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, person_id, changes)
         SELECT local_group.id, item.value, ?2, 'referent', person.id, json_array(json_object('list', 'group', 'row', ?1, 'field', 'active_members', 'before', item.value, 'after', 12))
         FROM json_each(?3) AS item
         JOIN local_group ON local_group.uid = ?1
         JOIN person ON person.name = 'Eva'`,
      )
      .bind(groupUid('Foix'), world.now().toISOString(), JSON.stringify(Array.from({ length: 69 }, (_, at) => at + 2)))
      .run()
    const numbers = (page: Sheet) => [...page.html.matchAll(/id="revision-(\d+)"/g)].map(([, number]) => Number(number))
    const older = ({ html, url }: Sheet) =>
      open(url.split('?')[0] + (/\?before=\d+/.exec(html)?.[0] ?? expect.fail('no older page')))
    const first = await history('Eva', 'Foix')
    const second = await older(first)
    const third = await older(second)
    expect([...numbers(first), ...numbers(second), ...numbers(third)]).toEqual(
      Array.from({ length: 70 }, (_, at) => 70 - at),
    )
    expect(third.html).not.toContain('?before=')
    expect(textOf(third)).toContain('Revenir au plus récent')
    expect(textOf(await submit(third, { revision: '5' }))).toContain('C’est annulé')
    expect(await group('Foix')).toMatchObject({ active_members: 5 })
  })

  test('does not take back the only person who is left to write to', async () => {
    const about = [groupUid('Metz'), personUid('Noa'), '2026-12-01T08:00:00.000Z']
    await world.db.batch([
      world.db
        .prepare(
          `INSERT INTO referent (group_id, person_id, since_at) SELECT g.id, person.id, ?3 FROM local_group g, person WHERE g.uid = ?1 AND person.uid = ?2`,
        )
        .bind(...about),
      world.db
        .prepare(
          `INSERT INTO revision (group_id, number, made_at, author, changes)
           SELECT id, 2, ?3, 'referent', json_array(json_object('list', 'referents', 'row', ?2, 'added', json_object('name', 'Noa', 'email', 'noa@example.org')))
           FROM local_group WHERE uid = ?1`,
        )
        .bind(...about),
    ])
    await submit(await edit('Rose', 'Metz', 'referents'), { [`${personUid('Rose')}.remove`]: 'oui' })
    const refused = await submit(await history('Noa', 'Metz'), { revision: '2' })
    expect(refused.status).toBe(409)
    expect(textOf(refused)).toContain('Il ne resterait personne à qui écrire')
    expect(await memberships('Metz')).toEqual(['Noa'])
  })
})

describe('an activity', () => {
  test('is saved through the form with its day as people write it, and the receipt says which day was understood', async () => {
    const page = await edit('Sam', 'Pau', 'activities')
    const row = page.fields.find(([name]) => name === 'row')?.[1]
    const typed = { [`${row}.held_on`]: 'demain', [`${row}.title`]: 'Réunion publique', [`${row}.attendees`]: '40' }
    const saved = await submit(page, { ...typed, [`${row}.kind`]: 'réunion' })
    expect(textOf(saved)).toContain('C’est enregistré : Activités')
    expect(textOf(saved)).toContain('2 décembre 2026, Réunion publique, réunion, 40 personnes')
    expect(await world.db.prepare('SELECT held_on, title, kind, attendees FROM activity').all()).toMatchObject({
      results: [{ held_on: '2026-12-02', title: 'Réunion publique', kind: 'réunion', attendees: 40 }],
    })
  })

  test('whose day may be of two years is asked which, and keeps what was typed', async () => {
    const page = await edit('Sam', 'Pau', 'activities')
    const row = page.fields.find(([name]) => name === 'row')?.[1]
    const asked = await submit(page, { [`${row}.held_on`]: '1er juin' })
    expect(asked.status).toBe(422)
    expect(textOf(asked)).toContain('ajoutez l’année')
    expect(asked.fields).toContainEqual([`${row}.held_on`, '1er juin'])
  })
})
