import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// Two referents of one group, each with their own link, at the same time.
let world: World

beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: {
      Pau: ['Lou', 'Sam'],
      Foix: ['Eva', 'Léo'],
      Metz: ['Paul', 'Rose'],
      Dax: ['Noa', 'Max'],
      Agen: ['Ana', 'Ola'],
      Brest: ['Zoé', 'Ivo'],
      Lyon: ['Guy', 'Liv'],
      Tours: ['Ada', 'Bob', 'Cid'],
    },
  })
})
afterAll(() => world.stop())

const section = async (name: string, town: string, path: string) =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/${path}`)
const rowOf = ({ fields }: Awaited<ReturnType<typeof open>>) => fields.find(([name]) => name === 'row')?.[1]
const rows = (sql: string, town: string) =>
  world.db
    .prepare(sql)
    .bind(groupUid(town))
    .all()
    .then(({ results }) => results)

describe('two people who save at once', () => {
  test('both have their rows, their fields and their place in the history', async () => {
    const forms = await Promise.all(
      ['Lou', 'Sam'].flatMap((name) => [section(name, 'Pau', 'trainings'), section(name, 'Pau', 'identity')]),
    )
    const [lou, louGroup, sam, samGroup] = forms as [
      (typeof forms)[0],
      (typeof forms)[0],
      (typeof forms)[0],
      (typeof forms)[0],
    ]
    const training = (form: typeof lou, theme: string) =>
      submit(form, { [`${rowOf(form)}.theme`]: theme, [`${rowOf(form)}.held_on`]: '3 mai 2026' })
    const pau = groupUid('Pau')
    const answers = await Promise.all([
      training(lou, 'Animation'),
      training(sam, 'Prise de parole'),
      submit(louGroup, { [`${pau}.active_members`]: '33' }),
      submit(samGroup, { [`${pau}.postcode`]: '64000' }),
    ])
    for (const answer of answers) expect(textOf(answer)).toContain('C’est enregistré')
    expect(await rows('SELECT active_members, postcode FROM local_group WHERE uid = ?1', 'Pau')).toEqual([
      { active_members: 33, postcode: '64000' },
    ])
    const themes =
      'SELECT theme FROM training WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY theme'
    expect(await rows(themes, 'Pau')).toEqual([{ theme: 'Animation' }, { theme: 'Prise de parole' }])
    const numbers =
      'SELECT number FROM revision WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY number'
    expect((await rows(numbers, 'Pau')).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  test('keep a person whom one corrects while the other takes them off', async () => {
    const [eva, leo] = [await section('Eva', 'Foix', 'referents'), await section('Léo', 'Foix', 'referents')]
    await submit(leo, { [`${personUid('Léo')}.phone`]: '06 12 34 56 78' })
    await submit(eva, { [`${personUid('Léo')}.remove`]: 'oui' })
    const referentsNow =
      'SELECT person.name, person.phone FROM referent JOIN person ON person.id = person_id WHERE until_at IS NULL AND group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY person.name'
    expect(await rows(referentsNow, 'Foix')).toEqual([
      { name: 'Eva', phone: null },
      { name: 'Léo', phone: '+33612345678' },
    ])
  })

  test('one of whom pauses the group while the other corrects it: both are told in the history', async () => {
    const max = await section('Max', 'Dax', 'identity')
    const noa = await open(`${await world.linkOf('Noa')}/${groupUid('Dax')}/part`)
    expect(textOf(await submit(noa, { do: 'pause' }))).toContain('le groupe fait une pause')
    await submit(max, { [`${groupUid('Dax')}.active_members`]: '9' })
    expect(await rows('SELECT state, active_members FROM local_group WHERE uid = ?1', 'Dax')).toEqual([
      { state: 'asleep', active_members: 9 },
    ])
    const history = textOf(await open(`${await world.linkOf('Max')}/${groupUid('Dax')}/history`))
    expect(history).toMatch(/Max, .*12 → maintenant : 9.*Noa, .*actif → maintenant : en pause/)
  })
})

test('of many saves of one group in the same instant each lands, whatever else happens to it', async () => {
  const tours = groupUid('Tours')
  const first = await submit(await section('Ada', 'Tours', 'identity'), { [`${tours}.active_members`]: '7' })
  const forms = await Promise.all(
    Array.from({ length: 36 }, (_, index) => section(['Ada', 'Bob', 'Cid'][index % 3] ?? '', 'Tours', 'trainings')),
  )
  const away = await open(`${await world.linkOf('Cid')}/${tours}/part`)
  const [pages, undone, left] = await Promise.all([
    Promise.all(
      forms.map((form, index) =>
        submit(form, { [`${rowOf(form)}.theme`]: `Atelier ${index}`, [`${rowOf(form)}.held_on`]: '3 mai 2026' }),
      ),
    ),
    submit(first, { revision: '2', section: null }, first.url.replace(/\?.*/, '/history')),
    submit(away, { do: 'pause' }),
  ])
  expect(pages.map(({ status }) => status)).toEqual(forms.map(() => 200))
  for (const page of pages) expect(textOf(page)).toContain('C’est enregistré')
  expect(textOf(undone)).toContain('C’est annulé')
  expect(textOf(left)).toContain('le groupe fait une pause')
  const kept = `SELECT active_members, state,
      (SELECT count(DISTINCT theme) FROM training WHERE group_id = g.id) AS themes,
      (SELECT group_concat(number) FROM (SELECT number FROM revision WHERE group_id = g.id ORDER BY number)) AS numbers
    FROM local_group g
    WHERE uid = ?1`
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1).join()
  expect(await rows(kept, 'Tours')).toEqual([{ active_members: 12, state: 'asleep', themes: 36, numbers }])
})

test('two groups that name one new person at once have them both', async () => {
  for (const one of ['iris', 'jade', 'kenza', 'lina']) {
    const forms = await Promise.all([section('Lou', 'Pau', 'referents'), section('Noa', 'Dax', 'referents')])
    const typed = { 'row-of-new.name': one, 'row-of-new.email': `${one}@example.org` }
    const saved = await Promise.all(
      forms.map((form) => submit({ ...form, fields: [...form.fields, ['row', 'row-of-new']] }, typed)),
    )
    for (const page of saved) expect(textOf(page)).toContain('C’est enregistré')
  }
  const named = "SELECT count(*) AS n FROM invitation WHERE email = 'lina@example.org' AND ?1 <> ''"
  expect(await rows(named, 'Pau')).toEqual([{ n: 2 }])
})

test('a list that grew for years is corrected a page at a time, and the rest stays as it is', async () => {
  const added = `INSERT INTO activity (uid, group_id, held_on, title)
    SELECT 'activity-' || value, (SELECT id FROM local_group WHERE uid = ?1), date('2026-11-01', '-' || value || ' days'), 'Stand ' || value
    FROM json_each(?2)`
  const numbers = JSON.stringify(Array.from({ length: 300 }, (_, index) => 100 + index))
  await world.db.prepare(added).bind(groupUid('Brest'), numbers).run()
  const latest = await section('Zoé', 'Brest', 'activities')
  expect(Buffer.byteLength(latest.html)).toBeLessThan(60_000)
  expect(latest.fields.filter(([name]) => name === 'row')).toHaveLength(20)
  expect(textOf(latest)).toContain('Voir les plus anciennes (280)')
  const oldest = await section('Zoé', 'Brest', 'activities?from=280')
  const other = await section('Ivo', 'Brest', 'activities?from=280')
  expect(textOf(await submit(latest, { 'activity-100.title': 'Fête', 'activity-101.remove': 'oui' }))).toContain('Fête')
  const saved = await submit(oldest, { 'activity-399.title': 'Premier stand' }, oldest.url)
  expect(textOf(saved)).toContain('Premier stand')
  // What was typed on that page is not offered there again
  const draft = /data-draft="([^"]*)"/.exec(oldest.html)?.[1]
  expect(draft).toMatch(/from=280$/)
  expect(saved.html).toContain(`data-saved="${draft}"`)
  const both = { 'activity-399.title': 'Tout premier stand', 'activity-398.remove': 'oui' }
  const asked = await submit(other, both, other.url)
  expect(asked.status).toBe(409)
  expect(asked.fields.filter(([name]) => name === 'row')).toHaveLength(20)
  const chosen = await submit(asked, { 'activity-399.title': 'Tout premier stand' })
  expect(textOf(chosen)).toContain('C’est enregistré')
  const kept = `SELECT count(*) AS n, sum(title LIKE 'Stand%') AS untouched FROM activity
    WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)`
  expect(await rows(kept, 'Brest')).toEqual([{ n: 298, untouched: 296 }])
})

test('one person with two pages is asked nothing: what they typed last is right, unless somebody else wrote between', async () => {
  const lyon = groupUid('Lyon')
  const [first, second, third] = [
    await section('Guy', 'Lyon', 'identity'),
    await section('Guy', 'Lyon', 'identity'),
    await section('Guy', 'Lyon', 'identity'),
  ]
  await submit(first, { [`${lyon}.active_members`]: '20', [`${lyon}.website`]: 'lyon.example.org' })
  const again = textOf(await submit(second, { [`${lyon}.active_members`]: '21', [`${lyon}.postcode`]: '69001' }))
  expect(again).toMatch(
    /C’est enregistré.*Code postal : avant : rien → maintenant : 69001.*avant : 20 → maintenant : 21/,
  )
  await submit(await section('Liv', 'Lyon', 'identity'), { [`${lyon}.active_members`]: '22' })
  expect((await submit(third, { [`${lyon}.active_members`]: '23' })).status).toBe(409)
  expect(await rows('SELECT active_members, website, postcode FROM local_group WHERE uid = ?1', 'Lyon')).toEqual([
    { active_members: 22, website: 'https://lyon.example.org', postcode: '69001' },
  ])
})

test('two people of one name are told apart', async () => {
  const names =
    "UPDATE person SET name = 'Camille ' || CASE uid WHEN ?1 THEN 'Roy' ELSE 'Petit' END WHERE uid IN (?1, ?2)"
  await world.db.prepare(names).bind(personUid('Ana'), personUid('Ola')).run()
  const saved = await submit(await section('Ana', 'Agen', 'identity'), { [`${groupUid('Agen')}.active_members`]: '21' })
  expect(textOf(saved)).toContain('vérifié aujourd’hui par Camille Roy')
  await world.db.prepare("UPDATE person SET name = 'Camille Roy' WHERE uid = ?1").bind(personUid('Ola')).run()
  const other = await open(`${await world.linkOf('Ola')}/${groupUid('Agen')}?done=saved&section=identity`)
  expect(textOf(other)).toContain('Camille Roy a déjà répondu aujourd’hui')
  expect(textOf(other)).not.toContain('Annuler cette correction')
})

describe('right after a save', () => {
  test('the page says what changed, before and after, and takes it back by one press; not after thirty days', async () => {
    const metz = groupUid('Metz')
    const saved = await submit(await section('Paul', 'Metz', 'identity'), { [`${metz}.active_members`]: '21' })
    expect(textOf(saved)).toMatch(
      /C’est enregistré : Le groupe .*Personnes actives : avant : 12 → maintenant : 21 Annuler/,
    )
    const undone = await submit(saved, { revision: '2', section: null }, saved.url.replace(/\?.*/, '/history'))
    expect(textOf(undone)).toContain('C’est annulé')
    expect(await rows('SELECT active_members FROM local_group WHERE uid = ?1', 'Metz')).toEqual([
      { active_members: 12 },
    ])
    const again = await submit(await section('Rose', 'Metz', 'identity'), { [`${metz}.active_members`]: '22' })
    await world.setClock('2026-12-31T10:01:00+01:00')
    const late = await open(`${await world.linkOf('Rose')}/${metz}/history`)
    expect(late.html).not.toContain('value="4"')
    const overview = await open(late.url.replace('/history', ''))
    const refused = await submit(overview, { revision: '4' }, late.url)
    expect(refused.status).toBe(409)
    expect(again.status).toBe(200)
    expect(await rows('SELECT active_members FROM local_group WHERE uid = ?1', 'Metz')).toEqual([
      { active_members: 22 },
    ])
  })
})
