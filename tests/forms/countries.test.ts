import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { upsertPlaces } from '#shared/db/places.ts'
import type { Place } from '#shared/domain/place.ts'
import { movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const place = (name: string, department: string, region: string): Place => ({
  name,
  department,
  region,
  latitude: 50,
  longitude: 3,
})

let world: World
beforeAll(async () => {
  world = await startWorld({ fixed: { ...sample, otherCountries: ['BE', 'GB'] } })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Lens: ['Lou'], Tournai: ['Sam'] }, world.now())
  await world.db.prepare(`UPDATE local_group SET country = 'BE' WHERE town = 'Tournai'`).run()
  await world.db.batch([
    ...upsertPlaces(world.db, 'FR', [place('Lens', '62', 'Hauts-de-France'), place('Arras', '62', 'Hauts-de-France')]),
    ...upsertPlaces(world.db, 'BE', [place('Lens', 'Hainaut', 'Wallonie'), place('Tournai', 'Hainaut', 'Wallonie')]),
  ])
})

const groupOf = (town: string) =>
  world.db
    .prepare('SELECT country, town, postcode, department, region FROM local_group WHERE uid = ?1')
    .bind(groupUid(town))
    .first()
const phoneOf = (name: string) =>
  world.db.prepare('SELECT phone FROM person WHERE uid = ?1').bind(personUid(name)).first<string>('phone')
const sectionOf = async (name: string, town: string, section: string) =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/${section}`)
const control = (town: string, field: string) => `${groupUid(town)}.${field}`

describe('in a movement of several countries', () => {
  test('a number without a prefix is one of the group’s country, and is shown as people write it there', async () => {
    const typed = '0470 12 34 56'
    for (const [name, town] of [
      ['Lou', 'Lens'],
      ['Sam', 'Tournai'],
    ] as const) {
      const page = await sectionOf(name, town, 'referents')
      expect((await submit(page, { [`${personUid(name)}.phone`]: typed })).url).toContain('done=saved')
    }
    expect([await phoneOf('Lou'), await phoneOf('Sam')]).toEqual(['+33470123456', '+32470123456'])
    expect((await sectionOf('Sam', 'Tournai', 'referents')).html).toContain('value="0470 12 34 56"')
  })

  test('a wrong number or postal code is answered with one of the group’s country', async () => {
    const referents = await submit(await sectionOf('Sam', 'Tournai', 'referents'), {
      [`${personUid('Sam')}.phone`]: '12',
    })
    expect(textOf(referents)).toContain('0470 12 34 56')
    const identity = await submit(await sectionOf('Sam', 'Tournai', 'identity'), {
      [control('Tournai', 'postcode')]: '59000',
    })
    expect(identity.status).toBe(422)
    expect(textOf(identity)).toContain('1050')
  })

  test('a group is placed in the country that it says, though another has a town of that name', async () => {
    const page = await sectionOf('Lou', 'Lens', 'identity')
    expect(page.fields).toContainEqual([control('Lens', 'country'), 'FR'])
    const moved = await submit(page, {
      [control('Lens', 'country')]: 'BE',
      [control('Lens', 'postcode')]: '7870',
    })
    expect(moved.url).toContain('done=saved')
    expect(await groupOf('Lens')).toMatchObject({ country: 'BE', department: 'Hainaut', region: 'Wallonie' })
    expect(textOf(await open(`${await world.linkOf('Lou')}/${groupUid('Lens')}/history`))).toContain(
      'Pays : avant : France → maintenant : Belgique',
    )
  })

  test('the towns that are offered are those around the group, in its country', async () => {
    const offered = async (name: string, town: string) => {
      await world.db
        .prepare('UPDATE local_group SET department = ?2 WHERE uid = ?1')
        .bind(groupUid(town), town === 'Lens' ? '62' : 'Hainaut')
        .run()
      const { html } = await sectionOf(name, town, 'identity')
      return [...html.matchAll(/<option value="([^"]{3,})">/g)].map(([, value]) => value)
    }
    expect(await offered('Lou', 'Lens')).toEqual(['Arras', 'Lens'])
    expect(await offered('Sam', 'Tournai')).toEqual(['Lens', 'Tournai'])
  })

  test('the desk makes a group in any of them, and its table corrects a town there', async () => {
    const session = await signIn(world)
    const page = await look(world, session, '/desk/groups/new')
    const [name = ''] = page.fields.find(([field]) => field.endsWith('.name')) ?? []
    const uid = name.replace('.name', '')
    const made = await act(world, session, '/groups/new', {
      row: uid,
      [`${uid}.name`]: 'Archipel Kain',
      [`${uid}.country`]: 'BE',
      [`${uid}.town`]: 'Tournai',
      [`${uid}.state`]: 'active',
      other: 'oui',
    })
    expect([made.status, made.status === 303 ? '' : textOf(made.page)]).toEqual([303, ''])
    const table = '/table?column=town&column=postcode'
    const saved = await act(world, session, table, {
      [control('Tournai', 'town')]: 'Lens',
      [control('Tournai', 'postcode')]: '7870',
    })
    expect(saved.status).toBe(303)
    const rows = await world.db
      .prepare(`SELECT country, town, postcode, department FROM local_group WHERE country = 'BE' ORDER BY town`)
      .all()
    expect(rows.results).toEqual([
      { country: 'BE', town: 'Lens', postcode: '7870', department: 'Hainaut' },
      { country: 'BE', town: 'Tournai', postcode: null, department: 'Hainaut' },
    ])
  })
})

test('a movement of one country asks no group for it', () => {
  const asked = (fixed: SomeSettings) => Object.keys(movementOf(fixed).sections.named('identity').fields)
  expect(asked(sample)).not.toContain('country')
  expect(asked({ ...sample, otherCountries: [sample.country ?? 'FR'] })).not.toContain('country')
  expect(asked({ ...sample, otherCountries: ['BE'] })).toContain('country')
})
