import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { upsertPlaces } from '#shared/db/places.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { startWorldInWorkerd, type WorldInWorkerd } from '#tests/support/world.ts'

let world: WorldInWorkerd

beforeAll(async () => {
  world = await startWorldInWorkerd({
    round: '2026-12',
    towns: {
      Pau: ['Lou', 'Sam'],
      Tarbes: ['Ada'],
      Dax: ['Noa'],
      Lyon: ['Max', 'Zoé'],
      Brest: ['Yann', 'Zoé'],
      Nice: ['Inès'],
      Metz: ['Paul', 'Rose'],
      Sète: ['Théo'],
      Agen: ['Rémi'],
      Gap: ['Iris'],
    },
  })
})
afterAll(() => world.stop())

const query = <Row>(sql: string, ...params: string[]) =>
  world.db
    .prepare(sql)
    .bind(...params)
    .all<Row>()
    .then(({ results }) => results)

const revisions = (town: string) =>
  query<{ number: number; author: string; changes: string }>(
    'SELECT number, author, changes FROM revision WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY number',
    groupUid(town),
  ).then((rows) => rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) })))

const sectionUrl = async (name: string, town: string, section: string) =>
  `${await world.linkOf(name)}/${groupUid(town)}/${section}`

test('that all is right costs sixteen rows written, however many sections are asked', async () => {
  const groups = [groupUid('Gap')]
  const old = movement.sections.names.map((section) =>
    insertCheck(world.db, { groups, section, at: '2026-10-03T10:00:00.000Z' }),
  )
  await world.db.batch(old)
  await query(
    `UPDATE mail SET state = 'sent', settled_at = created_at WHERE person_id = (SELECT id FROM person WHERE uid = ?1)`,
    personUid('Iris'),
  )
  const page = await open(`${await world.linkOf('Iris')}/${groupUid('Gap')}`)
  const before = (await world.trips()).rowsWritten
  expect(textOf(await submit(page))).toContain('Merci')
  expect((await world.trips()).rowsWritten - before).toBeLessThanOrEqual(16)
})

describe('a link', () => {
  test('shows the group and what is known of it', async () => {
    const page = await open(await world.linkOf('Lou'))
    expect(page.status).toBe(200)
    expect(textOf(page)).toContain('Archipel Pau')
    expect(textOf(page)).toContain('Lou · lou@example.org')
  })

  test('writes nothing when it is opened, by GET or HEAD, on any page', async () => {
    const link = await world.linkOf('Lou')
    const before = await snapshot()
    for (const path of [
      '',
      `/${groupUid('Pau')}`,
      ...['identity', 'referents', 'activities', 'campaigns', 'trainings'].map(
        (section) => `/${groupUid('Pau')}/${section}`,
      ),
    ]) {
      expect((await open(link + path)).status).toBe(200)
      expect((await open(link + path, { method: 'HEAD' })).status).toBe(200)
    }
    expect(await snapshot()).toEqual(before)
  })

  test('of somebody in several groups asks which one', async () => {
    const page = await open(await world.linkOf('Zoé'))
    expect(textOf(page)).toContain('Archipel Brest')
    expect(textOf(page)).toContain('Archipel Lyon')
  })

  test('that leads to a group or a page that is not there leads back to one’s groups', async () => {
    const link = await world.linkOf('Lou')
    for (const path of [groupUid('Tarbes'), `${groupUid('Pau')}/sections`]) {
      const page = await open(`${link}/${path}`)
      expect(page.status).toBe(404)
      expect(page.html).toContain(`href="${new URL(link).pathname}"`)
    }
  })

  test('that has expired, was revoked or never was says so and offers a new one', async () => {
    const expired = await open(await world.linkOf('Lou', { expiresAt: new Date('2026-11-30T00:00:00Z') }))
    const revoked = await open(await world.linkOf('Lou', { revokedAt: new Date('2026-11-30T00:00:00Z') }))
    const unknown = await open(`${world.url}/u/${'x'.repeat(43)}`)
    expect([expired.status, revoked.status, unknown.status]).toEqual([410, 410, 404])
    for (const page of [expired, revoked, unknown]) expect(page.html).toMatch(/(href|action)="\/new-link"/)
  })

  test('does not open the group of somebody else', async () => {
    expect((await open(`${await world.linkOf('Lou')}/${groupUid('Tarbes')}`)).status).toBe(404)
  })
})

/** How many rows each table has, and what the group's tables hold. */
async function snapshot(): Promise<unknown> {
  const tables = [
    'local_group',
    'person',
    'referent',
    'revision',
    'answer',
    'section_check',
    'suppression',
    'training',
    'activity',
    'participation',
  ]
  return Promise.all(tables.map((table) => query(`SELECT * FROM ${table}`)))
}

describe('"all right"', () => {
  test('answers for the group, and takes back what is pending for its referents', async () => {
    const page = await open(await world.linkOf('Inès'))
    const done = await submit(page, { section: null }, `${page.url}/${groupUid('Nice')}`)
    expect(done.status).toBe(200)
    expect(textOf(done)).toContain('Merci, c’est noté')
    expect(
      await query(
        'SELECT kind FROM answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)',
        groupUid('Nice'),
      ),
    ).toEqual([{ kind: 'confirmed' }])
    expect(await readStates(world.db)).toContain('Inès: invitation cancelled (answered)')
    expect(await revisions('Nice')).toHaveLength(1)
  })

  test('for one section checks that section alone', async () => {
    const page = await open(await world.linkOf('Noa'))
    await submit(page, { section: 'trainings' }, `${page.url}/${groupUid('Dax')}`)
    expect(
      await query(
        'SELECT section FROM section_check WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)',
        groupUid('Dax'),
      ),
    ).toEqual([{ section: 'trainings' }])
  })

  test('without the value of a page that was rendered writes nothing', async () => {
    const page = await open(await world.linkOf('Ada'))
    const refused = await submit(page, { page: null }, `${page.url}/${groupUid('Tarbes')}`)
    expect(refused.status).toBe(400)
    expect(
      await query(
        'SELECT * FROM answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)',
        groupUid('Tarbes'),
      ),
    ).toEqual([])
  })
})

describe('a correction', () => {
  test('is saved with its revision and its answer', async () => {
    const page = await open(await sectionUrl('Ada', 'Tarbes', 'identity'))
    const uid = groupUid('Tarbes')
    const done = await submit(page, { [`${uid}.active_members`]: '20', [`${uid}.website`]: 'tarbes.example.org' })
    expect(textOf(done)).toContain('C’est enregistré')
    const [, last] = await revisions('Tarbes')
    expect(last).toMatchObject({
      author: 'referent',
      changes: [
        { list: 'group', field: 'active_members', before: 12, after: 20 },
        { list: 'group', field: 'website', before: null, after: 'https://tarbes.example.org' },
      ],
    })
    expect(
      await query('SELECT kind FROM answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)', uid),
    ).toEqual([{ kind: 'updated' }])
  })

  test('with wrong values comes back with a summary, each value as it was typed, and saves nothing', async () => {
    const page = await open(await sectionUrl('Théo', 'Sète', 'identity'))
    const uid = groupUid('Sète')
    const back = await submit(page, {
      [`${uid}.founded_on`]: '31/02/2019',
      [`${uid}.active_members`]: 'une trentaine',
      [`${uid}.town`]: 'Sète "la belle" <3',
    })
    expect(back.status).toBe(422)
    expect(textOf(back)).toContain('Date de création : cette date n’existe pas dans le calendrier')
    expect(back.html).toContain(`href="#${uid}.founded_on"`)
    expect(back.fields).toContainEqual([`${uid}.founded_on`, '31/02/2019'])
    expect(back.fields).toContainEqual([`${uid}.active_members`, 'une trentaine'])
    expect(back.fields).toContainEqual([`${uid}.town`, 'Sète "la belle" <3'])
    expect(await revisions('Sète')).toHaveLength(1)
  })

  test('from a page that is too old comes back with what was typed', async () => {
    const page = await open(await sectionUrl('Théo', 'Sète', 'identity'))
    const back = await submit(page, { page: 'old', [`${groupUid('Sète')}.town`]: 'Sète-sur-Mer' })
    expect(back.status).toBe(400)
    expect(back.fields).toContainEqual([`${groupUid('Sète')}.town`, 'Sète-sur-Mer'])
    const done = await submit(back)
    expect(textOf(done)).toContain('C’est enregistré')
  })

  test('to the name of another group, however it is written, comes back and says why', async () => {
    const page = await open(await sectionUrl('Inès', 'Nice', 'identity'))
    const back = await submit(page, {
      [`${groupUid('Nice')}.name`]: 'archipel  TARBES !',
      [`${groupUid('Nice')}.town`]: 'Tarbes',
    })
    expect(back.status).toBe(422)
    expect(textOf(back)).toContain('un autre groupe du même endroit porte déjà ce nom')
    expect(back.fields).toContainEqual([`${groupUid('Nice')}.name`, 'archipel  TARBES !'])
  })

  test('sent twice is one revision and one row', async () => {
    const page = await open(await sectionUrl('Théo', 'Sète', 'trainings'))
    const uid = page.fields.find(([name]) => name === 'row')?.[1]
    const typed = { [`${uid}.theme`]: 'Prise de parole', [`${uid}.held_on`]: '3 mai 2026', [`${uid}.attendees`]: '9' }
    await Promise.all([submit(page, typed), submit(page, typed)])
    await submit(page, typed)
    expect(await query('SELECT theme, held_on, attendees FROM training')).toEqual([
      { theme: 'Prise de parole', held_on: '2026-05-03', attendees: 9 },
    ])
    const added = (await revisions('Sète')).filter(({ changes }) =>
      changes.some((change: { list: string }) => change.list === 'trainings'),
    )
    expect(added).toHaveLength(1)
  })

  test('of what nobody else touched survives beside another person’s', async () => {
    const [lou, sam] = [
      await open(await sectionUrl('Lou', 'Pau', 'identity')),
      await open(await sectionUrl('Sam', 'Pau', 'identity')),
    ]
    const uid = groupUid('Pau')
    await submit(lou, { [`${uid}.active_members`]: '33' })
    await submit(sam, { [`${uid}.postcode`]: '64000' })
    expect(await query('SELECT active_members, postcode FROM local_group WHERE uid = ?1', uid)).toEqual([
      { active_members: 33, postcode: '64000' },
    ])
  })

  test('of the same field shows both values, keeps the rest, and saves the one that is chosen', async () => {
    const uid = groupUid('Metz')
    const [paul, rose] = [
      await open(await sectionUrl('Paul', 'Metz', 'identity')),
      await open(await sectionUrl('Rose', 'Metz', 'identity')),
    ]
    await submit(paul, { [`${uid}.active_members`]: '40', [`${uid}.town`]: 'Metz-Ville' })
    const asked = await submit(rose, { [`${uid}.active_members`]: '50', [`${uid}.postcode`]: '57000' })
    expect(asked.status).toBe(409)
    expect(textOf(asked)).toMatch(/40 .*ce que Paul a écrit.* 50 .*ce que vous avez écrit/)
    expect(textOf(asked)).toContain('Paul a corrigé la même chose en même temps')
    // Neither value is chosen for anybody, however often they press
    const again = await submit(asked, { [`${uid}.website`]: 'https://metz.example.org' })
    expect(again.status).toBe(409)
    expect(textOf(again)).toMatch(/40 .*ce que Paul a écrit.* 50 .*ce que vous avez écrit/)
    expect(textOf(again)).toMatch(/^Choisissez ce qui est juste/)
    expect(again.html).toContain('value="https://metz.example.org"')
    expect(await query('SELECT active_members FROM local_group WHERE uid = ?1', uid)).toEqual([{ active_members: 40 }])
    const wrong = await submit(again, { [`${uid}.postcode`]: 'nowhere' })
    expect(wrong.status).toBe(422)
    expect(textOf(wrong)).toMatch(/40 .*ce que Paul a écrit.* 50 .*ce que vous avez écrit/)
    const done = await submit(again, { [`${uid}.active_members`]: '50' })
    expect(textOf(done)).toContain('C’est enregistré')
    expect(await query('SELECT active_members, postcode, town FROM local_group WHERE uid = ?1', uid)).toEqual([
      { active_members: 50, postcode: '57000', town: 'Metz-Ville' },
    ])
  })
})

test('of two values for one field, a third may be written instead', async () => {
  const uid = groupUid('Metz')
  const of = async (name: string, section: string) => open(await sectionUrl(name, 'Metz', section))
  const [paul, rose] = [await of('Paul', 'identity'), await of('Rose', 'identity')]
  await submit(paul, { [`${uid}.active_members`]: '41', [`${uid}.state`]: 'starting' })
  const asked = await submit(rose, { [`${uid}.active_members`]: '52', [`${uid}.state`]: 'asleep' })
  expect(asked.status).toBe(409)
  const neither = {
    [`${uid}.active_members`]: '__other__',
    [`${uid}.active_members.other`]: '',
    [`${uid}.state`]: 'active',
  }
  const missed = await submit(asked, neither)
  expect(textOf(missed)).toMatch(/^Choisissez ce qui est juste/)
  const wrong = await submit(missed, { ...neither, [`${uid}.active_members.other`]: 'beaucoup' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="beaucoup"')
  await submit(missed, { ...neither, [`${uid}.active_members.other`]: '47' })
  expect(await query('SELECT active_members, state FROM local_group WHERE uid = ?1', uid)).toEqual([
    { active_members: 47, state: 'active' },
  ])
})

test('a group that the team has closed says so, and no form of its referents opens it again', async () => {
  const state = () => query<{ state: string }>('SELECT state FROM local_group WHERE uid = ?1', groupUid('Sète'))
  const close = `UPDATE local_group SET state = 'closed', closed_at = '2026-11-01' WHERE uid = ?1`
  await world.db.prepare(close).bind(groupUid('Sète')).run()
  const page = await open(await sectionUrl('Théo', 'Sète', 'identity'))
  expect(textOf(page)).toContain('Fermé')
  expect(page.html).not.toContain('value="asleep"')
  const saved = await submit(page, {
    [`${groupUid('Sète')}.state`]: 'active',
    [`${groupUid('Sète')}.active_members`]: '9',
  })
  expect(saved.status).toBe(200)
  const pause = await open(`${await world.linkOf('Théo')}/${groupUid('Sète')}/part`)
  await submit(pause, { do: 'wake' })
  expect(await state()).toEqual([{ state: 'closed' }])
  await world.db
    .prepare(`UPDATE local_group SET state = 'active', closed_at = NULL WHERE uid = ?1`)
    .bind(groupUid('Sète'))
    .run()
})

describe('referents', () => {
  test('who have a phone and no mail address stay so while others are corrected, keep their number, and may be given an address', async () => {
    const [liv, url] = [personUid('Liv'), await sectionUrl('Théo', 'Sète', 'referents')]
    await world.db.batch([
      world.db
        .prepare(
          `INSERT INTO person (uid, name, name_key, phone, created_at) VALUES (?1, 'Liv', 'liv', '+33612345678', '2026-01-01')`,
        )
        .bind(liv),
      world.db
        .prepare(
          `INSERT INTO referent (group_id, person_id, since_at) SELECT g.id, person.id, '2026-01-01' FROM local_group g, person WHERE g.uid = ?1 AND person.uid = ?2`,
        )
        .bind(groupUid('Sète'), liv),
    ])
    const address = () => query<{ email: string | null }>('SELECT email FROM person WHERE uid = ?1', liv)
    const page = await open(url)
    expect(page.fields).toContainEqual([`${liv}.email`, ''])
    expect((await submit(page, { [`${personUid('Théo')}.role`]: 'accueil' })).status).toBe(200)
    expect(await address()).toEqual([{ email: null }])
    const back = await submit(await open(url), { [`${liv}.phone`]: '' })
    expect([back.status, textOf(back)]).toEqual([422, expect.stringContaining('Téléphone')])
    expect((await submit(await open(url), { [`${liv}.email`]: 'liv@example.org' })).status).toBe(200)
    expect(
      await query('SELECT email FROM invitation WHERE person_id = (SELECT id FROM person WHERE uid = ?1)', liv),
    ).toEqual([{ email: 'liv@example.org' }])
    await world.db.prepare('DELETE FROM person WHERE uid = ?1').bind(liv).run()
  })

  test('who sit in another group keep the address that it writes to', async () => {
    const url = await sectionUrl('Yann', 'Brest', 'referents')
    await submit(await open(url), {
      [`${personUid('Zoé')}.email`]: 'someone.else@example.org',
      [`${personUid('Zoé')}.name`]: 'Somebody Else',
    })
    expect(await query('SELECT name FROM person WHERE email = ?1', 'zoe@example.org')).toEqual([{ name: 'Zoé' }])
    expect(await query('SELECT name FROM invitation WHERE email = ?1', 'someone.else@example.org')).toEqual([
      { name: 'Somebody Else' },
    ])
  })

  test('typed over by somebody else hand on neither their link nor what they made public', async () => {
    const remis = await sectionUrl('Rémi', 'Agen', 'referents')
    await query(
      "INSERT INTO consent (person_id, field, wording, agreed_at) SELECT id, 'name', 'D’accord', '2026-11-01T08:00:00.000Z' FROM person WHERE uid = ?1",
      personUid('Rémi'),
    )
    const left = await submit(await open(remis), {
      [`${personUid('Rémi')}.name`]: 'Maya Diallo',
      [`${personUid('Rémi')}.email`]: 'maya@example.org',
    })
    expect(textOf(left)).toContain('Vous avez quitté Archipel Agen')
    expect(textOf(await open(remis))).not.toContain('Maya')
    expect(
      await query(
        'SELECT person.name FROM consent JOIN person ON person.id = consent.person_id WHERE withdrawn_at IS NULL',
      ),
    ).toEqual([{ name: 'Rémi' }])
  })

  test('are added, changed and removed in one save', async () => {
    const url = await sectionUrl('Max', 'Lyon', 'referents')
    const page = await submit(await open(url), { do: 'add' })
    const added = page.fields.filter(([name]) => name === 'row').at(-1)?.[1]
    const done = await submit(page, {
      [`${personUid('Max')}.phone`]: '06 12 34 56 78',
      [`${personUid('Zoé')}.remove`]: 'oui',
      [`${added}.name`]: 'Aïcha Ba',
      [`${added}.email`]: ' AICHA.BA@example.org ',
    })
    expect(textOf(done)).toContain('C’est enregistré')
    const memberships = await query(
      `SELECT person.email, person.phone FROM referent JOIN person ON person.id = referent.person_id
       WHERE referent.until_at IS NULL AND referent.group_id = (SELECT id FROM local_group WHERE uid = ?1)
       UNION ALL SELECT email, phone FROM invitation ORDER BY email`,
      groupUid('Lyon'),
    )
    expect(
      memberships.filter((membership) => /^(aicha|max)/.test(String((membership as { email: string }).email))),
    ).toEqual([
      { email: 'aicha.ba@example.org', phone: null },
      { email: 'max@example.org', phone: '+33612345678' },
    ])
  })

  test('emptied instead of removed lead to the box that removes', async () => {
    const added = `INSERT INTO activity (uid, group_id, held_on, title)
      SELECT 'activity-fair', id, '2026-11-07', 'Forum' FROM local_group WHERE uid = ?1`
    await world.db.prepare(added).bind(groupUid('Nice')).run()
    const page = await open(await sectionUrl('Inès', 'Nice', 'activities'))
    const back = await submit(page, { 'activity-fair.title': '', 'activity-fair.held_on': ' ' })
    expect(back.status).toBe(422)
    expect(textOf(back)).toContain('Il y a une chose à corriger Activité 1, tout est vide')
    expect(back.html).toMatch(/href="#activity-fair.remove"[\s\S]*id="activity-fair.remove"/)
    const gone = await submit(back, { 'activity-fair.remove': 'oui' })
    expect(textOf(gone)).toContain('Activité supprimée')
  })

  test('never all leave unless somebody says so', async () => {
    const url = await sectionUrl('Noa', 'Dax', 'referents')
    const typed = { [`${personUid('Noa')}.remove`]: 'oui' }
    const asked = await submit(await open(url), typed)
    expect(asked.status).toBe(422)
    expect(textOf(asked)).toContain('Il ne resterait personne à qui écrire')
    const left = await submit(asked, { ...typed, nobody: 'oui' })
    expect(textOf(left)).toContain('Vous avez quitté')
    expect(
      await query(
        'SELECT * FROM referent WHERE until_at IS NULL AND group_id = (SELECT id FROM local_group WHERE uid = ?1)',
        groupUid('Dax'),
      ),
    ).toEqual([])
  })
})

describe('rubbish', () => {
  test.each([
    [
      'a body that is no form',
      { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
      400,
    ],
    [
      'a form of a megabyte',
      {
        method: 'POST',
        body: `page=${'x'.repeat(1_000_000)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      413,
    ],
    [
      'a form too long that does not say how long it is',
      {
        method: 'POST',
        body: new Blob(['page=', 'x'.repeat(600_000)]).stream(),
        duplex: 'half',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      } as RequestInit,
      413,
    ],
    [
      'a broken multipart',
      { method: 'POST', body: 'nothing', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      400,
    ],
    [
      'a form with rows that nobody has',
      {
        method: 'POST',
        body: 'row=../../etc&row=%00&since=NaN&do=save',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      400,
    ],
    [
      'a form of ten thousand rows',
      {
        method: 'POST',
        body: Array.from({ length: 10_000 }, (_, index) => `row=${1e8 + index}`).join('&'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      413,
    ],
  ])('%s gets a clear page', async (_, init, status) => {
    const page = await open(await sectionUrl('Lou', 'Pau', 'trainings'), init)
    expect(page.status).toBe(status)
    expect(textOf(page)).not.toMatch(/Error|at \w+ \(/)
    expect(page.html).toContain('<h1>')
  })

  test('a form that names another group, one that is not there or a stranger writes nothing about them', async () => {
    const before = await query('SELECT uid, name FROM local_group ORDER BY uid')
    for (const uid of [groupUid('Nice'), 'group-forged']) {
      const page = await open(await sectionUrl('Lou', 'Pau', 'identity'))
      page.fields.push(['row', uid], [`${uid}.name`, 'Taken'], [`${uid}.state`, 'active'])
      await submit(page)
    }
    expect(await query('SELECT uid, name FROM local_group ORDER BY uid')).toEqual(before)
    const lists = await open(await sectionUrl('Lou', 'Pau', 'lists'))
    lists.fields.push(['row', personUid('Inès')], [`${personUid('Inès')}.annonces`, 'oui'])
    await submit(lists)
    expect(await query('SELECT * FROM subscription')).toEqual([])
  })

  test('a row with an id that no page gives is not there', async () => {
    const page = await open(await sectionUrl('Lou', 'Pau', 'activities'))
    page.fields.push(['row', 'a'], ['a.title', 'Marche'], ['a.held_on', '3 mai 2026'])
    expect((await submit(page)).status).toBe(409)
    expect(await query("SELECT uid FROM activity WHERE uid = 'a'")).toEqual([])
  })

  test.each(['PUT', 'DELETE', 'OPTIONS'])(
    '%s, which no page uses, is said not to be a way to open one',
    async (method) => {
      const { status, headers } = await fetch(await sectionUrl('Lou', 'Pau', 'identity'), { method })
      expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    },
  )

  test('a section that is none is a page that does not exist', async () => {
    expect((await open(await sectionUrl('Lou', 'Pau', 'secrets'))).status).toBe(404)
  })
})

describe('a group that moves', () => {
  test('is placed on the map by its town and postal code, without a network', async () => {
    const places = [
      { name: 'Saint-Denis', department: '93', region: 'Île-de-France', latitude: 48.94, longitude: 2.35 },
      { name: 'Saint-Denis', department: '974', region: 'La Réunion', latitude: -20.88, longitude: 55.45 },
    ]
    await world.db.batch(upsertPlaces(world.db, 'FR', places))
    const uid = groupUid('Brest')
    const page = await open(await sectionUrl('Yann', 'Brest', 'identity'))
    await submit(page, { [`${uid}.town`]: 'St-Denis', [`${uid}.postcode`]: '97400' })
    expect(await query('SELECT town, region, latitude FROM local_group WHERE uid = ?1', uid)).toEqual([
      { town: 'St-Denis', region: 'La Réunion', latitude: -20.88 },
    ])
    const offered = await open(await sectionUrl('Yann', 'Brest', 'identity'))
    expect(offered.html).toContain('<option value="Saint-Denis"')
  })

  test('is offered the towns around it, and not a row of the others is read', async () => {
    const towns = Array.from({ length: 3000 }, (_, index) => ({
      name: `Ailleurs ${index}`,
      department: index < 3 ? '63' : '15',
      region: null,
      latitude: 45,
      longitude: 3,
    }))
    await world.db.batch(upsertPlaces(world.db, 'FR', towns))
    await query('UPDATE local_group SET department = ?2 WHERE uid = ?1', groupUid('Nice'), '63')
    const url = await sectionUrl('Inès', 'Nice', 'identity')
    const before = await world.trips()
    const page = await open(url)
    const after = await world.trips()
    expect(page.html.match(/<option value="Ailleurs/g)).toHaveLength(3)
    expect(after.rowsRead - before.rowsRead).toBeLessThan(200)
  })

  test('to a town that is nearly one that we know is asked which, once', async () => {
    const uid = groupUid('Brest')
    const url = await sectionUrl('Yann', 'Brest', 'identity')
    const asked = await submit(await open(url), { [`${uid}.town`]: 'Saint-Dennis', [`${uid}.postcode`]: '93200' })
    expect(asked.status).toBe(422)
    expect(textOf(asked)).toContain('Nous ne trouvons pas « Saint-Dennis »')
    expect(asked.fields).toContainEqual([`${uid}.town`, 'Saint-Dennis'])
    await submit(asked, { [`${uid}.town`]: 'Saint-Denis' })
    expect(await query('SELECT town, region FROM local_group WHERE uid = ?1', uid)).toEqual([
      { town: 'Saint-Denis', region: 'Île-de-France' },
    ])
    await submit(await submit(await open(url), { [`${uid}.town`]: 'Saint-Dennis' }))
    expect(await query('SELECT town, region FROM local_group WHERE uid = ?1', uid)).toEqual([
      { town: 'Saint-Dennis', region: null },
    ])
  })

  test('to a town that we do not know keeps no place that would be wrong', async () => {
    const uid = groupUid('Brest')
    const page = await open(await sectionUrl('Yann', 'Brest', 'identity'))
    await submit(page, { [`${uid}.town`]: 'Trifouillis', [`${uid}.postcode`]: '29000' })
    expect(await query('SELECT town, region, latitude FROM local_group WHERE uid = ?1', uid)).toEqual([
      { town: 'Trifouillis', region: null, latitude: null },
    ])
  })
})

describe('mailing lists', () => {
  test('are ticked for each referent, kept, and told in the history', async () => {
    const url = await sectionUrl('Sam', 'Pau', 'lists')
    const done = await submit(await open(url), { [`${personUid('Lou')}.annonces`]: 'oui' })
    expect(textOf(done)).toContain('Lou · Annonces du mouvement')
    expect(await query('SELECT person.name, list FROM subscription JOIN person ON person.id = person_id')).toEqual([
      { name: 'Lou', list: 'annonces' },
    ])
    await submit(await open(url), { [`${personUid('Lou')}.annonces`]: null })
    expect(await query('SELECT * FROM subscription')).toEqual([])
  })
})

test('nothing is chosen of a campaign beforehand; that a group took no part is kept, asks for no number, and counts nowhere', async () => {
  await query(
    "INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-bank', 'Banques', 'banques', '2026-09-10', '2026-09-01T08:00:00.000Z')",
  )
  const form = await open(await sectionUrl('Théo', 'Sète', 'campaigns'))
  expect(form.fields.map(([name]) => name)).not.toContain('campaign-bank.role')
  expect(form.html).toMatch(/class="field waits"><label for="campaign-bank\.people/)
  expect((await submit(form)).url).toContain('done=checked')
  expect(await query('SELECT * FROM participation')).toEqual([])
  await submit(form, { 'campaign-bank.role': 'absent', 'campaign-bank.people': '30' })
  const said = await open(await sectionUrl('Théo', 'Sète', 'campaigns'))
  expect(said.fields).toContainEqual(['campaign-bank.role', 'absent'])
  expect(await query('SELECT role, people FROM participation')).toEqual([{ role: 'absent', people: null }])
  await submit(said, { 'campaign-bank.role': 'joins', 'campaign-bank.people': '30' })
  expect(await query('SELECT role, people FROM participation')).toEqual([{ role: 'joins', people: 30 }])
  await query('DELETE FROM participation')
  await query('DELETE FROM campaign')
})

test('people that are counted for a campaign without saying how the group took part are kept: it took part', async () => {
  await query(
    "INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-walk', 'Marche', 'marche', '2026-10-10', '2026-10-01T08:00:00.000Z')",
  )
  const form = await open(await sectionUrl('Théo', 'Sète', 'campaigns'))
  await submit(form, { 'campaign-walk.people': '30' })
  expect(await query('SELECT role, people FROM participation')).toEqual([{ role: 'joins', people: 30 }])
})

test('two people who tick one campaign differently at once are asked which; what one alone said is kept', async () => {
  const [lou, sam] = [await sectionUrl('Lou', 'Pau', 'campaigns'), await sectionUrl('Sam', 'Pau', 'campaigns')]
  const [lous, sams] = [await open(lou), await open(sam)]
  await submit(lous, { 'campaign-walk.role': 'relays' })
  const asked = await submit(sams, { 'campaign-walk.role': 'organises', 'campaign-walk.people': '30' })
  expect(asked.status).toBe(409)
  await submit(asked, { 'campaign-walk.role': 'organises' })
  expect(
    await query(
      'SELECT role, people FROM participation WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)',
      groupUid('Pau'),
    ),
  ).toEqual([{ role: 'organises', people: 30 }])
})
