import { afterAll, beforeAll, expect, test } from 'vitest'
import { freeTexts, isRequired } from '#shared/db/free-texts.ts'
import { upsertPeople } from '#shared/db/people.ts'
import { withoutWords, wordsOf } from '#shared/domain/erased-words.ts'
import { askedNames } from '#shared/record/field.ts'
import { tableOf } from '#shared/record/section.ts'
import { ourSections } from '#shared/record/sections.ts'
import { open, submit } from '#tests/support/browser.ts'
import { growth } from '#tests/support/growth.ts'
import { importTexts } from '#tests/support/importing.ts'
import { invite, moveAway } from '#tests/support/invitations.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const now = new Date('2026-12-01T10:00:00+01:00')
beforeAll(async () => {
  world = await startWorld({ clock: now.toISOString(), round: '2026-12' })
})
afterAll(() => world.stop())

const traces = /zénobie|zenobie|quillfeather|612345678|6.12.34.56.78|zeno\.old/i
const run = (sql: string, ...values: unknown[]) =>
  world.db
    .prepare(sql)
    .bind(...values)
    .run()

/** Every row of every table, as text. */
async function everything(): Promise<string[]> {
  const { results } = await world.db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'`,
    )
    .all<{ name: string }>()
  const rows = await world.db.batch<object>(results.map(({ name }) => world.db.prepare(`SELECT * FROM ${name}`)))
  return rows.flatMap((table, index) => table.results.map((row) => `${results[index]?.name}: ${JSON.stringify(row)}`))
}

const zenobie = personUid('Zénobie Quillfeather')

async function makeTraces(): Promise<void> {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Zénobie Quillfeather'], Dax: ['Lou', 'Ada'] }, now)
  const old = { uid: zenobie, email: 'zeno.old@example.org', name: 'Zénobie Quillfeather', phone: '+33612345678' }
  await upsertPeople(world.db, [old], now).run()
  await run(
    `INSERT INTO suppression (address, reason, since_at) VALUES ('zeno.old@example.org', 'hard_bounce', '2026')`,
  )
  await upsertPeople(world.db, [{ ...old, email: 'zenobie@example.org' }], now).run()
  const link = await world.linkOf('Zénobie Quillfeather')
  await submit(await open(`${link}/${groupUid('Pau')}/identity`), { [`${groupUid('Pau')}.active_members`]: '31' })
  const louAt = async (path: string) => open(`${await world.linkOf('Lou')}/${path}`)
  await submit(await louAt(`${groupUid('Pau')}/identity`), {
    [`${groupUid('Pau')}.networks`]: 'Écrire à Zenobie@example.org ou au 06 12 34 56 78',
    [`${groupUid('Pau')}.public_email`]: 'zenobie@example.org',
  })
  await submit(await louAt('word'), { body: 'ZÉNOBIE QUILLFEATHER (06.12.34.56.78) ne répond plus' })
  const form = await louAt(`${groupUid('Dax')}/referents`)
  await submit(
    {
      ...form,
      fields: [
        ...form.fields,
        ['row', 'row-of-new'],
        ['row-of-new.name', 'Zénobie Q.'],
        ['row-of-new.email', 'zenobie@example.org'],
      ],
    },
    {},
  )
  for (const [at, title] of writings.entries())
    await run(
      `INSERT INTO activity (uid, group_id, title, kind, held_on, own) SELECT ?1, id, ?2, ?2, '2026-05-01', json_object('says', ?2) FROM local_group WHERE town = 'Dax'`,
      `activity-${at}`,
      title,
    )
  await run(
    `INSERT INTO enquiry (uid, group_id, name, email, body, consent, asked_at, is_proven)
     SELECT '0123456789abcdef0123456789abcdef', id, 'Ida', 'ida@example.org', 'Je cherche Quillfeather Zenobie', 'oui', '2026', 1 FROM local_group WHERE town = 'Dax'`,
  )
  await run(
    `INSERT INTO poll (round_key, type, words, written_at) VALUES ('2026-12', 'text', '{"fr":"Qui ?"}', '2026')`,
  )
  await run(
    `INSERT INTO poll_answer (round_key, group_id, value, answered_at) SELECT '2026-12', id, '06 12 34 56 78', '2026' FROM local_group WHERE town = 'Dax'`,
  )
  // An address of theirs that they left, and what was written to it
  await moveAway(world, 'Zénobie Quillfeather', { town: 'Pau' })
}

/** How others write somebody: their name and number are all of it, or a part. */
const writings = [
  'Atelier de Zénobie Quillfeather',
  'Zénobie Quillfeather',
  'zenobie quillfeather, élodie',
  'Ze\u0301nobie\u00a0QUILLFEATHER !',
  'avec Quillfeather, Zénobie.',
  '+33 (0)6 12 34 56 78',
  'tél. 0033612345678, ou (06) 12-34-56-78 le soir',
  '06\u00a012\u202f34/56/78',
  'ZENO.OLD@example.org',
]

test('an erasure leaves nothing of a person in any table: nor of former addresses, invitations, histories, counters, others’ words', async () => {
  await makeTraces()
  expect((await everything()).filter((row) => traces.test(row)).length).toBeGreaterThan(8)
  const me = await open(`${await world.linkOf('Zénobie Quillfeather')}/me`)
  expect((await submit(me, { sure: 'oui' }, `${me.url}/erase`)).status).toBe(200)
  expect((await everything()).filter((row) => traces.test(row))).toEqual([])
  const { results } = await world.db.prepare('SELECT hash, reason, group_id FROM departed_person').all()
  expect(results.map(({ reason, group_id }) => [reason, group_id])).toContainEqual(['erased', null])
  const { results: activities } = await world.db.prepare('SELECT title, own FROM activity ORDER BY uid').all()
  const left = ['Atelier de …', '…', '…, élodie', '… !', 'avec ….', '…', 'tél. …, ou … le soir', '…', '…']
  expect(activities).toEqual(left.map((title) => ({ title, own: JSON.stringify({ says: title }) })))
})

test('whatever people type about a group and in the rows of its sections is looked through, but what the group is called and where it is', () => {
  const unlooked = ourSections
    .filter(({ isAboutPeople }) => !isAboutPeople)
    .flatMap((section) =>
      askedNames(section.fields)
        .filter((name) =>
          ['text', 'long_text', 'url', 'email', 'tel'].includes(section.fields[name]?.control.kind ?? ''),
        )
        .filter((name) => !freeTexts[tableOf(section)]?.includes(name))
        .map((name) => `${tableOf(section)}.${name}`),
    )
  expect(unlooked).toEqual(['local_group.name', 'local_group.town', 'local_group.postcode'])
})

test('a text of which nothing but a name was left is gone where it may be, and else keeps a mark', async () => {
  for (const [table, columns] of Object.entries(freeTexts)) {
    const { results } = await world.db.prepare(`SELECT name, "notnull" FROM pragma_table_info('${table}')`).all()
    for (const column of columns) {
      const { notnull } = results.find(({ name }) => name === column) ?? {}
      const isJson = ['own', 'words', 'changes'].includes(column)
      expect([table, column, isRequired({ table, column })]).toEqual([table, column, notnull === 1 && !isJson])
    }
  }
})

test('no old sheet puts back who left a group, or was erased; whoever says yes anew is back', async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam', 'Ada'] }, now)
  const part = await open(`${await world.linkOf('Sam')}/${groupUid('Pau')}/part?do=leave`)
  await submit(part, { do: 'leave', sure: 'oui' })
  const me = await open(`${await world.linkOf('Ada')}/me`)
  await submit(me, { sure: 'oui' }, `${me.url}/erase`)
  const sheet = [
    'Nom du groupe;Ville;Référent·e 1;Mail réf 1;Référent·e 2;Mail réf 2',
    'Archipel Pau;Pau;Sam;sam@example.org;Ada;ada@example.org',
    'Archipel Foix;Foix;Sam;sam@example.org;Ada;ada@example.org',
  ].join('\n')
  const { said } = await importTexts(world.db, [sheet], { apply: true, now })
  expect(said).toContain('cette feuille ne les remet pas')
  const memberships = () =>
    world.db
      .prepare(
        `SELECT g.town || ' ' || person.name AS membership FROM referent JOIN person ON person.id = person_id JOIN local_group g ON g.id = group_id
         WHERE until_at IS NULL ORDER BY membership`,
      )
      .all<{ membership: string }>()
      .then(({ results }) => results.map(({ membership }) => membership))
  // Sam left Pau, and not Foix; Ada is nowhere
  expect(await memberships()).toEqual(['Foix Sam', 'Pau Lou'])
  await submit(await open(await invite(world, 'Ada', { town: 'Pau', by: 'Lou' })), { do: 'yes' })
  expect(await memberships()).toEqual(['Foix Sam', 'Pau Ada', 'Pau Lou'])
  expect(await world.db.prepare(`SELECT count(*) AS n FROM departed_person WHERE reason = 'erased'`).first('n')).toBe(0)
})

test('one word alone is no trace, nor a part of another: nobody else’s words are cut for it', () => {
  const words = wordsOf({ names: ['Lou', 'Lou Roy'], emails: ['lou@example.org'], phones: ['+33612345678'] })
  expect(withoutWords('Loudéac, LOU ROY et Lou : Lou@Example.org', words)).toBe('Loudéac, … et Lou : …')
  expect(withoutWords('İ lou roy Lou Roy', words)).toBe('İ … …')
  expect(withoutWords('Lou Royer, Milou Roy, Roy et Lou, 06 12 34 56 79', words)).toBe(
    'Lou Royer, Milou Roy, Roy et Lou, 06 12 34 56 79',
  )
  expect(withoutWords('["Lou","Roy",{"Lou Roy":" +33 6 12.34.56.78, 3"}]', words)).toBe(
    '["Lou","Roy",{"Lou Roy":" …, 3"}]',
  )
})

test('whoever called themselves otherwise again and again, in many words, is looked for at the cost of the text', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `Zed${at} ${'y '.repeat(60 + at)}`)
  const words = wordsOf({ names, emails: [], phones: [] })
  expect(
    await growth(
      (text) => withoutWords(text, words),
      (size) => 'y '.repeat(size / 2),
    ),
  ).toBeNull()
  const texts = Array.from({ length: 400 }, () => `Zed1 ${'y '.repeat(100)}`)
  const start = process.threadCpuUsage().user
  for (const text of texts) withoutWords(text, words)
  // A tenth of a second now, half a minute where each text is compared with each name from each of its words on
  expect(process.threadCpuUsage().user - start).toBeLessThan(3_000_000)
})
