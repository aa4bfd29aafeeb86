import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
const camilleAddress = 'camille@archipel.example.org'
const { lists: _lists, calendar: _calendar, ...rest } = sample
const registration = 'r'.repeat(32)
const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]
const lou = personUid('Lou')
const group = `/desk/groups/${pau}`
const person = `/desk/people/${lou}`

type Changes = Record<string, string | null>
type Press = [
  what: string,
  path: string,
  changes: Changes,
  before?: (pages: DeskPages, session: string) => Promise<unknown>,
]

const run = (sql: string) => () => db.prepare(sql).run()
const invited = run(
  `INSERT INTO invitation (uid, group_id, name, name_key, email, invited_at)
   SELECT 'invitation-one', id, 'Ana', 'ana', 'ana@example.org', '2026-11-20T09:00:00.000Z' FROM local_group WHERE uid = '${pau}'`,
)
const registered = run(
  `INSERT INTO registration (uid, group_name, name_key, town, town_key, name, email, language, consent, is_proven, asked_at, confirmed_at)
   VALUES ('${registration}', 'Les Tilleuls', 'les tilleuls', 'Lyon', 'lyon', 'Alix', 'alix@example.org', 'fr', 'Oui', 0, '2026-12-01', '2026-12-01')`,
)
const corrected = (pages: DeskPages, session: string) =>
  pages.act(`${group}/identity`, { [`${pau}.active_members`]: '31' }, session)
const inBulk = (changes: Changes): Changes => ({ group: pau, do: 'act', ...changes })

const presses: readonly Press[] = [
  ['closes several groups', '/desk/bulk', inBulk({ act: 'state', state: 'closed' })],
  ['chooses a language for several', '/desk/bulk', inBulk({ act: 'language', language: 'en' })],
  ['sends links again to several', '/desk/bulk', inBulk({ act: 'links' })],
  ['asks several again', '/desk/bulk', inBulk({ act: 'invite', asked: '1' }), invited],
  ['accepts a registration', `/desk/registrations/${registration}`, {}, registered],
  ['adds a group', '/desk/groups/new', {}],
  ['corrects a record', `${group}/identity`, { [`${pau}.active_members`]: '31' }],
  ['corrects in the table', '/desk/table?column=active_members', { [`${pau}.active_members`]: '31' }],
  ['takes a correction back', group, { do: 'undo', revision: '2' }, corrected],
  ['makes two groups one', `${group}/merge/${dax}`, {}],
  ['sends somebody their link again', person, { do: 'send_link' }],
  ['changes a setting', '/desk/settings/calendar', { 'calendar.at': '10:30' }],
  ['makes a mailing list', '/desk/settings/lists', { 'lists.0.label.fr': 'Annonces', do: 'save' }],
  ['makes a key of a feed', '/desk/keys', { do: 'make', name: 'Site', purpose: 'map' }],
]

let db: D1Database
let close: () => Promise<void>
let pages: DeskPages
let camille: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, now)
  pages = new DeskPages(db, now, { ...rest, coordinators: [{ name: 'Camille', email: camilleAddress }] })
  camille = await pages.signIn()
})

/** What has come of it: acts, and mails that leave or will. A link that is asked for twice stands twice in the log, and leaves once. */
const traces = async () => {
  const counted = await db
    .prepare(
      `SELECT (SELECT count(*) FROM event WHERE action NOT IN ('sign_in', 'send_link', 'send_links')) AS events, (SELECT count(*) FROM revision) AS revisions,
              (SELECT count(*) FROM mail) AS mails, (SELECT count(*) FROM local_group) AS groups, (SELECT count(*) FROM person) AS people`,
    )
    .first<Record<string, number>>()
  return counted ?? {}
}

test.each(presses)(
  'a page that is sent twice, by a second tap or from the way back, %s once',
  async (_, path, changes, before) => {
    await before?.(pages, camille)
    const { page } = await pages.look(path, camille)
    const typed =
      path === '/desk/groups/new'
        ? Object.fromEntries(
            page.fields.filter(([name]) => name.endsWith('.name')).map(([name]) => [name, 'Archipel Gap']),
          )
        : changes
    const earlier = await traces()
    const to = path.split('?')[0] ?? path
    const first = await pages.send(page, to, typed, camille)
    const once = await traces()
    expect([303, 200]).toContain(first.status)
    expect(once).not.toEqual(earlier)
    const second = await pages.send(page, to, typed, camille)
    expect(second.status).toBeLessThan(500)
    expect(await traces()).toEqual(once)
  },
)
