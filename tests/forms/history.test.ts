import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Zoé'], Brest: ['Zoé'], Metz: ['Rose'] },
  })
})
afterAll(() => world.stop())

const edit = async (name: string, town: string, section: string) =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/${section}`)
const history = async (name: string, town: string) => open(`${await world.linkOf(name)}/${groupUid(town)}/history`)
const group = (town: string) =>
  world.db.prepare('SELECT active_members, town FROM local_group WHERE uid = ?1').bind(groupUid(town)).first()
const seats = (town: string) =>
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
    expect(textOf(page)).toMatch(/1er décembre 2026 Lou Membres actif·ves : avant : 12 → maintenant : 20/)
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
    expect(await seats('Dax')).toEqual(['Noa'])
    await submit(await edit('Zoé', 'Brest', 'referents'), { [`${personUid('Zoé')}.phone`]: '06 12 34 56 78' })
    await submit(await history('Noa', 'Dax'), { revision: '2' })
    expect(await seats('Dax')).toEqual(['Noa', 'Zoé'])
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

  test('does not take back the only person who is left to write to', async () => {
    const page = await submit(await edit('Rose', 'Metz', 'referents'), { do: 'add' })
    const added = page.fields.filter(([name]) => name === 'row').at(-1)?.[1]
    await submit(page, { [`${added}.name`]: 'Noa', [`${added}.email`]: 'noa@example.org' })
    await submit(await edit('Rose', 'Metz', 'referents'), { [`${personUid('Rose')}.remove`]: 'oui' })
    const refused = await submit(await history('Noa', 'Metz'), { revision: '2' })
    expect(refused.status).toBe(409)
    expect(textOf(refused)).toContain('Il ne resterait personne à qui écrire')
    expect(await seats('Metz')).toEqual(['Noa'])
  })
})
