import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { allFacts } from '#shared/db/fact-list.ts'
import { textOf } from '#tests/support/browser.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { importTexts } from '#tests/support/importing.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { answer, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const start = new Date('2026-12-03T09:00:00Z')
const [brest, bis] = [groupUid('Brest'), groupUid('Brest bis')]
const merge = `/desk/groups/${brest}/merge/${bis}`

let db: D1Database
let close: () => Promise<void>
let pages: DeskPages
let session: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Brest: ['Lou', 'Sam'], 'Brest bis': ['Lou', 'Noa'], Dax: ['Kim'] }, start)
  await db.batch([
    db.prepare(
      `UPDATE local_group SET region = 'Bretagne', department = 'Finistère', town = 'Brest', town_key = 'brest' WHERE uid <> '${groupUid('Dax')}'`,
    ),
    db.prepare(`UPDATE local_group SET website = 'https://bis.example.org', active_members = 30 WHERE uid = '${bis}'`),
    training('one', brest, 'Accueil', 5),
    training('two', bis, 'ACCUEIL', 5),
    training('three', bis, 'Presse', 8),
  ])
  pages = new DeskPages(db, start)
  session = await pages.signIn()
})

const training = (uid: string, group: string, theme: string, attendees: number) =>
  db
    .prepare(
      `INSERT INTO training (uid, group_id, theme, held_on, attendees)
       SELECT ?1, id, ?3, '2026-03-01', ?4 FROM local_group WHERE uid = ?2`,
    )
    .bind(`training-${uid}`, group, theme, attendees)

async function rows(sql: string): Promise<string[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}

const memberships = () =>
  rows(`SELECT g.uid, person.name FROM referent JOIN person ON person.id = person_id JOIN local_group g ON g.id = group_id
        WHERE until_at IS NULL ORDER BY g.uid, person.name`)
const groups = () => rows('SELECT uid, name, state, coalesce(website, 0), active_members FROM local_group ORDER BY id')

/** All that merging and undoing it may touch, without what histories remember of it. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = {
    local_group: 'uid, name, name_key, town, state, closed_at, website, active_members, merged_into_id, parent_id, own',
    former_name: 'group_id, name_key',
    referent: 'group_id, person_id, role, since_at, until_at',
    training: 'uid, group_id, theme, attendees',
    participation: 'group_id, campaign_id, role, people',
    answer: 'round_key, group_id, person_id, kind, first_at, last_at',
    section_check: 'group_id, section, checked_at',
    invitation: 'uid, group_id, email, answer',
    note: 'group_id, body',
    departed_person: 'group_id, hash',
    group_summary: 'group_id, referents, with_address, last_round',
    group_rollup: '*',
    round_snapshot: '*',
    round_rollup: '*',
    answer_rollup: '*',
    activity_rollup: '*',
    referent_rollup: '*',
  }
  const all = Object.entries(tables).map(async ([table, columns]) => [
    table,
    (await rows(`SELECT ${columns} FROM ${table}`)).sort(),
  ])
  return Object.fromEntries(await Promise.all(all)) as Record<string, string[]>
}

describe('two groups that are one', () => {
  test('are offered to each other on their pages, and seen side by side before anything changes', async () => {
    expect((await pages.look(`/desk/groups/${brest}`, session)).page.html).toContain(`href="${merge}"`)
    const before = await everything()
    const { page } = await pages.look(merge, session)
    const text = textOf(page)
    for (const said of [
      '3 différences à choisir',
      'https://bis.example.org',
      'proposé, l’autre ne dit rien',
      '3 référent·es après',
    ])
      expect(text).toContain(said)
    expect(await everything()).toEqual(before)
  })

  test('become one: values as chosen, people once each, rows by their keys, the former name kept', async () => {
    expect((await pages.act(merge, {}, session)).to).toBe(`/desk/groups/${brest}?done=groups_merged`)
    expect(await memberships()).toEqual([`${brest} Lou`, `${brest} Noa`, `${brest} Sam`, `${groupUid('Dax')} Kim`])
    expect(await groups()).toEqual([
      `${brest} Archipel Brest active https://bis.example.org 30`,
      `${bis} Archipel Brest bis closed https://bis.example.org 30`,
      `${groupUid('Dax')} Archipel Dax active 0 12`,
    ])
    expect(await rows('SELECT uid, group_id FROM training ORDER BY uid')).toEqual([
      'training-one 1',
      'training-three 1',
    ])
    expect(await rows('SELECT name FROM former_name')).toEqual(['Archipel Brest bis'])
    expect(await rows('SELECT state, sum(groups), sum(members) FROM group_rollup GROUP BY 1')).toEqual(['active 2 42'])
    expect(await rows('SELECT * FROM referent_rollup')).toEqual(['* 4'])
    const text = textOf((await pages.look(`/desk/groups/${brest}`, session)).page)
    expect(text).toContain('Réuni avec le groupe : Archipel Brest bis')
    expect(textOf((await pages.look('/desk/log', session)).page)).toContain('a réuni un autre groupe avec celui-ci')
  })

  test('have what was chosen, also the other’s name', async () => {
    const changes = { 'take.group.name': 'other', 'take.group.active_members': 'kept', 'take.group.website': 'kept' }
    await pages.act(merge, changes, session)
    expect((await groups())[0]).toBe(`${brest} Archipel Brest bis active 0 12`)
    expect(await rows('SELECT name FROM former_name')).toEqual(['Archipel Brest'])
  })

  test('are two again as they were, as long as nobody has written', async () => {
    await makeStep(db, '2026-12', 'invitation', start)
    await answer(db, { round: '2026-12', town: 'Brest bis', by: 'Noa' }, start)
    await db.batch([
      db.prepare(`INSERT INTO note (group_id, body, written_at) VALUES (2, 'Bonjour', '2026-12-02')`),
      insertCheck(db, { groups: [groupUid('Brest')], section: 'identity', at: '2026-11-01' }),
      insertCheck(db, { groups: [groupUid('Brest bis')], section: 'identity', at: '2026-10-01' }),
      db
        .prepare(
          `INSERT INTO departed_person (hash, group_id, reason, departed_on) VALUES (?1, 2, 'left', '2026-01-01')`,
        )
        .bind('x'.repeat(43)),
    ])
    const before = await everything()
    await pages.act(merge, { 'take.group.name': 'other' }, session)
    expect(await rows('SELECT sum(asked), sum(answered), sum(groups) FROM round_rollup')).toEqual(['2 1 3'])
    expect((await everything()).local_group).not.toEqual(before.local_group)
    const page = await pages.look(`/desk/groups/${brest}`, session)
    expect(textOf(page.page)).toContain('Annuler la réunion')
    const undone = await pages.send(page.page, `/desk/groups/${brest}`, { do: 'part' }, session)
    expect(undone.to).toBe(`/desk/groups/${brest}?done=groups_parted`)
    expect(await everything()).toEqual(before)
    expect(textOf((await pages.look(`/desk/groups/${bis}`, session)).page)).toContain('De nouveau séparé du groupe')
  })

  test.each([
    ['a referent has corrected the record', () => correct()],
    ['a referent has answered', () => confirm()],
  ])('are not parted once %s, and the page says so', async (_, write) => {
    await makeStep(db, '2026-12', 'invitation', start)
    await pages.act(merge, {}, session)
    const page = await pages.look(`/desk/groups/${brest}`, session)
    pages.now = new Date('2026-12-03T09:10:00Z')
    await write()
    const late = await pages.send(page.page, `/desk/groups/${brest}`, { do: 'part' }, session)
    expect([late.status, textOf(late.page)]).toEqual([409, expect.stringContaining('La réunion ne s’annule plus')])
    expect(late.page.html).not.toContain('value="part"')
    expect((await memberships()).length).toBe(4)
  })

  test('of which somebody else changed one meanwhile are shown again, with the choices that were made', async () => {
    const { page } = await pages.look(merge, session)
    await db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes) VALUES (2, 2, '2026-12-03', 'import', '[]')`,
      )
      .run()
    const again = await pages.send(page, merge, { 'take.group.active_members': 'kept' }, session)
    expect([again.status, textOf(again.page)]).toEqual([
      409,
      expect.stringContaining('Quelqu’un a écrit dans une des deux fiches'),
    ])
    expect(again.page.fields).toContainEqual(['take.group.active_members', 'kept'])
    expect((await memberships()).length).toBe(5)
  })

  test('that another coordinator made one first lead to the one that they are', async () => {
    const [first, second] = [await pages.look(merge, session), await pages.look(merge, session)]
    await pages.send(first.page, merge, {}, session)
    const late = await pages.send(second.page, merge, {}, session)
    expect(late.to).toBe(`/desk/groups/${brest}?done=merged_elsewhere`)
    expect(await rows('SELECT count(*) FROM group_merge')).toEqual(['1'])
  })

  test('that are the third and the fourth of one lead to the last', async () => {
    await pages.act(merge, {}, session)
    const dax = groupUid('Dax')
    await pages.act(`/desk/groups/${dax}/merge/${brest}`, {}, session)
    expect((await pages.look(`/desk/groups/${bis}`, session)).to).toBe(`/desk/groups/${dax}`)
    expect((await memberships()).length).toBe(4)
    const { page } = await pages.look(`/desk/groups/${dax}`, session)
    await pages.send(page, `/desk/groups/${dax}`, { do: 'part' }, session)
    expect((await pages.look(`/desk/groups/${bis}`, session)).to).toBe(`/desk/groups/${brest}`)
  })
})

describe('the addresses of a group that became part of another', () => {
  test('lead on: of the desk, and of every link that its referents have', async () => {
    const link = await pages.linkOf('Noa')
    await pages.act(merge, {}, session)
    for (const path of ['', '/identity', '/referents'])
      expect((await pages.look(`/desk/groups/${bis}${path}`, session)).to).toBe(`/desk/groups/${brest}${path}`)
    for (const path of ['', `/${bis}`, `/${bis}/trainings`, `/${bis}/history`]) {
      const { status, page } = await pages.look(link + path)
      expect([path, status, textOf(page)]).toEqual([path, 200, expect.stringContaining('Brest')])
    }
    expect((await pages.look(`${link}/${bis}/trainings`)).page.html).toContain('Accueil')
  })

  test('of a page that was open meanwhile nothing is lost: what was typed stands beside what the one record says', async () => {
    const link = await pages.linkOf('Noa')
    const { page } = await pages.look(`${link}/${bis}/identity`)
    await pages.act(merge, {}, session)
    const again = await pages.send(page, `${link}/${bis}/identity`, { [`${bis}.town`]: 'Guipavas' })
    expect(again.status).toBe(409)
    expect(textOf(again.page)).toContain('Guipavas')
    expect(again.page.html).toContain(`/${brest}/identity`)
    expect((await groups())[0]).toContain('Archipel Brest')
  })

  test('say that nothing was saved where a page of before confirms, or acts', async () => {
    const link = await pages.linkOf('Noa')
    const form = await pages.look(`${link}/${bis}`)
    const desk = await pages.look(`/desk/groups/${bis}`, session)
    await pages.act(merge, {}, session)
    const confirmed = await pages.send(form.page, `${link}/${bis}`, {})
    expect([confirmed.status, textOf(confirmed.page)]).toEqual([409, expect.stringContaining('vient d’être réuni')])
    const closed = await pages.send(desk.page, `/desk/groups/${bis}`, { do: 'close' }, session)
    expect(closed.to).toBe(`/desk/groups/${brest}?done=merged_elsewhere`)
    expect((await groups())[0]).toContain('active')
  })

  test('show its history from before to the team', async () => {
    await pages.act(merge, {}, session)
    const { status, page } = await pages.look(`/desk/groups/${brest}/merged/${bis}`, session)
    expect([status, textOf(page)]).toEqual([200, expect.stringContaining('Fait maintenant partie du groupe')])
    expect((await pages.look(`/desk/groups/${brest}/merged/${groupUid('Dax')}`, session)).status).toBe(404)
  })
})

describe('the month’s mail of two groups that become one', () => {
  test('is asked once: where the other has answered, nobody is asked any more', async () => {
    await makeStep(db, '2026-12', 'invitation', start)
    await answer(db, { round: '2026-12', town: 'Brest bis', by: 'Noa' }, start)
    await pages.act(merge, { tell: null }, session)
    expect(await readStates(db)).toEqual([
      'Kim: invitation pending',
      'Lou: invitation cancelled (answered)',
      'Noa: invitation cancelled (answered)',
      'Sam: invitation cancelled (answered)',
    ])
  })

  test('tells the referents in one mail each, unless the coordinator says not to', async () => {
    await pages.act(merge, {}, session)
    expect(await readStates(db)).toEqual(['Lou: news pending', 'Noa: news pending', 'Sam: news pending'])
  })
})

test('an invitation of the other group asks for the one, and whoever both know is asked nothing more', async () => {
  const invite = (uid: string, email: string) =>
    db
      .prepare(
        `INSERT INTO invitation (uid, group_id, name, name_key, email, invited_at) VALUES (?1, 2, 'Max', 'max', ?2, '2026-12-01')`,
      )
      .bind(uid, email)
  await db.batch([invite('invited-max', 'max@example.org'), invite('invited-sam', 'sam@example.org')])
  await pages.act(merge, {}, session)
  expect(await rows('SELECT uid, group_id, email, answer FROM invitation ORDER BY uid')).toEqual([
    'invited-max 1 max@example.org ',
    'invited-sam 2  expired',
  ])
})

test('a look at two groups is one trip, a search and an act two, and undoing it two', async () => {
  const trips = async (act: () => Promise<unknown>) => {
    pages.trips = 0
    await act()
    return pages.trips
  }
  const { page } = await pages.look(merge, session)
  const shown = await trips(() => pages.look(merge, session))
  const found = await trips(() => pages.look(`/desk/groups/${brest}/merge?text=dax`, session))
  const merged = await trips(() => pages.send(page, merge, {}, session))
  const group = await pages.look(`/desk/groups/${brest}`, session)
  const undone = await trips(() => pages.send(group.page, `/desk/groups/${brest}`, { do: 'part' }, session))
  expect([shown, found, merged, undone]).toEqual([1, 2, 2, 2])
})

async function correct(): Promise<void> {
  const link = await pages.linkOf('Noa')
  const section = `${link}/${brest}/identity`
  const saved = await pages.act(section, { [`${brest}.active_members`]: '31' })
  expect(saved.to).toContain('done=saved')
}

async function confirm(): Promise<void> {
  await answer(db, { round: '2026-12', town: 'Brest', by: 'Sam' }, pages.now)
}

/** What a merge does with the rows of each table that is about a group. */
const decided: Readonly<Record<string, readonly string[]>> = {
  'comes over': ['referent', 'answer', 'poll_answer', 'invitation', 'note', 'team_note', 'enquiry', 'local_group'],
  'is united with what the other has': [
    'activity',
    'training',
    'participation',
    'section_row',
    'group_check',
    'former_name',
    'departed_person',
  ],
  'stays as the history of what was a group': [
    'revision',
    'event',
    'confirmation',
    'mail',
    'naming',
    'round_snapshot',
    'group_call',
    'registration',
    'passed_link',
  ],
  'is counted or published anew': ['group_summary', 'group_search_token', 'published_group'],
  'is the merge itself': ['group_merge'],
}

test('of each table that is about a group it is decided what becomes of its rows', async () => {
  const tables = await rows(
    `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f ON f."table" = 'local_group' WHERE m.type = 'table'`,
  )
  expect(tables.sort()).toEqual(
    Object.values(decided)
      .flat()
      .filter((table) => table !== 'published_group')
      .sort(),
  )
})

test('a sheet that knows the other group, by name or by its id, is about the one that they are', async () => {
  await pages.act(merge, {}, session)
  const sheets = [
    'Groupe;Thème;Date\nArchipel Brest bis;Presse;01/03/2026',
    `id;Nom du groupe;Site web\n${bis};Archipel Brest bis;https://bis.example.org`,
  ]
  for (const sheet of sheets)
    expect((await importTexts(db, [sheet])).counts).toEqual({ new: 0, changed: 0, unchanged: 1 })
  expect(await rows('SELECT count(*) FROM local_group')).toEqual(['3'])
  expect(await rows(`SELECT count(*) FROM training`)).toEqual(['2'])
  expect((await groups())[1]).toContain('closed')
})

test('in what is exported for analysis says which group it is part of', async () => {
  await pages.act(merge, {}, session)
  const sql = allFacts(movement.sections).find(({ name }) => name === 'groups')?.sql ?? ''
  const { results } = await db
    .prepare(sql)
    .bind(0, 0, 10)
    .all<{ id: string; state: string; merged_into: string | null }>()
  expect(results.map(({ id, state, merged_into: into }) => [id, state, into])).toEqual([
    [brest, 'active', null],
    [bis, 'closed', brest],
    [groupUid('Dax'), 'active', null],
  ])
})
