import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { insertInvitations } from '#shared/db/invitations.ts'
import { insertWord } from '#shared/db/notes-of-referents.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { held, withinRegions } from '#shared/db/within-regions.ts'
import { textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'

/** Looks after two regions only. */
const limited = {
  name: 'Sacha',
  email: 'sacha@archipel.example.org',
  regions: ['Corse', 'Provence-Alpes-Côte d’Azur'],
}
const dashboard = createDashboard({ ...fixed, coordinators: [...(fixed.coordinators ?? []), limited] })

const now = new Date('2026-12-03T09:00:00Z')
const secret = 'a secret of at least thirty-two letters'
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  const opened = await openDatabase()
  db = opened.db
  close = opened.close
  await makeGroups(db, { Ajaccio: ['Noa', 'Ada'], Brest: ['Lou'], Rennes: ['Sam'] }, new Date('2026-01-01T00:00:00Z'))
  await db
    .prepare(
      `UPDATE local_group SET region = iif(town = 'Ajaccio', 'Corse', 'Bretagne'), department = iif(town = 'Ajaccio', '2A', '29')`,
    )
    .run()
  // Long ago, Lou was of Ajaccio too
  await db
    .prepare(
      `INSERT INTO referent (group_id, person_id, since_at, until_at)
       SELECT g.id, person.id, '2026-01-02', '2026-03-01' FROM local_group g, person WHERE g.town = 'Ajaccio' AND person.uid = ?1`,
    )
    .bind(personUid('Lou'))
    .run()
  for (const month of ['08', '09', '10', '11', '12']) {
    await makeStep(db, `2026-${month}`, 'invitation', new Date(`2026-${month}-01T08:00:00Z`))
    await makeStep(db, `2026-${month}`, 'silent_groups', new Date(`2026-${month}-02T08:00:00Z`))
  }
  await answer(db, { round: '2026-12', town: 'Brest', by: 'Lou' }, now)
  for (const [town, by] of [
    ['Ajaccio', 'Noa'],
    ['Brest', 'Lou'],
  ] as const) {
    const change = { list: 'group' as const, row: groupUid(town), field: 'active_members', before: 4, after: 77 }
    await insertRevisions(
      db,
      [{ group: groupUid(town), number: 2, author: 'referent', person: personUid(by), changes: [change] }],
      now,
    ).run()
    await insertWord(db, { group: groupUid(town), person: personUid(by), body: `Un mot de ${town}` }, now).run()
  }
})
afterAll(() => close())

async function look(path: string, email: string): Promise<{ status: number; html: string; text: string }> {
  const cookie = await sessionCookie(db, { secret, email }, now)
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const response = await dashboard.fetch(new Request(`http://localhost/dashboard${path}`, { headers: { cookie } }), env)
  const next = response.headers.get('location')
  if (next) return look(next.replace(/^\/dashboard/, ''), email)
  // Where a long address may break is no part of what is said
  const html = (await response.text()).replaceAll('<wbr>', '').replace(/<bdi class="part">([^<]*)<\/bdi>/g, '$1')
  return { status: response.status, html, text: textOf({ html } as never) }
}

const paths = [
  '',
  '/groups',
  '/groups.csv?column=contacts',
  '/groups.json',
  '/groups?text=lou',
  `/groups/${groupUid('Brest')}`,
  '/network',
  '/map',
  '/mails?state=cancelled',
  '/changes?imports=yes',
]

test.each(paths)('whoever looks after one region sees nothing of another on /dashboard%s', async (path) => {
  const all = await look(path, 'camille@archipel.example.org')
  expect(all.html).toMatch(/Brest|Lou|Bretagne/)
  const limited = await look(path, 'sacha@archipel.example.org')
  expect(limited.status).toBe(path.includes('brest') ? 404 : 200)
  expect(limited.html).not.toMatch(/Brest|Lou|Rennes|Sam|Bretagne/)
})

const strangers = /Brest|Lou|Rennes|Sam\b|Bretagne|lou@|sam@/

test('nor by any link of any page, however far they go, nor in the feed', async () => {
  const seen = new Set<string>()
  const queue = ['']
  for (let path = queue.pop(); path !== undefined && seen.size < 400; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const { status, html } = await look(path, 'sacha@archipel.example.org')
    expect({ path, status, stranger: strangers.exec(html)?.[0] }).toEqual({ path, status: 200, stranger: undefined })
    const links = [...html.matchAll(/href="\/dashboard([^"#]*)/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
    // The same list in another order or language, without a filter, or as a workbook, says nothing else
    queue.push(...links.filter((to) => !/[?&](sort|order|lang)=|\.xlsx/.test(to)))
  }
  expect([...seen].some((path) => path.startsWith('/feed/'))).toBe(true)
  expect([...seen].some((path) => path.startsWith('/groups.csv'))).toBe(true)
  expect(seen.size).toBeGreaterThan(60)
})

test.each([
  '/groups?text=lou@example.org',
  '/groups?text=lo',
  '/groups?text=luo',
  '/groups?region=Bretagne',
  '/groups?region=-',
  '/groups?department=29&round=2026-12&answered=yes',
  '/groups.json?department=29',
  '/groups.csv?region=Bretagne&column=contacts',
  '/network?department=29',
  '/network?region=Bretagne&from=2026-08&until=2026-12',
  '/map?department=29&by=answers',
  '/changes?region=Bretagne&imports=yes&from=2026-01-01',
  `/groups/${groupUid('Rennes')}`,
])('nor by the address %s, made by hand', async (path) => {
  const { searchParams } = new URL(path, 'http://localhost')
  const { html } = await look(path, 'sacha@archipel.example.org')
  // What they typed is said again: what is there beside it is not
  const told = [...searchParams.values()].reduce((page, typed) => page.replaceAll(typed, ''), html)
  expect(strangers.exec(told)?.[0]).toBeUndefined()
  expect((await look(path, 'camille@archipel.example.org')).html).toMatch(strangers)
})

test('and sees all of theirs, and is told of the limit', async () => {
  const { text } = await look('', 'sacha@archipel.example.org')
  expect(text).toContain('1 groupe')
  expect(text).toContain('Archipel Ajaccio sans réponse depuis 5 mises à jour Écrire à Noa')
  expect(text).toContain('Un mot de Ajaccio')
  expect(text).toContain('Vous voyez les groupes de : Corse, Provence-Alpes-Côte d’Azur.')
  expect((await look('/mails?state=cancelled', 'sacha@archipel.example.org')).text).toContain('Noa')
  expect((await look('/groups', 'sacha@archipel.example.org')).text).toContain('1 groupe')
})

const asked = [
  (who: string) => `/groups?text=${who}`,
  (who: string) => `/mails?text=${who}`,
  (who: string) => `/groups?text=${who}+Ajacio`,
  (who: string) => `/groups?text=Ajacio+${who}`,
  (who: string) => `/groups?text=${who}+Ajaccio`,
  (who: string) => `/groups.json?text=${who}`,
  (who: string) => `/groups.csv?text=${who}+Ajaccio&column=contacts`,
  (who: string) => `/map?text=${who}`,
  (who: string) => `/changes?text=${who}`,
]
const elsewhere = [
  'lou@example.org',
  'sam@example.org',
  'lou@',
  'sam@exam',
  'lou',
  'sam',
  'Samuel',
  'loo',
  'martinez',
  'mrtinez',
]

test.each(elsewhere)('nor can they find out by any page or suggestion whether we know %s of elsewhere', async (who) => {
  await db.prepare(`UPDATE person SET name = 'Sam Martinez', name_key = 'sam martinez' WHERE name = 'Sam'`).run()
  // Whom a group of theirs only invited is nobody whom we know yet
  const sam = {
    uid: 'row-of-sam',
    name: 'X',
    email: 'sam@example.org',
    phone: null,
    role: null,
    mailbox: 'a'.repeat(43),
  }
  const inviting = { group: groupUid('Ajaccio'), by: personUid('Noa'), invited: [sam] }
  await db.batch(insertInvitations(db, inviting, now)).catch(() => undefined)
  await db
    .prepare(
      `INSERT INTO suppression (address, reason, since_at) VALUES ('sam@example.org', 'unsubscribed', '2026-12-02') ON CONFLICT DO NOTHING`,
    )
    .run()
  const nobody = who.replace(/lou|sam|loo|martinez|mrtinez|Samuel/, (name) => 'q'.repeat(name.length))
  const said = async (path: string, word: string) =>
    (await look(path, 'sacha@archipel.example.org')).html.replaceAll(encodeURIComponent(word), '').replaceAll(word, '')
  for (const path of asked) expect(await said(path(who), who)).toBe(await said(path(nobody), nobody))
})

/** What pages reach through a group only, the towns of the country, and what is published or sent to other programs, which the dashboard never reads. */
const reachedOtherwise = ['consent', 'town', 'submission_count', 'delivery', 'calendar_link', 'changed_calendar']

test('every table that tells of a group, a region or a person is kept within the regions', async () => {
  const { results } = await db
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_cf_*'`)
    .all<{ name: string; sql: string }>()
  const telling = results.filter(({ sql }) => /^ {2}(group_id|region|person_id) /m.test(sql)).map(({ name }) => name)
  expect(telling.filter((name) => !(name in held) && !reachedOtherwise.includes(name))).toEqual([])
})

test('a mail is of the region in which its reader had a seat when it was made, and stays so', async () => {
  const leave = 'UPDATE referent SET until_at = ?2 WHERE person_id = (SELECT id FROM person WHERE uid = ?1)'
  await db.prepare(leave).bind(personUid('Ada'), '2026-11-15T00:00:00.000Z').run()
  const asked = `
    SELECT group_concat(DISTINCT round_key) AS rounds
    FROM mail
    JOIN person ON person.id = mail.person_id
    WHERE person.uid = ?1`
  const roundsOf = (name: string) =>
    withinRegions(readOnly(db), ['Corse']).prepare(asked).bind(personUid(name)).first<{ rounds: string | null }>()
  expect(await roundsOf('Ada')).toEqual({ rounds: '2026-08,2026-09,2026-10,2026-11' })
  // Of Ajaccio until March, before any of these mails
  expect(await roundsOf('Lou')).toEqual({ rounds: null })
})
