import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.ts'
import { type Sheet, textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { importTexts } from '#tests/support/importing.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'

const start = new Date('2026-12-03T09:00:00Z')
const pau = groupUid('Pau')

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
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Kim', 'Noa'] }, start)
  pages = new DeskPages(db, start)
  session = await pages.signIn()
})

async function rows(sql: string): Promise<string[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}

/** The first form of the log, as its button would send it. */
function firstUndo(page: Sheet): { path: string; body: URLSearchParams } {
  const form = /<form[^>]*action="(\/desk\/(?:groups|people|bulk)[^"]*)"[^>]*>(.*?)<\/form>/s.exec(page.html)
  const body = new URLSearchParams()
  for (const [, name = '', value = ''] of (form?.[2] ?? '').matchAll(/name="([^"]+)"[^>]*? value="([^"]*)"/g))
    body.append(name, value)
  return { path: form?.[1] ?? '', body }
}

async function undoFromLog(query = ''): Promise<number> {
  const { page } = await pages.look(`/desk/log${query}`, session)
  const { path, body } = firstUndo(page)
  return (await pages.post(path, body, session)).status
}

describe('what was done is taken back from the log', () => {
  test.each([
    [
      'a group that was closed',
      () => pages.act(`/desk/groups/${pau}`, { do: 'close' }, session),
      '',
      'SELECT state FROM local_group WHERE id = 1',
    ],
    [
      'a name that was corrected',
      () => pages.act(`/desk/groups/${pau}/identity`, { [`${pau}.name`]: 'Archipel Béarn' }, session),
      '',
      'SELECT name FROM local_group WHERE id = 1',
    ],
    [
      'two groups that were made one',
      () => pages.act(`/desk/groups/${pau}/merge/${groupUid('Dax')}`, {}, session),
      '',
      'SELECT merged_into_id IS NULL FROM local_group WHERE id = 2',
    ],
    [
      'two people who were made one',
      () => pages.act(`/desk/people/${personUid('Lou')}/merge/${personUid('Kim')}`, {}, session),
      '',
      `SELECT count(*) FROM person WHERE merged_into_id IS NULL`,
    ],
  ])('%s', async (_, act, query, what) => {
    const before = await rows(what)
    await act()
    expect(await rows(what)).not.toEqual(before)
    expect(await undoFromLog(query)).toBe(303)
    expect(await rows(what)).toEqual(before)
    // What took it back may be taken back; what was taken back not again
    expect((await pages.look('/desk/log', session)).page.html.match(/value="(undo|part)"/g)?.length ?? 0).toBeLessThan(
      2,
    )
  })

  test('not that a group was made: its page says what can be done with it, and its history offers nothing that does nothing', async () => {
    const { page: blank } = await pages.look('/desk/groups/new', session)
    const uid = blank.fields.find(([name]) => name === 'row')?.[1] ?? ''
    const typed = { [`${uid}.name`]: 'Archipel Orthez', [`${uid}.town`]: 'Orthez' }
    await pages.send(blank, '/desk/groups/new', typed, session)
    const log = (await pages.look('/desk/log', session)).page
    expect(textOf(log)).toMatch(/a créé le groupe · Archipel Orthez Revenir dessus/)
    expect(log.html).toContain(`href="/desk/groups/${uid}"`)
    const group = (await pages.look(`/desk/groups/${uid}`, session)).page
    expect(textOf(group)).toContain('Créé par erreur')
    expect(textOf(group)).not.toContain('Annuler cette correction')
  })

  test('a referent’s word that all is right, for who called to say that it was not', async () => {
    await makeStep(db, '2026-12', 'invitation', start)
    const link = await pages.linkOf('Lou')
    const { page } = await pages.look(`${link}/${pau}`)
    pages.now = new Date('2026-12-03T09:01:00Z')
    await pages.send(page, `${link}/${pau}`, {})
    expect(await rows('SELECT count(*) FROM answer')).toEqual(['1'])
    expect(await undoFromLog('?who=all')).toBe(303)
    expect(await rows('SELECT count(*) FROM answer')).toEqual(['0'])
  })
})

test('what cannot be taken back says so', async () => {
  await pages.act(`/desk/people/${personUid('Lou')}`, { do: 'send_link' }, session)
  expect(textOf((await pages.look('/desk/log', session)).page)).toContain('Cela ne s’annule pas')
})

describe('a group that was made by mistake', () => {
  const gone = () => rows(`SELECT name FROM local_group WHERE uid = '${pau}'`)

  test('is deleted once somebody is sure, with whom only it knows and nobody has written to', async () => {
    const unsure = await pages.act(`/desk/groups/${pau}`, { do: 'delete' }, session)
    expect([unsure.status, await gone()]).toEqual([422, ['Archipel Pau']])
    expect((await pages.act(`/desk/groups/${pau}`, { do: 'delete', sure: 'oui' }, session)).to).toBe(
      '/desk?done=group_deleted',
    )
    expect([await gone(), await rows('SELECT name FROM person ORDER BY 1')]).toEqual([[], ['Kim', 'Noa']])
    expect(textOf((await pages.look('/desk/log', session)).page)).toContain('a supprimé un groupe créé par erreur')
  })

  test.each([
    [
      'a mail about it has left',
      `INSERT INTO mail (kind, person_id, group_id, since_number, state, due_at, settled_at, created_at) VALUES ('news', 1, 1, 1, 'sent', '2026', '2026', '2026')`,
    ],
    ['somebody wrote to the team', `INSERT INTO note (group_id, body, written_at) VALUES (1, 'Bonjour', '2026')`],
    [
      'a referent corrected it',
      `INSERT INTO revision (group_id, number, made_at, author, changes) VALUES (1, 2, '2026', 'referent', '[]')`,
    ],
  ])('is not, once %s, also when that comes while the page is open', async (_, happening) => {
    const { page } = await pages.look(`/desk/groups/${pau}`, session)
    await db.prepare(happening).run()
    const late = await pages.send(page, `/desk/groups/${pau}`, { do: 'delete', sure: 'oui' }, session)
    expect([late.status, textOf(late.page)]).toEqual([409, expect.stringContaining('ne peut plus être supprimé')])
    expect((await pages.look(`/desk/groups/${pau}`, session)).page.html).not.toContain('value="delete"')
    expect(await gone()).toEqual(['Archipel Pau'])
  })

  test('asks to sign in again when that was more than ten minutes ago', async () => {
    pages.now = new Date('2026-12-03T09:11:00Z')
    expect((await pages.act(`/desk/groups/${pau}`, { do: 'delete', sure: 'oui' }, session)).status).toBe(403)
    expect(await gone()).toEqual(['Archipel Pau'])
  })
})

describe('what a sheet put on mailing lists', () => {
  const label = sample.lists[0]?.label.fr
  const sheet = `Liste;Mail\n${['lou', 'sam', 'visitor', 'guest', 'waits'].map((name) => `${label};${name}@example.org`).join('\n')}\n`
  const onLists = () =>
    rows(
      `SELECT email FROM subscription JOIN person ON person.id = person_id
       UNION ALL SELECT email FROM list_subscriber WHERE confirmed_at IS NOT NULL AND left_at IS NULL ORDER BY email`,
    )
  const bring = (now = start) => importTexts(db, [sheet], { now })
  beforeEach(async () => {
    const key = sample.lists[0]?.key
    await db.batch([
      db.prepare(
        `INSERT INTO subscription (person_id, list, since_at) SELECT id, '${key}', '2026-01-01T00:00:00.000Z' FROM person WHERE email = 'sam@example.org'`,
      ),
      db.prepare(
        `INSERT INTO list_subscriber (uid, list, email, is_proven, asked_at) VALUES ('${'0'.repeat(32)}', '${key}', 'waits@example.org', 0, '2026-12-01T00:00:00.000Z')`,
      ),
    ])
    await bring()
  })

  test('comes off them, whoever was on one before stays, and the same sheet puts it back', async () => {
    const all = ['guest@example.org', 'lou@example.org', 'sam@example.org', 'visitor@example.org', 'waits@example.org']
    expect(await onLists()).toEqual(all)
    expect(await undoFromLog('?who=all')).toBe(303)
    expect(await onLists()).toEqual(['sam@example.org'])
    expect(await rows('SELECT email FROM list_subscriber')).toEqual(['waits@example.org'])
    expect(textOf((await pages.look('/desk/log', session)).page)).toContain('a ôté des listes')
    // Once
    expect(await undoFromLog('?who=all')).toBe(409)
    await bring(new Date('2026-12-04T09:00:00Z'))
    expect(await onLists()).toEqual(all)
    expect(await undoFromLog('?who=all')).toBe(303)
    expect(await onLists()).toEqual(['sam@example.org'])
  })

  test('stays as it became since: who left is not heard of again, who is on it by themselves stays', async () => {
    await db.batch([
      db.prepare("UPDATE list_subscriber SET left_at = '2026-12-03T10:00:00.000Z' WHERE email = 'guest@example.org'"),
      db.prepare("UPDATE subscription SET since_at = '2026-12-03T10:00:00.000Z'"),
    ])
    const { page } = await pages.look('/desk/log?who=all', session)
    const { path, body } = firstUndo(page)
    const { status, to } = await pages.post(path, body, session)
    expect([status, to]).toEqual([303, '/desk/bulk?said=undone&n=2&kept=2'])
    expect(await onLists()).toEqual(['lou@example.org', 'sam@example.org'])
    expect(await rows('SELECT email, left_at IS NOT NULL FROM list_subscriber ORDER BY email')).toEqual([
      'guest@example.org 1',
      'waits@example.org 0',
    ])
  })
})

describe('what a sheet changed in a group', () => {
  const referents = () =>
    rows(
      `SELECT person.name, coalesce(person.phone, '-') FROM referent JOIN person ON person.id = person_id
       WHERE group_id = 1 AND until_at IS NULL ORDER BY person.name`,
    )
  const sheet =
    'Groupe;Nom référente;Mail référente;Tél référente\nPau;Zoé Neuve;zoe@example.org;\nPau;Lou Roy;lou@example.org;06 11 22 33 44\n'
  const lastRevision = async () => (await rows('SELECT max(number) FROM revision WHERE group_id = 1'))[0] ?? ''
  const undo = async (revision: string) =>
    (await pages.act(`/desk/groups/${pau}`, { do: 'undo', revision }, session)).status

  test('is taken back in its history, and so is taking it back', async () => {
    const before = await referents()
    await importTexts(db, [sheet], { now: start })
    const after = await referents()
    expect(after).toEqual(['Lou Roy +33611223344', 'Sam -', 'Zoé Neuve -'])
    expect((await pages.look(`/desk/groups/${pau}`, session)).page.html).toContain('value="undo"')
    const brought = await lastRevision()
    expect(await undo(brought)).toBe(303)
    expect(await referents()).toEqual(before)
    expect(await undo(brought)).toBe(409)
    expect(await undo(await lastRevision())).toBe(303)
    expect(await referents()).toEqual(after)
  })

  test('stays where somebody has corrected it since', async () => {
    await importTexts(db, [sheet], { now: start })
    const brought = await lastRevision()
    await db.prepare("UPDATE person SET name = 'Lou Vu' WHERE email = 'lou@example.org'").run()
    expect(await undo(brought)).toBe(303)
    expect(await referents()).toEqual(['Lou Vu -', 'Sam -'])
  })

  test('stays where it made the group', async () => {
    await importTexts(db, ['Groupe;Ville;Mail réf 1\nArchipel Lyon;Lyon;ada@example.org\n'], { now: start })
    const [uid = ''] = await rows("SELECT uid FROM local_group WHERE name = 'Archipel Lyon'")
    expect((await pages.look(`/desk/groups/${uid}`, session)).page.html).not.toContain('value="undo"')
  })
})

test('the log is asked who called whom, what somebody did, and up to which day', async () => {
  const called = { body: 'Lou passe la main.', called_on: '03/12/2026', next_on: '', right_by: '' }
  await pages.act(`/desk/groups/${pau}/call`, called, session)
  pages.now = new Date('2026-12-04T09:00:00Z')
  session = await pages.signIn()
  await pages.act(`/desk/groups/${groupUid('Dax')}`, { do: 'close' }, session)
  const log = async (query: string) => textOf((await pages.look(`/desk/log${query}`, session)).page)
  expect(await log('?what=calls')).toMatch(
    /Camille, pour l’équipe a appelé le groupe · Archipel Pau Lou passe la main\./,
  )
  expect(await log('?what=calls')).not.toContain('Archipel Dax')
  expect(await log('?until=2026-12-03')).toContain('Archipel Pau')
  expect(await log('?until=2026-12-03')).not.toContain('Archipel Dax')
  // A list of nothing is announced as one
  expect((await pages.look('/desk/log?until=2026-12-01', session)).page.html).not.toContain('<ol')
  expect(await log('?who=me')).toMatch(/Archipel Dax.*Archipel Pau/)
  await db.prepare(`UPDATE event SET coordinator = 'sacha@archipel.example.org' WHERE action = 'report_call'`).run()
  expect(await log('?who=me')).not.toContain('Archipel Pau')
})
