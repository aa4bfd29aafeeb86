import type { D1Database } from '@cloudflare/workers-types'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { insertWord } from '#shared/db/notes-of-referents.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'

/** Closes whatever it may stand in, and opens an element of its own. */
const hostile = `=1+1;=2+2, =3+3;\t@x'"--></title></style></svg><zzz onload="alert(1)">&amp;{{x}}\u0007`
const now = new Date('2026-12-03T09:00:00Z')
const secret = 'a secret of at least thirty-two letters'
const email = 'camille@archipel.example.org'
const dashboard = createDashboard(fixed)
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, new Date('2026-01-01T00:00:00Z'))
  for (const month of ['08', '09', '10', '11', '12']) {
    await makeStep(db, `2026-${month}`, 'invitation', new Date(`2026-${month}-01T08:00:00Z`))
    await makeStep(db, `2026-${month}`, 'silent_groups', new Date(`2026-${month}-02T08:00:00Z`))
  }
  await answer(db, { round: '2026-12', town: 'Dax', by: 'Noa' }, now)
  await suppress(db, addressOf('Sam'), 'hard_bounce', now)
  const pau = groupUid('Pau')
  const changes = [
    { list: 'group' as const, row: pau, field: 'town', before: 'Pau', after: hostile },
    { list: 'trainings' as const, row: 'training-1', added: { theme: hostile, held_on: '2026-11-12', attendees: 9 } },
    {
      list: 'activities' as const,
      row: 'activity-1',
      removed: { title: hostile, held_on: '2026-11-12', kind: hostile },
    },
  ]
  await insertRevisions(
    db,
    [{ group: pau, number: 2, author: 'referent', person: personUid('Lou'), changes }],
    now,
  ).run()
  await insertWord(db, { group: pau, person: personUid('Lou'), body: hostile }, now).run()
  const write = (sql: string, ...values: string[]) => db.prepare(sql).bind(hostile, ...values)
  const ofPau = '(SELECT id FROM local_group WHERE uid = ?2)'
  await db.batch([
    write('UPDATE local_group SET name = ?1, town = ?1, region = ?1, department = ?1'),
    write(`UPDATE local_group SET website = 'https://example.org/?' || ?1`),
    write('UPDATE person SET name = ?1'),
    write('UPDATE referent SET role = ?1'),
    write('UPDATE suppression SET explanation = ?1'),
    write(
      `UPDATE mail SET state = 'failed', reason = 'gave_up', server_reply = ?1, settled_at = created_at WHERE id % 2 = 0`,
    ),
    write(
      `INSERT INTO training (uid, group_id, theme, held_on) VALUES ('training-1', ${ofPau}, ?1, '2026-11-12')`,
      pau,
    ),
    write(
      `INSERT INTO activity (uid, group_id, title, held_on, kind) VALUES ('activity-2', ${ofPau}, ?1, '2026-11-12', ?1)`,
      pau,
    ),
    write(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', ?1, 'x', '2026-11-20', '2026-11-01')`,
    ),
    write(
      `INSERT INTO participation (group_id, campaign_id, role, people) SELECT ${ofPau}, id, 'joins', 3 FROM campaign WHERE ?1 <> ''`,
      pau,
    ),
  ])
})
afterAll(() => close())

/** The parts of a workbook, one after the other. */
const workbookText = (zip: Uint8Array) =>
  Object.values(unzipSync(zip))
    .map((part) => strFromU8(part))
    .join()

async function look(path: string): Promise<{ status: number; type: string; body: string }> {
  const cookie = await sessionCookie(db, { secret, email }, now)
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const response = await dashboard.fetch(new Request(`http://localhost/dashboard${path}`, { headers: { cookie } }), env)
  const type = response.headers.get('content-type') ?? ''
  const body = isWorkbook(type) ? workbookText(await response.bytes()) : await response.text()
  return { status: response.status, type, body }
}

const isWorkbook = (type: string) => type.includes('spreadsheetml')

const linksIn = (html: string) =>
  [...html.matchAll(/href="\/dashboard([^"#]*)/g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  )

test('nothing that somebody typed becomes a part of a page, a feed or a formula, wherever it is shown', async () => {
  const seen = new Map<string, string>()
  const asked = encodeURIComponent(hostile)
  const queue = [
    '',
    `/groups?text=${asked}&theme=${asked}&campaign=${asked}&region=${asked}`,
    `/network?region=${asked}`,
  ]
  for (let path = queue.pop(); path !== undefined && seen.size < 100; path = queue.pop()) {
    if (seen.has(path)) continue
    const { status, type, body } = await look(path)
    seen.set(path, type)
    expect({ path, status }).toEqual({ path, status: 200 })
    if (/html|xml/.test(type)) expect(body, path).not.toMatch(/<zzz|href="javascript/)
    // What looks like an address is kept whole: that ends at its space
    if (path === '') expect(body).toMatch(/&lt;zzz(<\/(span|bdi)>)* onload=/)
    if (type.includes('xml')) expect(body).not.toContain('\u0007')
    // A cell of a workbook is a formula where it says so, whatever it begins with
    if (isWorkbook(type)) expect(body, path).not.toMatch(/<f[ >]/)
    // But for what is its own text: ="67 %"
    const cells = body.replaceAll(/"=""[^"]{1,60}"""/g, '')
    if (type.includes('csv')) expect(cells, path).not.toMatch(/(^|[,;\t])"?\s*[=@]/m)
    if (type.includes('html')) queue.push(...linksIn(body).filter((to) => !/[?&](sort|order|lang|before)=/.test(to)))
  }
  const types = [...new Set(seen.values())].map((type) => type.split(';')[0]).sort()
  expect(types).toEqual([
    'application/atom+xml',
    'application/json',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'image/svg+xml',
    'text/csv',
    'text/html',
  ])
  expect(seen.size).toBeGreaterThan(60)
})

test('a fault is logged by its kind and place, and by no line of its message', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  // A database that is not the one that the code is made for
  await db.prepare('ALTER TABLE note RENAME COLUMN body TO lou').run()
  expect((await look(`/groups/${groupUid('Dax')}`)).status).toBe(500)
  await db.prepare('ALTER TABLE note RENAME COLUMN lou TO body').run()
  const told = log.mock.calls.flat().join(' ')
  log.mockRestore()
  expect(told).toMatch(/^fault Error at /)
  expect(told).not.toMatch(/column|body|lou/i)
})
